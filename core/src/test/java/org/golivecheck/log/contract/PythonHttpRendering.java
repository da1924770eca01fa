package org.golivecheck.log.contract;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;

/**
 * The log of urllib3 and of DocuSign's SDK for Python in debug mode.
 *
 * @param debug whether http.client has its debug output among it
 */
record PythonHttpRendering(boolean debug) implements Rendering {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public String format() {
    return "python-http";
  }

  @Override
  public String variant() {
    return debug ? "http.client and urllib3" : "urllib3";
  }

  @Override
  public Set<LogField> lacks() {
    return debug
        ? EnumSet.noneOf(LogField.class)
        : EnumSet.of(
            LogField.TRACE_TOKEN, LogField.CLIENT, LogField.LIMITS, LogField.SIZE, LogField.KEY);
  }

  @Override
  public FormatOptions options() {
    return new FormatOptions(null, ZoneOffset.UTC, Map.of(), null);
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder log = new StringBuilder();
    for (ScenarioCall call : calls) {
      if (debug) {
        debug(call, log);
      }
      log.append(CLOCK.format(call.end())).append(" DEBUG urllib3.connectionpool https://");
      log.append(call.host()).append(":443 \"").append(call.method()).append(' ');
      log.append(call.path()).append(" HTTP/1.1\" ").append(call.status()).append(" None\n");
      log.append(CLOCK.format(call.end())).append(" DEBUG rest response body: b'");
      log.append(call.responseBody()).append("'\n");
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void debug(ScenarioCall call, StringBuilder log) {
    log.append("send: b'").append(call.method()).append(' ').append(call.path());
    log.append(" HTTP/1.1\\r\\nHost: ").append(call.host()).append("\\r\\n");
    call.requestHeaders()
        .forEach((name, value) -> log.append(name + ": " + value).append("\\r\\n"));
    log.append("\\r\\n'\n");
    if (!call.requestBody().isEmpty()) {
      log.append("send: b'").append(call.requestBody()).append("'\n");
    }
    log.append("reply: 'HTTP/1.1 ").append(call.status()).append(' ').append(call.reason());
    log.append("\\r\\n'\n");
    call.responseHeaders()
        .forEach((name, value) -> log.append("header: " + name + ": " + value + "\n"));
  }
}
