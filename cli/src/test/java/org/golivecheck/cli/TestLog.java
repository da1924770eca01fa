package org.golivecheck.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A log of a few calls: a zip with one entry of NDJSON per call. */
public record TestLog(List<String> entries) {
  public static final String PATH =
      "/restapi/v2.1/accounts/11111111-1111-4111-8111-111111111111/envelopes";

  private static final String ENVELOPE = PATH + "/00000000-0000-4000-8000-000000000000";

  /** The fingerprint of what {@link #polling} does wrong. */
  public static final String POLLING =
      "PL-001 /restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}";

  /** Twenty calls without a fault: PASS. */
  public static TestLog clean() {
    return new TestLog(records(0, 20));
  }

  /** Three calls without a fault: FAIL. */
  public static TestLog tooFew() {
    return new TestLog(records(0, 3));
  }

  /** Twenty calls without a fault after one that failed: PASS, with a warning. */
  public static TestLog warned() {
    List<String> entries = new ArrayList<>(List.of(record(0, "POST", PATH, 400)));
    entries.addAll(records(1, 20));
    return new TestLog(entries);
  }

  /** Twenty calls without a fault, and a GET of one envelope each minute: FAIL by PL-001. */
  public static TestLog polling(int breaches) {
    List<String> entries = new ArrayList<>(records(0, 20));
    for (int i = 0; i <= breaches; i++) {
      entries.add(record(30 + i, "GET", ENVELOPE, 200));
    }
    return new TestLog(entries);
  }

  /** No entry at all: NO_VERDICT. */
  public static TestLog empty() {
    return new TestLog(List.of());
  }

  /** Entries as given. */
  public static TestLog of(String... entries) {
    return new TestLog(List.of(entries));
  }

  private static List<String> records(int from, int count) {
    List<String> records = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      records.add(record(i, "POST", PATH, 201));
    }
    return Collections.unmodifiableList(records);
  }

  private static String record(int minute, String method, String path, int status) {
    return String.format(
        Locale.ROOT,
        "{\"timestamp\":\"2026-11-23T12:%02d:00Z\",\"method\":\"%s\",\"url\":"
            + "\"https://demo.docusign.net%s\",\"status\":%d}",
        minute,
        method,
        path,
        status);
  }

  /** Returns the zip. */
  public byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries.size(); i++) {
        zip.putNextEntry(new ZipEntry(String.format(Locale.ROOT, "%02d.txt", i)));
        zip.write(entries.get(i).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
