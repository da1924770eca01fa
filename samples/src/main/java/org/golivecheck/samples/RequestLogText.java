package org.golivecheck.samples;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.golivecheck.samples.LoggedCall.Layout;

/** Renders a call as the text file that DocuSign puts into a request-log zip. */
final class RequestLogText {
  private static final String CRLF = "\r\n";

  /** Times are UTC with all seven digits of a tick, zeros included. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The names of the statuses in .NET, as the log writes them. */
  private static final Map<Integer, String> STATUS_WORDS =
      Map.of(
          200, "OK",
          201, "Created",
          204, "NoContent",
          400, "BadRequest",
          401, "Unauthorized",
          403, "Forbidden",
          404, "NotFound");

  private RequestLogText() {}

  /** Returns the name of a call's file, such as {@code 00_OK_GetEnvelope.txt}. */
  static String fileName(int index, LoggedCall call) {
    return String.format(
        Locale.ROOT, "%02d_%s_%s.txt", index, statusWord(call.status()), call.operation());
  }

  /** Returns the text of a call's file. */
  static String render(LoggedCall call) {
    return call.layout() == Layout.STATUS_APART ? statusApart(call) : requestFirst(call);
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static String statusApart(LoggedCall call) {
    return prologue(call)
        + requestLine(call)
        + lines(call.requestHeaders())
        + CRLF
        + (call.requestBody().isEmpty() ? "" : call.requestBody() + CRLF + CRLF)
        + statusLine(call)
        + CRLF
        + response(call);
  }

  private static String requestFirst(LoggedCall call) {
    return requestLine(call)
        + CRLF
        + prologue(call)
        + lines(call.requestHeaders())
        + CRLF
        + CRLF
        + statusLine(call)
        + response(call);
  }

  private static String prologue(LoggedCall call) {
    return "TraceToken: "
        + call.traceToken()
        + CRLF
        + "Timestamp: "
        + time(call.timestamp())
        + CRLF
        + CRLF;
  }

  private static String requestLine(LoggedCall call) {
    return call.method() + " " + call.url() + CRLF;
  }

  private static String statusLine(LoggedCall call) {
    return call.status() + " " + statusWord(call.status()) + CRLF;
  }

  private static String response(LoggedCall call) {
    return lines(call.responseHeaders()) + CRLF + call.responseBody();
  }

  private static String lines(Iterable<String> headers) {
    StringBuilder text = new StringBuilder();
    for (String header : headers) {
      text.append(header).append(CRLF);
    }
    return text.toString();
  }

  private static String statusWord(int status) {
    return STATUS_WORDS.getOrDefault(status, Integer.toString(status));
  }
}
