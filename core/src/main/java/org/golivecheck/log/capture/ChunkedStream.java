package org.golivecheck.log.capture;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Takes a body out of its chunks. What follows the last one is not read. */
final class ChunkedStream extends FilterInputStream {
  private static final int LONGEST_LINE = 4_096;
  private static final long LARGEST = 1L << 40;

  private long left;
  private boolean ended;
  private boolean first = true;

  ChunkedStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    if (!hasMore()) {
      return -1;
    }
    left--;
    return in.read();
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, into.length);
    if (count == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int read = in.read(into, offset, (int) Math.min(count, left));
    if (read < 0) {
      throw new EOFException("a chunk is cut");
    }
    left -= read;
    return read;
  }

  private boolean hasMore() throws IOException {
    if (left == 0 && !ended) {
      if (!first) {
        passLine();
      }
      first = false;
      left = size();
      ended = left == 0;
    }
    return !ended;
  }

  private void passLine() throws IOException {
    int b = in.read();
    while (b >= 0 && b != '\n') {
      b = in.read();
    }
  }

  /** Reads the line before a chunk: its size, and maybe extensions. */
  private long size() throws IOException {
    long size = -1;
    boolean digits = true;
    for (int i = 0; i < LONGEST_LINE; i++) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("the last chunk is missing");
      }
      if (b == '\n' && size >= 0) {
        return size;
      }
      int digit = digits ? Character.digit(b, 16) : -1;
      digits = digit >= 0;
      if (digits) {
        size = Math.max(0, size) * 16 + digit;
      }
      if (size > LARGEST || (size < 0 && !digits)) {
        break;
      }
    }
    throw new IOException("no size of a chunk");
  }
}
