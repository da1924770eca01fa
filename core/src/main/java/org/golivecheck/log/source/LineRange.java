package org.golivecheck.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.golivecheck.log.text.LineFeeds;

/** The lines of a file that begin in a range of its bytes, the last one to its end. */
final class LineRange extends InputStream {
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
      int feed = LineFeeds.find(bytes, 0, read);
      if (feed >= 0) {
        return at + feed + 1;
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
      feeds += LineFeeds.count(bytes, 0, read);
      at += read;
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
    long unended = Math.max(0, to - 1 - position);
    int feed = unended < read ? LineFeeds.find(into, offset + (int) unended, offset + read) : -1;
    if (feed >= 0) {
      ended = true;
      return feed + 1 - offset;
    }
    position += read;
    return read;
  }
}
