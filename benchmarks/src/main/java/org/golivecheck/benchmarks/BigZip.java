package org.golivecheck.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes zips of request logs of any size, the same bytes for the same size: two thirds of each
 * entry is a base64 document or a JSON body, as in real logs.
 */
public final class BigZip {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final String ACCOUNT = "1e2d3c4b-0000-4000-8000-000000000001";

  private static final String RECIPIENT =
      "{\"recipientType\":\"signer\",\"recipientIdGuid\":\"00000000-0000-4000-8000-000000000000\","
          + "\"requireIdLookup\":\"false\",\"status\":\"sent\",\"completedCount\":\"0\","
          + "\"deliveryMethod\":\"email\",\"totalTabCount\":\"0\"},";

  private BigZip() {}

  /** Writes a zip: {@code BigZip FILE CALLS [small]}; small ones have no documents. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Integer.parseInt(args[1]), args.length < 3);
  }

  /** Writes a zip of a number of calls, unless the file is there already. */
  static Path write(Path file, int calls) throws IOException {
    return write(file, calls, /* documents= */ true);
  }

  private static Path write(Path file, int calls, boolean documents) throws IOException {
    if (Files.exists(file)) {
      return file;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      SplittableRandom random = new SplittableRandom(42);
      for (int i = 0; i < calls; i++) {
        boolean send = i % 2 == 0;
        ZipEntry entry =
            new ZipEntry(
                String.format(
                    Locale.ROOT,
                    "%06d_%s",
                    i,
                    send ? "Created_CreateEnvelope.txt" : "OK_GetEnvelope.txt"));
        entry.setTime(1_764_000_000_000L);
        zip.putNextEntry(entry);
        zip.write(entry(i, send, documents, random).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return Files.move(part, file);
  }

  private static String entry(int i, boolean send, boolean documents, SplittableRandom random) {
    String trace = guid(i, 0x7ace);
    String envelope = guid(i, 0xe5e1);
    Instant time = START.plusSeconds(i * 7L);
    byte[] noise = new byte[documents ? (send ? 2_850 : 1_870) : 0];
    random.nextBytes(noise);
    String document = Base64.getEncoder().encodeToString(noise);
    String path =
        "https://demo.docusign.net:8801/restapi/v2.1/accounts/"
            + ACCOUNT
            + "/envelopes"
            + (send ? "" : "/" + envelope);
    String request =
        send
            ? "{\"emailSubject\":\"Please sign\",\"documents\":[{\"documentBase64\":\""
                + document
                + "\",\"documentId\":\"1\",\"name\":\"contract.pdf\"}],\"status\":\"sent\"}"
            : "";
    String response =
        send
            ? "{\"envelopeId\":\""
                + envelope
                + "\",\"status\":\"sent\",\"uri\":\"/envelopes/"
                + envelope
                + "\"}"
            : "{\"status\":\"completed\",\"envelopeId\":\""
                + envelope
                + "\",\"purgeState\":\"unpurged\",\"certificateUri\":\"/envelopes/"
                + envelope
                + "/documents/summary\",\"customFields\":{\"note\":\""
                + document
                + "\"},\"recipients\":["
                + RECIPIENT.repeat(documents ? 6 : 1)
                + "null]}";
    StringBuilder text = new StringBuilder(6_000);
    line(text, "TraceToken: " + trace);
    line(text, "Timestamp: " + time.toString().replace("Z", ".1234567Z"));
    line(text, "");
    line(text, (send ? "POST " : "GET ") + path);
    line(text, "Accept: application/json");
    line(text, "Authorization: Bearer [omitted]");
    line(text, "Content-Length: " + request.length());
    line(text, "Content-Type: application/json");
    line(text, "Host: demo.docusign.net");
    line(text, "User-Agent: Swagger-Codegen/v2.1/6.0.0/Java/17.0.2");
    line(text, "X-DocuSign-SDK: Java");
    line(text, "X-SecurityProtocol-Version: TLSv1.3");
    line(text, "X-SecurityProtocol-CipherSuite: TLS_AES_256_GCM_SHA384");
    line(text, "x-forwarded-for: 198.51.100.7");
    line(text, "");
    if (send) {
      line(text, request);
      line(text, "");
    }
    line(text, send ? "201 Created" : "200 OK");
    line(text, "");
    line(text, "Cache-Control: no-cache");
    line(text, "Content-Type: application/json; charset=utf-8");
    line(text, "X-RateLimit-Reset: " + (time.getEpochSecond() / 3600 + 1) * 3600);
    line(text, "X-RateLimit-Limit: 3000");
    line(text, "X-RateLimit-Remaining: " + (2_999 - i % 500));
    line(text, "X-BurstLimit-Limit: 500");
    line(text, "X-BurstLimit-Remaining: 499");
    line(text, "X-DocuSign-TraceToken: " + trace);
    line(text, "");
    return text.append(response).toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append("\r\n");
  }

  /** An invented GUID that looks random but is the same for the same numbers. */
  private static String guid(long number, long salt) {
    SplittableRandom random = new SplittableRandom(number << 16 | salt);
    return new java.util.UUID(random.nextLong(), random.nextLong()).toString();
  }
}
