package org.golivecheck.log.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** DocuSign's own log: a zip with one text for each call that its eSignature gateway answered. */
final class RequestLogRendering implements Rendering {
  private static final DateTimeFormatter TICKS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String format() {
    return "request-log";
  }

  @Override
  public String variant() {
    return "zip of the diagnostics API";
  }

  @Override
  public boolean ofOwnSide() {
    return false;
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      int index = 0;
      for (ScenarioCall call : calls) {
        if (call.isOfRequestLog()) {
          String name =
              String.format(
                  Locale.ROOT,
                  "%02d_%s_%s.txt",
                  index++,
                  call.reason().replace(" ", ""),
                  call.operation());
          zip.putNextEntry(new ZipEntry(name));
          zip.write(text(call).getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String text(ScenarioCall call) {
    StringBuilder text = new StringBuilder();
    text.append("TraceToken: ").append(call.traceToken()).append("\r\n");
    text.append("Timestamp: ").append(TICKS.format(call.end())).append("\r\n\r\n");
    text.append(call.method()).append(' ').append(call.url()).append("\r\n");
    call.requestHeaders().forEach((name, value) -> header(name, value, text));
    text.append("X-DocuSign-TimeTrack: lab\r\n\r\n");
    if (!call.requestBody().isEmpty()) {
      text.append(call.requestBody()).append("\r\n\r\n");
    }
    text.append(call.status()).append(' ').append(call.reason().replace(" ", ""));
    text.append("\r\n\r\n");
    call.responseHeaders().forEach((name, value) -> header(name, value, text));
    text.append("X-DocuSign-TimeTrack: lab;REST0_Start,").append(TICKS.format(call.start()));
    text.append(";REST0_End,").append(TICKS.format(call.end())).append("\r\n\r\n");
    return text.append(call.responseBody()).toString();
  }

  private static void header(String name, String value, StringBuilder text) {
    String shown = name.equals("Authorization") ? "Bearer [omitted]" : value;
    text.append(name).append(": ").append(shown).append("\r\n");
  }
}
