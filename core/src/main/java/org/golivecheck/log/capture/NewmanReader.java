package org.golivecheck.log.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.json.JsonInput;

/** Reads what Newman's JSON reporter writes of the run of a Postman collection. */
public final class NewmanReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "newman",
          "Postman's newman with the JSON reporter",
          EnumSet.allOf(LogField.class),
          Form.JSON);

  @Override
  public LogFormat format() {
    return FORMAT;
  }

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
        boolean object = json.nextToken() == JsonToken.START_OBJECT;
        if (object && name.equals("collection")) {
          return has(json, Set.of("item"), JsonToken.START_ARRAY);
        }
        if (object && name.equals("run")) {
          return has(json, Set.of("stats", "timings", "transfers"), JsonToken.START_OBJECT);
        }
        json.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean has(JsonParser json, Set<String> names, JsonToken start)
      throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (json.nextToken() == start && names.contains(name)) {
        return true;
      }
      json.skipChildren();
    }
    return false;
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new NewmanSession(context);
  }
}
