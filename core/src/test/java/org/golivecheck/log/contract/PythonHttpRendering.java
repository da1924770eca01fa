package org.golivecheck.log.contract;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.golivecheck.log.FormatOptions;

/** The log of urllib3 and of DocuSign's SDK for Python in debug mode. */
final class PythonHttpRendering implements Rendering {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public String format() {
    return "python-http";
  }

  @Override
  public String variant() {
    return "urllib3";
  }

  @Override
  public FormatOptions options() {
    return new FormatOptions(null, ZoneOffset.UTC, Map.of(), null);
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder log = new StringBuilder();
    for (ScenarioCall call : calls) {
      log.append(CLOCK.format(call.end())).append(" DEBUG urllib3.connectionpool https://");
      log.append(call.host()).append(":443 \"").append(call.method()).append(' ');
      log.append(call.path()).append(" HTTP/1.1\" ").append(call.status()).append(" None\n");
      log.append(CLOCK.format(call.end())).append(" DEBUG rest response body: b'");
      log.append(call.responseBody()).append("'\n");
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }
}
