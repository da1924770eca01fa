package org.golivecheck.log.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.golivecheck.call.LogField;

/** What curl prints of its calls: a trace with times, or on a terminal. */
final class CurlRendering implements Rendering {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int WIDTH = 64;

  private final boolean trace;

  CurlRendering(boolean trace) {
    this.trace = trace;
  }

  @Override
  public String format() {
    return "curl";
  }

  @Override
  public String variant() {
    return trace ? "--trace-ascii --trace-time" : "-v";
  }

  @Override
  public Set<LogField> lacks() {
    return trace ? EnumSet.noneOf(LogField.class) : EnumSet.of(LogField.DURATION, LogField.KEY);
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder log = new StringBuilder();
    for (ScenarioCall call : calls) {
      String request = call.method() + " " + call.path() + " HTTP/1.1\nHost: " + call.host() + "\n";
      Map<String, String> headers = new LinkedHashMap<>(call.responseHeaders());
      headers.put(
          "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(call.end().atOffset(ZoneOffset.UTC)));
      String sent = request + lines(call.requestHeaders());
      String received = "HTTP/1.1 " + call.status() + " " + call.reason() + "\n" + lines(headers);
      if (trace) {
        note(call.start(), "== Info: Connected", log);
        part(call.start(), "=> Send header", sent + "\n", log);
        if (!call.requestBody().isEmpty()) {
          part(call.start(), "=> Send data", call.requestBody(), log);
        }
        received.lines().forEach(line -> part(call.end(), "<= Recv header", line + "\n", log));
        part(call.end(), "<= Recv header", "\n", log);
        part(call.end(), "<= Recv data", call.responseBody(), log);
      } else {
        log.append("* Connected to ").append(call.host()).append(" port 443\n");
        sent.lines().forEach(line -> log.append("> ").append(line).append('\n'));
        log.append("> \n* Request completely sent off\n");
        received.lines().forEach(line -> log.append("< ").append(line).append('\n'));
        log.append("< \n").append(call.responseBody());
        log.append("* Connection #0 to host ").append(call.host()).append(" left intact\n");
      }
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String lines(Map<String, String> headers) {
    StringBuilder lines = new StringBuilder();
    headers.forEach((name, value) -> lines.append(name).append(": ").append(value).append('\n'));
    return lines.toString();
  }

  private static void note(Instant time, String text, StringBuilder log) {
    log.append(CLOCK.format(time)).append(' ').append(text).append('\n');
  }

  /**
   * Writes bytes as curl does: 64 a line, or up to a line break, which is two bytes on the wire.
   */
  private static void part(Instant time, String what, String text, StringBuilder log) {
    note(time, what + ", " + text.length() + " bytes (0x" + text.length() + ")", log);
    int offset = 0;
    String[] lines = text.split("\n", -1);
    int count = text.endsWith("\n") ? lines.length - 1 : lines.length;
    for (String line : List.of(lines).subList(0, count)) {
      int at = 0;
      do {
        int end = Math.min(line.length(), at + WIDTH);
        log.append(String.format(Locale.ROOT, "%04x: ", offset));
        log.append(line, at, end).append('\n');
        offset += end - at;
        at = end;
      } while (at < line.length());
      offset += 2;
    }
  }
}
