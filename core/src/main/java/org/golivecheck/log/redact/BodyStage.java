package org.golivecheck.log.redact;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rewrites a body in the form that its first bytes and the headers show. */
final class BodyStage implements Stage {
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
