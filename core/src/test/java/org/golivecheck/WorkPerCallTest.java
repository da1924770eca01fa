package org.golivecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.log.LogSource;
import org.junit.jupiter.api.Test;

/**
 * How much memory is allocated for each call more of a log, reading and judging together. Unlike
 * time this is the same on every machine, and grows with most of what makes a check slower. Lower a
 * limit when a change allocates less.
 */
class WorkPerCallTest {
  private static final int CALLS = 6_000;
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void aJsonLog() {
    assertThat(bytesPerCall(calls -> lines("", calls, WorkPerCallTest::json))).isLessThan(700);
  }

  @Test
  void aJsonLogOfManyKeys() {
    assertThat(bytesPerCall(calls -> lines("", calls, WorkPerCallTest::jsonWithKey)))
        .isLessThan(1_000);
  }

  @Test
  void aTable() {
    String names = "timestamp,method,url,status,trace_token\n";
    assertThat(bytesPerCall(calls -> lines(names, calls, WorkPerCallTest::row))).isLessThan(700);
  }

  @Test
  void anAccessLog() {
    assertThat(bytesPerCall(calls -> lines("", calls, WorkPerCallTest::access))).isLessThan(850);
  }

  @Test
  void aZipOfRequestLogs() {
    assertThat(bytesPerCall(WorkPerCallTest::zip)).isLessThan(4_000);
  }

  /**
   * Returns how many bytes more a log of twice as many calls takes, by call: the least of several
   * runs, since code that is not compiled yet allocates more.
   */
  private static long bytesPerCall(IntFunction<byte[]> log) {
    byte[] half = log.apply(CALLS);
    byte[] whole = log.apply(2 * CALLS);
    return LongStream.generate(() -> (bytes(whole) - bytes(half)) / CALLS)
        .limit(4)
        .min()
        .orElseThrow();
  }

  private static long bytes(byte[] log) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    GoLiveCheck.withDefaults()
        .withThreads(1)
        .check(List.of(LogSource.of("log", new ByteArrayInputStream(log))));
    return threads.getThreadAllocatedBytes(thread) - before;
  }

  private static byte[] lines(String names, int calls, IntFunction<String> line) {
    StringBuilder text = new StringBuilder(names);
    for (int i = 0; i < calls; i++) {
      text.append(line.apply(i)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String json(int i) {
    return "{\"timestamp\":\""
        + START.plusSeconds(i)
        + "\",\"method\":\"GET\",\"url\":\"https://demo.docusign.net"
        + path(i)
        + "\",\"status\":200,\"trace_token\":\""
        + new UUID(i, 1)
        + "\"}";
  }

  private static String jsonWithKey(int i) {
    return json(i).replace("}", ",\"integrationKey\":\"" + new UUID(9, i % 40) + "\"}");
  }

  private static String row(int i) {
    return START.plusSeconds(i)
        + ",GET,https://demo.docusign.net"
        + path(i)
        + ",200,"
        + new UUID(i, 1);
  }

  private static String access(int i) {
    return "10.0.0.1 - - [01/Nov/2026:00:"
        + (10 + i / 60 % 50)
        + ":"
        + (10 + i % 50)
        + " +0000] \"GET "
        + path(i)
        + " HTTP/1.1\" 200 512 \"-\" \"Agent/1.0\"";
  }

  private static byte[] zip(int calls) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < calls; i++) {
        zip.putNextEntry(new ZipEntry(i + "_OK_GetEnvelope.txt"));
        String entry =
            "Timestamp: "
                + START.plusSeconds(i)
                + "\r\n\r\nGET https://demo.docusign.net"
                + path(i)
                + "\r\nAccept: */*\r\n\r\n200 OK\r\n\r\nX-DocuSign-TraceToken: "
                + new UUID(i, 1)
                + "\r\n\r\n{}";
        zip.write(entry.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String path(int i) {
    return "/restapi/v2.1/accounts/1/envelopes/" + new UUID(7, i / 3);
  }
}
