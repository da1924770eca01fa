package org.golivecheck.log.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.golivecheck.log.text.LineFeeds;

/**
 * Bytes as characters of the same number, so that places in the text are offsets; fails where one
 * record takes more of them than it may. Otherwise a quote that is never closed would be read to
 * the end.
 */
final class BoundedReader extends Reader {
  private static final int CHUNK = 8_192;

  /** The record before, one that is not whole yet, and what is read ahead. */
  private static final long MOST_RECORDS = 3;

  /** A record is too long. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;
  }

  private final InputStream in;
  private final int maxRecord;
  private final byte[] bytes = new byte[CHUNK];
  private int next;
  private int filled;
  private long position;
  private long line = 1;
  private long start;
  private byte last;

  BoundedReader(InputStream in, int maxRecord) {
    this.in = in;
    this.maxRecord = maxRecord;
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    if (next == filled && !fill()) {
      return -1;
    }
    // No more than a record may take at a time, as the parser reads ahead.
    int count = Math.min(Math.min(length, filled - next), maxRecord);
    if (position + count - start > MOST_RECORDS * maxRecord) {
      throw new TooLong();
    }
    for (int i = 0; i < count; i++) {
      byte b = bytes[next + i];
      chars[offset + i] = (char) (b & 0xFF);
      line += b == '\n' ? 1 : 0;
    }
    next += count;
    position += count;
    last = bytes[next - 1];
    return count;
  }

  private boolean fill() throws IOException {
    next = 0;
    // Whole, so that where a record is too long does not depend on how the bytes come.
    filled = in.readNBytes(bytes, 0, CHUNK);
    return filled > 0;
  }

  /**
   * Returns where the line that begins with the next byte ends among {@link #bytes}, at its line
   * feed; -1 if it has none, or is long.
   */
  int endOfLine() throws IOException {
    int searched = next;
    while (true) {
      int feed = LineFeeds.find(bytes, searched, filled);
      if (feed >= 0) {
        return feed;
      }
      int kept = filled - next;
      if (kept == CHUNK) {
        return -1;
      }
      System.arraycopy(bytes, next, bytes, 0, kept);
      next = 0;
      filled = kept + in.readNBytes(bytes, kept, CHUNK - kept);
      searched = kept;
      if (filled == kept) {
        return -1;
      }
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /** Returns where the bytes end that were read. */
  int filled() {
    return filled;
  }

  /** Returns where the next byte is among {@link #bytes}. */
  int next() {
    return next;
  }

  /** Passes over the line that ends with the line feed at an index. */
  void pass(int lineFeed) {
    position += lineFeed + 1 - next;
    next = lineFeed + 1;
    start = position;
    line++;
    last = '\n';
  }

  /** Says where the newest record that was read whole begins. */
  void record(long offset) {
    start = offset;
  }

  /** Passes over the rest of the line. */
  void skipLine() throws IOException {
    start = Long.MAX_VALUE / 2;
    int b = 0;
    while (b != '\n' && (next < filled || fill())) {
      b = bytes[next++];
      position++;
    }
    line++;
    start = position;
  }

  /** Returns whether the newest byte that was read ends a line. */
  boolean endsWithLineBreak() {
    return last == '\n' || last == '\r';
  }

  /** Returns how many bytes were read. */
  long position() {
    return position;
  }

  /** Returns the number of the line that the next byte is in, from 1 on. */
  long line() {
    return line;
  }

  @Override
  public void close() {}
}
