package org.golivecheck.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * Makes logs of one call per line of any size, the same bytes for the same size: 300 envelopes at a
 * time are sent, read again and again (some too soon), and listed; one call in 40 fails. The calls
 * are the same in each format, as far as it can show them.
 */
public final class BigLog {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final DateTimeFormatter ACCESS_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String[] AGENTS = {
    "Swagger-Codegen/v2.1/6.0.0/Java/17.0.2", "Swagger-Codegen/v2.1/6.6.0/node/18.19.0",
  };
  private static final int OPEN = 300;

  private final SplittableRandom random = new SplittableRandom(42);
  private final String[] envelopes = new String[OPEN];

  private BigLog() {}

  /** Writes a log: {@code BigLog FILE CALLS}; the name's end picks the format. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  /** Writes a log whose name ends in .ndjson, .csv or .log (and .gz), unless it exists already. */
  static Path write(Path file, int calls) throws IOException {
    if (Files.exists(file)) {
      return file;
    }
    String name = file.getFileName().toString();
    Path part = file.resolveSibling(name + ".part");
    try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(raw, 1 << 16) : raw) {
      new BigLog().write(name, calls, out);
    }
    return Files.move(part, file);
  }

  private void write(String name, int calls, OutputStream out) throws IOException {
    String format = name.contains(".ndjson") ? "ndjson" : name.contains(".csv") ? "csv" : "log";
    for (int i = 0; i < OPEN; i++) {
      envelopes[i] = guid();
    }
    if (format.equals("csv")) {
      out.write(
          "timestamp,method,url,status,duration_ms,trace_token,user_agent\n"
              .getBytes(StandardCharsets.UTF_8));
    }
    for (int i = 0; i < calls; i++) {
      out.write(line(format, i).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private String line(String format, int i) {
    String trace = guid();
    String agent = AGENTS[i % 5 == 0 ? 1 : 0];
    int account = random.nextInt(3);
    int open = random.nextInt(OPEN);
    String path =
        "/restapi/v2.1/accounts/1e2d3c4b-0000-4000-8000-00000000000" + account + "/envelopes";
    String method = "GET";
    int status = 200;
    switch (random.nextInt(12)) {
      case 0 -> {
        method = "POST";
        status = 201;
        envelopes[open] = guid();
      }
      case 1 -> path += "?from_date=2026-10-01T00:00:00Z&start_position=" + 100 * random.nextInt(9);
      case 2 -> path += "/" + envelopes[open] + "/recipients";
      case 3 -> path += "/" + envelopes[open] + "/documents/combined";
      default -> path += "/" + envelopes[open];
    }
    boolean fails = random.nextInt(40) == 0;
    status = fails ? (random.nextBoolean() ? 400 : 404) : status;
    String code = status == 400 ? "INVALID_REQUEST_PARAMETER" : "ENVELOPE_DOES_NOT_EXIST";
    Instant time = START.plusMillis(i * 1_700L + random.nextInt(1_000));
    int millis = 40 + random.nextInt(400);
    return switch (format) {
      case "ndjson" ->
          "{\"timestamp\":\""
              + time
              + "\",\"level\":\"INFO\",\"logger\":\"com.example.isv.docusign.HttpLog\",\"thread\":\"http-nio-8080-exec-"
              + i % 40
              + "\",\"method\":\""
              + method
              + "\",\"url\":\"https://demo.docusign.net"
              + path
              + "\",\"status\":"
              + status
              + ",\"duration_ms\":"
              + millis
              + ",\"trace_token\":\""
              + trace
              + "\",\"user_agent\":\""
              + agent
              + "\""
              + (fails ? ",\"error_code\":\"" + code + "\"" : "")
              + ",\"bytes\":"
              + (500 + random.nextInt(2_000))
              + "}\n";
      case "csv" ->
          time
              + ","
              + method
              + ",https://demo.docusign.net"
              + path
              + ","
              + status
              + ","
              + millis
              + ","
              + trace
              + ","
              + agent
              + "\n";
      default ->
          "10.0.0."
              + account
              + " - - ["
              + ACCESS_TIME.format(time)
              + "] \""
              + method
              + " "
              + path
              + " HTTP/1.1\" "
              + status
              + " "
              + 512
              + " \"-\" \""
              + agent
              + "\"\n";
    };
  }

  private String guid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
