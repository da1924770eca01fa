package org.golivecheck.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The lines of a file that begin in a range of its bytes, the last one to its end. */
final class LineRange extends InputStream {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long FEEDS = 0x0A0A_0A0A_0A0A_0A0AL;
  private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

  private final FileChannel file;
  private final long to;
  private final byte[] one = new byte[1];
  private long position;
  private boolean ended;

  /**
   * Goes to the first line.
   *
   * @param from where the range begins
   * @param to where it ends: the next line belongs to the next range
   */
  LineRange(FileChannel file, long from, long to) throws IOException {
    this.file = file;
    this.to = to;
    position = from == 0 ? 0 : lineAfter(file, from - 1);
    ended = position >= to;
  }

  /** Returns where the line after the one with a position begins, or the end of the file. */
  static long lineAfter(FileChannel file, long position) throws IOException {
    byte[] bytes = new byte[8192];
    for (long at = position; ; ) {
      int read = file.read(ByteBuffer.wrap(bytes), at);
      for (int i = 0; i < read; i++) {
        if (bytes[i] == '\n') {
          return at + i + 1;
        }
      }
      if (read < 0) {
        return at;
      }
      at += read;
    }
  }

  /** Counts the line feeds in a range of bytes. */
  static long feeds(FileChannel file, long from, long to) throws IOException {
    byte[] bytes = new byte[1 << 17];
    long feeds = 0;
    for (long at = from; at < to; ) {
      int wanted = (int) Math.min(bytes.length, to - at);
      int read = file.read(ByteBuffer.wrap(bytes, 0, wanted), at);
      if (read < 0) {
        throw new IOException("the file has become shorter");
      }
      feeds += feeds(bytes, read);
      at += read;
    }
    return feeds;
  }

  /** Counts the line feeds among the first bytes. */
  static long feeds(byte[] bytes, int length) {
    long feeds = 0;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      long differs = (long) LONGS.get(bytes, i) ^ FEEDS;
      // The high bit of each byte that is zero, exactly.
      long zeros = ~(((differs & LOW_BITS) + LOW_BITS) | differs | LOW_BITS);
      feeds += Long.bitCount(zeros);
    }
    for (; i < length; i++) {
      feeds += bytes[i] == '\n' ? 1 : 0;
    }
    return feeds;
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
    int read = ended ? -1 : file.read(ByteBuffer.wrap(into, offset, length), position);
    if (read < 0) {
      ended = true;
      return -1;
    }
    long lastBegins = Math.max(0, to - 1 - position);
    for (long i = lastBegins; i < read; i++) {
      if (into[offset + (int) i] == '\n') {
        ended = true;
        return (int) i + 1;
      }
    }
    position += read;
    return read;
  }
}
