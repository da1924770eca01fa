package org.golivecheck.log.redact;

import java.io.IOException;
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
      String boundary = MultipartStage.parameter(contentType, "boundary");
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

  /** Rewrites a body in the form that its first bytes and the headers show. */
  static final class BodyStage implements Stage {
    private static final int HEAD = 512;

    private final Stages stages;
    private final @Nullable String contentType;
    private final @Nullable String encoding;
    private final byte[] head = new byte[HEAD];
    private int length;
    private @Nullable Stage body;

    BodyStage(Stages stages, @Nullable String contentType, @Nullable String encoding) {
      this.stages = stages;
      this.contentType = contentType;
      this.encoding = encoding;
    }

    @Override
    public void write(byte[] bytes, int from, int to) throws IOException {
      int at = from;
      if (body == null) {
        int count = Math.min(to - from, HEAD - length);
        System.arraycopy(bytes, from, head, length, count);
        length += count;
        at += count;
        if (length == HEAD) {
          begin();
        }
      }
      if (body != null && at < to) {
        body.write(bytes, at, to);
      }
    }

    private Stage begin() throws IOException {
      Stage found =
          isBlank() ? stages.text() : stages.forBody(contentType, encoding, head, 0, length);
      found.write(head, 0, length);
      body = found;
      return found;
    }

    /** Between the headers and a status line there are at least line breaks. */
    private boolean isBlank() {
      for (int i = 0; i < length; i++) {
        if (head[i] < 0 || head[i] > ' ') {
          return false;
        }
      }
      return length < HEAD;
    }

    @Override
    public void end() throws IOException {
      (body == null ? begin() : body).end();
    }
  }

  /** Hides all bytes: those of documents, images, and values of secret form fields. */
  static final class DocumentStage implements Stage {
    /** This many bytes show whether a line may be a status line. */
    private static final int HEAD = 4;

    private final OutputStream out;
    private final LineForms lines = new LineForms();
    private final byte[] held = new byte[1 << 13];
    private final byte[] forms = new byte[1 << 13];
    private int length;

    DocumentStage(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(byte[] bytes, int from, int to) throws IOException {
      int at = from;
      while (at < to) {
        int count = Math.min(to - at, held.length - length);
        System.arraycopy(bytes, at, held, length, count);
        length += count;
        at += count;
        if (length == held.length) {
          flush(length - HEAD);
        }
      }
    }

    private void flush(int end) throws IOException {
      lines.mark(held, 0, end, length, forms);
      for (int i = 0; i < end; i++) {
        held[i] = LineForms.masked(held[i], forms[i]);
      }
      out.write(held, 0, end);
      System.arraycopy(held, end, held, 0, length - end);
      length -= end;
    }

    @Override
    public void end() throws IOException {
      flush(length);
    }
  }

  /** Rewrites bytes that are pushed in, in parts of any size, to as many bytes. */
  interface Stage {

    /** Takes the next bytes, and writes what can be written. */
    void write(byte[] bytes, int from, int to) throws IOException;

    /** Writes the rest. */
    void end() throws IOException;
  }
}
