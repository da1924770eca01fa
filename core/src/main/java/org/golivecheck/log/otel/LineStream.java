package org.golivecheck.log.otel;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.golivecheck.log.text.LineSource;

/** What is left of a line, however long, as a stream that ends where the line does. */
final class LineStream extends InputStream {
  private final LineSource lines;
  private int at;

  /**
   * Begins within the first part of a line.
   *
   * @param from where, among the bytes of {@code lines}
   */
  LineStream(LineSource lines, int from) {
    this.lines = lines;
    at = from;
  }

  private boolean isAtEnd() throws IOException {
    while (at == lines.to()) {
      if (!lines.more()) {
        return true;
      }
      at = lines.from();
    }
    return false;
  }

  @Override
  public int read() throws IOException {
    return isAtEnd() ? -1 : lines.bytes()[at++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, into.length);
    if (count == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int taken = Math.min(count, lines.to() - at);
    System.arraycopy(lines.bytes(), at, into, offset, taken);
    at += taken;
    return taken;
  }
}
