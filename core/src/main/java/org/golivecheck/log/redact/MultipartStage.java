package org.golivecheck.log.redact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.golivecheck.log.redact.Stages.Stage;
import org.golivecheck.redaction.find.SensitiveText;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a multipart body: part headers as text; the content of parts that are files or secret
 * fields is hidden altogether, that of others is rewritten as text.
 */
final class MultipartStage implements Stage {
  /** Longer lines are content. */
  private static final int MAX_LINE = 8 * 1024;

  private static final int MAX_HEADERS = 64 * 1024;

  private final Stages stages;
  private final byte[] delimiter;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder headers = new StringBuilder();
  private Stage content;
  private boolean inHeaders;
  private boolean goesOn;

  /**
   * Sets up.
   *
   * @param boundary the boundary of the parts
   */
  MultipartStage(Stages stages, String boundary) {
    this.stages = stages;
    delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    content = stages.text();
  }

  @Override
  public void write(byte[] bytes, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      int end = at;
      while (end < to && bytes[end] != '\n' && line.size() + end - at < MAX_LINE) {
        end++;
      }
      boolean ended = end < to && bytes[end] == '\n';
      end += ended ? 1 : 0;
      line.write(bytes, at, end - at);
      at = end;
      if (ended || line.size() >= MAX_LINE) {
        line(ended);
      }
    }
  }

  private void line(boolean ended) throws IOException {
    byte[] bytes = line.toByteArray();
    line.reset();
    if (!goesOn && isDelimiter(bytes)) {
      content.end();
      content = stages.technical();
      content.write(bytes, 0, bytes.length);
      inHeaders = true;
      headers.setLength(0);
    } else if (inHeaders) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      hideFileName(bytes);
      content.write(bytes, 0, bytes.length);
      header(text, ended);
    } else {
      content.write(bytes, 0, bytes.length);
    }
    goesOn = !ended;
  }

  private static void hideFileName(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String name = parameter(text, "filename");
    if (name == null) {
      return;
    }
    int from = text.indexOf(name, text.toLowerCase(Locale.ROOT).indexOf("filename"));
    for (int i = from; i < from + name.length(); i++) {
      bytes[i] = LineForms.masked(bytes[i], LineForms.FREE);
    }
  }

  private void header(String text, boolean ended) throws IOException {
    if (headers.length() < MAX_HEADERS) {
      headers.append(text);
    }
    if (ended && !goesOn && text.isBlank()) {
      inHeaders = false;
      content.end();
      content = hidesContent() ? stages.document() : stages.text();
    }
  }

  private boolean isDelimiter(byte[] bytes) {
    for (int i = 0; i < delimiter.length; i++) {
      if (i == bytes.length || bytes[i] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean hidesContent() {
    String text = headers.toString();
    String folded = text.toLowerCase(Locale.ROOT);
    String name = parameter(text, "name");
    return folded.contains("filename")
        || folded.contains("content-transfer-encoding: base64")
        || (folded.contains("content-type:") && !isText(folded))
        || (name != null && SensitiveText.ofField(name) != null);
  }

  private static boolean isText(String headers) {
    return headers.contains("text/")
        || headers.contains("json")
        || headers.contains("xml")
        || headers.contains("form-urlencoded");
  }

  @Override
  public void end() throws IOException {
    if (line.size() > 0) {
      line(/* ended= */ false);
    }
    content.end();
  }

  /** Returns the first parameter of a parameter, or null where it is missing or empty. */
  static @Nullable String parameter(String header, String name) {
    String folded = header.toLowerCase(Locale.ROOT);
    int at = folded.indexOf(name + "=");
    while (at > 0 && Character.isLetter(folded.charAt(at - 1))) {
      at = folded.indexOf(name + "=", at + 1);
    }
    if (at < 0) {
      return null;
    }
    int from = at + name.length() + 1;
    boolean quoted = from < header.length() && header.charAt(from) == '"';
    int start = quoted ? from + 1 : from;
    int end = start;
    while (end < header.length() && !ends(header.charAt(end), quoted)) {
      end++;
    }
    return end == start ? null : header.substring(start, end);
  }

  private static boolean ends(char c, boolean quoted) {
    return quoted ? c == '"' : c == ';' || c <= ' ';
  }
}
