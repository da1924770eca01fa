package org.golivecheck.log.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/** Prints how fast typical entries are read on one core. Run by hand; not a test. */
final class RequestLogTiming {
  private static final String TOKEN = "0a1b2c3d-0000-4000-8000-aabbccddeeff";
  private static final int BATCH_BYTES = 10_000_000;

  /** The best of many short runs counts: a busy machine disturbs some of them only. */
  private static final int BATCHES = 100;

  private RequestLogTiming() {}

  public static void main(String[] args) throws IOException {
    byte[] compact =
        entry(2_700, "{\"email\":\"a@example.com\",\"status\":\"sent\",\"recipientId\":\"1\"},");
    byte[] large =
        entry(200_000, "{\"email\":\"a@example.com\",\"status\":\"sent\",\"recipientId\":\"1\"},");
    byte[] pretty =
        entry(
            2_700,
            "  {\r\n    \"email\": \"a@example.com\",\r\n    \"status\": \"sent\"\r\n  },\r\n");
    LongAdder calls = new LongAdder();
    ReadSession session =
        new RequestLogReader()
            .open(new ReadContext(ReadLimits.DEFAULT, FormatOptions.NONE, problem -> {}));
    for (int round = 0; round < 6; round++) {
      measure("compact", session, compact, calls);
      measure("pretty", session, pretty, calls);
      measure("large", session, large, calls);
    }
    System.out.println(calls.sum() + " calls");
  }

  private static void measure(String name, ReadSession session, byte[] entry, LongAdder calls)
      throws IOException {
    int entries = BATCH_BYTES / entry.length;
    long best = Long.MAX_VALUE;
    for (int batch = 0; batch < BATCHES; batch++) {
      long start = System.nanoTime();
      for (int i = 0; i < entries; i++) {
        session.read(
            "a.zip!00_OK_GetEnvelope.txt",
            new ByteArrayInputStream(entry),
            call -> calls.increment());
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.printf(
        Locale.ROOT,
        "%-8s %d bytes: %.0f MB/s, %.2f us an entry%n",
        name,
        entry.length,
        entries * (double) entry.length / best * 1e3,
        best / 1e3 / entries);
  }

  /** Returns an entry of 2 KB with an answer of this size, made of this item. */
  private static byte[] entry(int answer, String item) {
    String text =
        """
        TraceToken: %s
        Timestamp: 2026-03-01T09:15:30.0534526Z

        PUT https://demo.docusign.net:8801/restapi/v2.1/accounts/1f0c2a52-9a0e-4a7e-8f5d-0a1b2c3d4e5f/envelopes/6f1c2a52-9a0e-4a7e-8f5d-0a1b2c3d4e5f/recipients
        Accept: application/json
        Accept-Encoding: gzip, deflate
        Authorization: Bearer [omitted]
        Content-Length: %d
        Content-Type: application/json; charset=utf-8
        Host: demo.docusign.net
        User-Agent: Swagger-Codegen/v2.1/6.0.0/Java/17.0.9
        X-DocuSign-SDK: Java
        X-SecurityProtocol-Version: TLSv1.2
        X-SecurityProtocol-CipherSuite: ECDHE-RSA-AES256-GCM-SHA384
        x-forwarded-for: 192.0.2.1
        x-forwarded-for-martini: 192.0.2.1

        %s

        200 OK

        Cache-Control: no-cache
        Content-Type: application/json; charset=utf-8
        X-RateLimit-Reset: 1772355600
        X-RateLimit-Limit: 3000
        X-RateLimit-Remaining: 2999
        X-BurstLimit-Limit: 500
        X-BurstLimit-Remaining: 499
        X-DocuSign-TraceToken: %s
        X-DocuSign-Node: DA1DFE1
        Date: Sun, 01 Mar 2026 09:15:30 GMT

        """
            .replace("\n", "\r\n");
    String request = "[" + item.repeat(1_000 / item.length()) + "{}]";
    String response = "[" + item.repeat(answer / item.length()) + "{}]";
    return (text.formatted(TOKEN, request.length(), request, TOKEN) + response)
        .getBytes(StandardCharsets.UTF_8);
  }
}
