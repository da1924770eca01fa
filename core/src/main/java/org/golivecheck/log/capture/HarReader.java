package org.golivecheck.log.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumSet;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.json.JsonInput;

/** Reads HTTP archives (HAR 1.1 and 1.2), which browsers and proxies save. */
public final class HarReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "har",
          "browsers, Fiddler, Charles, Insomnia, mitmproxy: HTTP archives",
          EnumSet.allOf(LogField.class),
          Form.JSON);

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  /** Looks for {@code log} and in it what only an archive has: other logs have a log too. */
  @Override
  public boolean recognises(byte[] head, int length) {
    return JsonInput.startsObject(head, length) && startsAt(head, 0, length);
  }

  @Override
  public boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    return from < to && bytes[from] == '{' && startsAt(bytes, from, to);
  }

  private static boolean startsAt(byte[] bytes, int from, int to) {
    try (JsonParser json = JsonInput.head(bytes, from, to)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken token = json.nextToken();
        if (name.equals("log") && token == JsonToken.START_OBJECT) {
          return isArchive(json);
        }
        json.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isArchive(JsonParser json) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      boolean found =
          switch (name) {
            case "entries", "pages" -> token == JsonToken.START_ARRAY;
            case "creator", "browser" -> token == JsonToken.START_OBJECT;
            default -> false;
          };
      if (found) {
        return true;
      }
      json.skipChildren();
    }
    return false;
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new HarSession(context);
  }
}
