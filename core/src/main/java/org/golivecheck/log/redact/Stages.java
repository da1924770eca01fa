package org.golivecheck.log.redact;

import java.io.OutputStream;
import java.util.Locale;
import org.golivecheck.log.RemovedKind;
import org.golivecheck.redaction.find.SensitiveText;
import org.jspecify.annotations.Nullable;

/** Makes the stages for the bodies of one entry. */
final class Stages {
  private final OutputStream out;
  private final SensitiveText all = SensitiveText.all();
  private final SensitiveText technical = SensitiveText.technical();
  private final Hider hider;
  private final Ids ids;
  private final Removals removals;

  Stages(OutputStream out, Hider hider, Ids ids, Removals removals) {
    this.out = out;
    this.hider = hider;
    this.ids = ids;
    this.removals = removals;
  }

  /** Returns a stage for text. */
  Stage text() {
    return new TextStage(out, all, hider, ids);
  }

  /** Returns a stage for text whose names and numbers are not personal. */
  Stage technical() {
    return new TextStage(out, technical, hider, null);
  }

  /** Returns a stage that hides everything. */
  Stage document() {
    removals.add(RemovedKind.DOCUMENT);
    return new DocumentStage(out);
  }

  /**
   * Returns the stage for a body.
   *
   * @param contentType the {@code Content-Type} header, or null
   * @param encoding the {@code Content-Transfer-Encoding} header, or null
   * @param bytes the beginning of the body
   */
  Stage forBody(
      @Nullable String contentType, @Nullable String encoding, byte[] bytes, int from, int to) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (contentType != null && type.contains("multipart/")) {
      String boundary = Parameters.value(contentType, "boundary");
      if (boundary != null) {
        return new MultipartStage(this, boundary);
      }
    }
    if (opensText(bytes, from, to)) {
      return text();
    }
    boolean base64 = encoding != null && encoding.toLowerCase(Locale.ROOT).contains("base64");
    return base64 || isFile(type) || looksBinary(bytes, from, to) ? document() : text();
  }

  /** The reader takes what opens like JSON or XML for text, whatever its type is said to be. */
  private static boolean opensText(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (bytes[i]) {
        case '{', '[', '<', '"' -> {
          return true;
        }
        case ' ', '\t', '\r', '\n', (byte) 0xEF, (byte) 0xBB, (byte) 0xBF -> {
          // White space or a byte order mark.
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private static boolean isFile(String type) {
    return type.contains("application/pdf")
        || type.contains("zip")
        || type.contains("octet-stream")
        || type.contains("officedocument")
        || type.contains("msword")
        || type.contains("image/");
  }

  private static boolean looksBinary(byte[] bytes, int from, int to) {
    int odd = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] == 0) {
        return true;
      }
      odd += bytes[i] >= 0 && bytes[i] < ' ' && "\t\r\n".indexOf(bytes[i]) < 0 ? 1 : 0;
    }
    boolean pdf = to - from >= 4 && bytes[from] == '%' && bytes[from + 1] == 'P';
    return pdf || odd * 10 > to - from;
  }
}
