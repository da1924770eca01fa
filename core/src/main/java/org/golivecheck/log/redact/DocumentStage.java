package org.golivecheck.log.redact;

import java.io.IOException;
import java.io.OutputStream;

/** Hides all bytes: those of documents, images, and values of secret form fields. */
final class DocumentStage implements Stage {
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
