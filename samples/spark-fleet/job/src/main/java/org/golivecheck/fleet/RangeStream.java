package org.golivecheck.fleet;

import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream that begin in a range of its bytes, the last one to its end. */
final class RangeStream extends InputStream {
  private final InputStream in;
  private final byte[] one = new byte[1];
  private long position;
  private final long to;
  private boolean ended;
  private boolean inLine;
  private long lines;

  /**
   * Passes over the rest of the line that begins before the range.
   *
   * @param in stands at {@code from - 1}, or at the beginning if {@code from} is 0
   */
  RangeStream(InputStream in, long from, long to) throws IOException {
    this.in = in;
    this.to = to;
    position = Math.max(0, from - 1);
    for (boolean begun = from == 0; !begun && !ended; ) {
      int next = in.read();
      ended = next < 0;
      begun = next == '\n';
      position++;
    }
    ended |= position >= to;
  }

  /** Returns how many lines were read that are not blank. */
  long lines() {
    return lines;
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = ended ? -1 : in.read(into, offset, length);
    if (read < 0) {
      ended = true;
      return -1;
    }
    for (int i = 0; i < read; i++) {
      byte next = into[offset + i];
      position++;
      if (next == '\n') {
        inLine = false;
        if (position >= to) {
          ended = true;
          return i + 1;
        }
      } else if (!inLine && next > ' ') {
        inLine = true;
        lines++;
      }
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
