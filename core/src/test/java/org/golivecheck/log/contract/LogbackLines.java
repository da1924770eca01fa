package org.golivecheck.log.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The log of an application, as a pattern of Logback lays it out. */
final class LogbackLines {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder log = new StringBuilder();
  private final String logger;

  LogbackLines(String logger) {
    this.logger = logger;
  }

  /** Adds a message, of one line or more. */
  void add(Instant time, String message) {
    log.append(CLOCK.format(time)).append(" DEBUG [worker-1] ").append(logger).append(" : ");
    log.append(message).append('\n');
  }

  byte[] bytes() {
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }
}
