package org.golivecheck.log.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The debug log of DocuSign's Java SDK in the log of an application. */
final class JerseyRendering implements Rendering {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String format() {
    return "jersey";
  }

  @Override
  public String variant() {
    return "behind a pattern of Logback";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder log = new StringBuilder();
    for (ScenarioCall call : calls) {
      record(call, call.start(), "Sending client request", log);
      String sent = call.number() + " > ";
      log.append(sent).append(call.method()).append(' ').append(call.url()).append('\n');
      headers(sent, call.requestHeaders(), log);
      body(call.requestBody(), log);
      log.append('\n');
      record(call, call.end(), "Client response received", log);
      String received = call.number() + " < ";
      log.append(received).append(call.status()).append('\n');
      headers(received, call.answerHeaders(), log);
      body(call.answerBody(), log);
      log.append('\n');
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void record(ScenarioCall call, Instant time, String what, StringBuilder log) {
    log.append(CLOCK.format(time)).append("  INFO 4711 --- [worker-1] LoggingFeature : ");
    log.append(call.number()).append(" * ").append(what).append(" on thread worker-1\n");
  }

  private static void headers(String before, Map<String, String> headers, StringBuilder log) {
    headers.forEach(
        (name, value) -> log.append(before).append(name).append(": ").append(value).append('\n'));
  }

  private static void body(String body, StringBuilder log) {
    if (!body.isEmpty()) {
      log.append(body).append('\n');
    }
  }
}
