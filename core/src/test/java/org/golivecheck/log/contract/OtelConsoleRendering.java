package org.golivecheck.log.contract;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The console exporter of OpenTelemetry for Java, in the log of the agent. */
final class OtelConsoleRendering implements Rendering {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss:SSS Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String format() {
    return "otel-console";
  }

  @Override
  public String variant() {
    return "log of the Java agent";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder log = new StringBuilder();
    for (ScenarioCall call : calls) {
      log.append("[otel.javaagent ").append(TIME.format(call.end()));
      log.append("] [main] INFO io.opentelemetry.exporter.logging.LoggingSpanExporter - '");
      log.append(call.method());
      log.append("' : 350ded6774085d864bc28aa64ad48e4b 0f59a75a114df41a CLIENT [tracer:");
      log.append(
          " io.opentelemetry.http-url-connection:2.15.0-alpha] AttributesMap{data={url.full=");
      log.append(call.url());
      headers("request", call.requestHeaders(), log);
      headers("response", call.responseHeaders(), log);
      log.append(", thread.name=pool-1, worker 2, http.request.method=").append(call.method());
      log.append(", user_agent.original=").append(Scenario.USER_AGENT);
      log.append(", http.request.body.size=").append(call.requestBody().length());
      log.append(", http.response.status_code=").append(call.status());
      log.append("}, capacity=128, totalAddedValues=9}\n");
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void headers(String of, Map<String, String> headers, StringBuilder log) {
    headers.forEach(
        (name, value) -> {
          if (name.regionMatches(true, 0, "X-", 0, 2)) {
            log.append(", http.").append(of).append(".header.");
            log.append(name.toLowerCase(Locale.ROOT)).append("=[").append(value).append(']');
          }
        });
  }
}
