package org.golivecheck.log.contract;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What the SDK for Python says of calls that failed, printed with the time. */
final class SdkExceptionRendering implements Rendering {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String format() {
    return "sdk-exceptions";
  }

  @Override
  public String variant() {
    return "Python, printed";
  }

  @Override
  public boolean holds(ScenarioCall call) {
    return call.status() >= 400;
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder log = new StringBuilder();
    for (ScenarioCall call : calls) {
      log.append(CLOCK.format(call.end()));
      if (holds(call)) {
        log.append(" docusign_esign.client.api_exception.ApiException: (");
        log.append(call.status()).append(")\nReason: ").append(call.reason());
        log.append("\nTrace-Token: ").append(call.traceToken());
        log.append("\nHTTP response body: b'").append(call.answerBody()).append("'\n\n");
      } else {
        log.append(" done\n");
      }
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }
}
