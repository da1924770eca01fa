package org.golivecheck.log.request;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.json.JsonInput;

/**
 * Reads the list that {@code GET /diagnostics/request_logs} returns, in JSON or XML: when each call
 * was, the name of its operation, and the name of its status. It has neither method nor URL, so its
 * calls are counted but not judged.
 */
public final class RequestLogListReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "request-log-list",
          "DocuSign's list of request logs, in JSON or XML",
          EnumSet.of(LogField.TIME, LogField.STATUS),
          Form.JSON);

  private static final String NAME = "apiRequestLogs";

  /** How far from its start the name of a list may be: an XML declaration may come first. */
  private static final int REACH = 1_000;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    int at = 0;
    while (at < length && (head[at] == ' ' || (head[at] >= '\t' && head[at] <= '\r'))) {
      at++;
    }
    return startsAt(head, at, length);
  }

  @Override
  public boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    return startsAt(bytes, from, to);
  }

  private static boolean startsAt(byte[] head, int at, int to) {
    if (at == to) {
      return false;
    }
    if (head[at] == '<') {
      int count = Math.min(to - at, REACH);
      String text = new String(head, at, count, StandardCharsets.ISO_8859_1);
      return text.contains("<" + NAME) || text.contains(":" + NAME);
    }
    return head[at] == '{' && isList(head, at, to);
  }

  private static boolean isList(byte[] head, int from, int to) {
    try (JsonParser json = JsonInput.head(head, from, to)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        if (name.equals(NAME)) {
          return true;
        }
        json.nextToken();
        json.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new ListSession(context);
  }
}
