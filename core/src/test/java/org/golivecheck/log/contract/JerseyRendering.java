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

/** The debug log of DocuSign's Java SDK, through one of the loggers that it may end at. */
final class JerseyRendering implements Rendering {
  enum Logger {
    /** A pattern of Logback, in the log of an application. */
    LOGBACK,
    /** The console of java.util.logging, whose times have no zone. */
    CONSOLE,
    /** An encoder of JSON records. */
    RECORDS
  }

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter CONSOLE_CLOCK =
      DateTimeFormatter.ofPattern("MMM d, uuuu h:mm:ss a", Locale.US)
          .withZone(ZoneOffset.ofHoursMinutes(5, 45));

  private final Logger logger;

  JerseyRendering(Logger logger) {
    this.logger = logger;
  }

  @Override
  public String format() {
    return logger == Logger.RECORDS ? "ndjson" : "jersey";
  }

  @Override
  public String variant() {
    return "Jersey, " + logger.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<LogField> lacks() {
    return logger == Logger.CONSOLE
        ? EnumSet.of(LogField.DURATION)
        : EnumSet.noneOf(LogField.class);
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder log = new StringBuilder();
    for (ScenarioCall call : calls) {
      String request =
          call.number()
              + " * Sending client request on thread worker-1\n"
              + call.number()
              + " > "
              + call.method()
              + " "
              + call.url()
              + "\n"
              + headers(call.number() + " > ", call.requestHeaders())
              + body(call.requestBody());
      add(call.start(), request, log);
      Map<String, String> headers = new LinkedHashMap<>(call.responseHeaders());
      headers.put(
          "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(call.end().atOffset(ZoneOffset.UTC)));
      String answer =
          call.number()
              + " * Client response received on thread worker-1\n"
              + call.number()
              + " < "
              + call.status()
              + "\n"
              + headers(call.number() + " < ", headers)
              + body(call.responseBody());
      add(call.end(), answer, log);
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void add(Instant time, String message, StringBuilder log) {
    switch (logger) {
      case LOGBACK -> log.append(CLOCK.format(time)).append("  INFO [worker-1] LoggingFeature : ");
      case CONSOLE ->
          log.append(CONSOLE_CLOCK.format(time))
              .append(" org.glassfish.jersey.logging.LoggingInterceptor log\nINFO: ");
      case RECORDS -> log.append("{\"@timestamp\":\"").append(CLOCK.format(time));
    }
    if (logger == Logger.RECORDS) {
      String escaped = message.replace("\"", "\\\"").replace("\n", "\\n");
      log.append("\",\"message\":\"").append(escaped).append("\"}\n");
    } else {
      log.append(message).append('\n');
    }
  }

  private static String headers(String before, Map<String, String> headers) {
    StringBuilder lines = new StringBuilder();
    headers.forEach(
        (name, value) -> lines.append(before).append(name).append(": ").append(value).append('\n'));
    return lines.toString();
  }

  private static String body(String body) {
    return body.isEmpty() ? "" : body + "\n";
  }
}
