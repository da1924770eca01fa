package org.golivecheck.log.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive of Fiddler, by its published format: raw messages, and the times of each exchange. */
final class SazRendering implements Rendering {
  /** Fiddler writes local times with their offset, in ticks. */
  private static final DateTimeFormatter TIMER =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSxxx", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(-7));

  private final boolean packed;

  /**
   * Makes a rendering.
   *
   * @param packed whether answers are in chunks of gzip, and zipped again by kind of entry
   */
  SazRendering(boolean packed) {
    this.packed = packed;
  }

  @Override
  public String format() {
    return "saz";
  }

  @Override
  public String variant() {
    return packed ? "chunks of gzip, entries by kind" : "as Fiddler saves it";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("raw/"));
      if (packed) {
        for (String kind : List.of("m", "s", "c")) {
          for (ScenarioCall call : calls) {
            entry(call, kind, zip);
          }
        }
      } else {
        for (ScenarioCall call : calls) {
          entry(call, "c", zip);
          entry(call, "m", zip);
          entry(call, "s", zip);
        }
      }
      text("_index.htm", "<html><head><style>", zip);
      text("[Content_Types].xml", "<?xml version=\"1.0\"?><Types/>", zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void entry(ScenarioCall call, String kind, ZipOutputStream zip) throws IOException {
    String name = String.format(Locale.ROOT, "raw/%02d_%s.", call.number(), kind);
    switch (kind) {
      case "c" -> text(name + "txt", request(call), zip);
      case "m" -> text(name + "xml", "\uFEFF" + times(call), zip);
      default -> {
        zip.putNextEntry(new ZipEntry(name + "txt"));
        zip.write(answer(call));
      }
    }
  }

  private static void text(String name, String text, ZipOutputStream zip) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String request(ScenarioCall call) {
    StringBuilder text = new StringBuilder();
    text.append(call.method()).append(' ').append(call.url()).append(" HTTP/1.1\r\n");
    headers(call.requestHeaders(), text);
    text.append("Host: ").append(call.host()).append("\r\n\r\n");
    return text.append(call.requestBody()).toString();
  }

  private static String times(ScenarioCall call) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<Session SID=\""
        + call.number()
        + "\" BitFlags=\"1f\">\r\n  <SessionTimers ClientConnected=\""
        + timer(call.start().minusSeconds(5))
        + "\" ClientBeginRequest=\""
        + timer(call.start())
        + "\" GatewayTime=\"0\" ServerDoneResponse=\""
        + timer(call.end().minusMillis(2))
        + "\" ClientDoneResponse=\""
        + timer(call.end())
        + "\" />\r\n  <PipeInfo />\r\n</Session>";
  }

  private static String timer(Instant time) {
    return TIMER.format(time);
  }

  private byte[] answer(ScenarioCall call) throws IOException {
    StringBuilder head = new StringBuilder();
    head.append("HTTP/1.1 ").append(call.status()).append(' ').append(call.reason());
    head.append("\r\n");
    headers(call.responseHeaders(), head);
    byte[] body = call.responseBody().getBytes(StandardCharsets.UTF_8);
    if (packed) {
      head.append("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n");
      body = chunks(gzip(body));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    bytes.write(body);
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }

  private static byte[] chunks(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int from = 0; from < body.length; from += 10) {
      int count = Math.min(10, body.length - from);
      bytes.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      bytes.write(body, from, count);
      bytes.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    bytes.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }

  private static void headers(Map<String, String> headers, StringBuilder text) {
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
  }
}
