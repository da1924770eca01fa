package org.golivecheck.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose next bytes can be examined before they are consumed. Reused from entry to entry.
 *
 * <p>The buffered bytes are the {@code available()} bytes from {@code buffer()[next()]} on.
 */
class PeekStream extends InputStream {
  private final byte[] buffer;
  private InputStream in = InputStream.nullInputStream();
  private int next;
  private int end;
  private boolean ended;
  private long loaded;
  private long limit = Long.MAX_VALUE;
  private @Nullable IOException failure;

  PeekStream(int size) {
    buffer = new byte[size];
  }

  PeekStream(int size, InputStream in) {
    this(size);
    this.in = in;
  }

  /** Starts over with another stream. */
  void reset(InputStream other) {
    in = other;
    moveTo(0);
    limit = Long.MAX_VALUE;
    failure = null;
  }

  /** Discards the buffered bytes. The next ones are read from a position. */
  final void moveTo(long position) {
    next = 0;
    end = 0;
    ended = false;
    loaded = position;
  }

  /** Buffers at least this many bytes, fewer only at the end, and returns how many are buffered. */
  final int ensure(int wanted) throws IOException {
    if (end - next < wanted && !ended) {
      fillTo(Math.min(wanted, buffer.length));
    }
    return end - next;
  }

  /**
   * Buffers as many bytes as can be read, up to a number. A failure after the first of them is
   * kept, and thrown when reading gets there.
   */
  final int look(int wanted) throws IOException {
    try {
      return ensure(wanted);
    } catch (IOException e) {
      if (next == end) {
        throw e;
      }
      return end - next;
    }
  }

  private void fillTo(int wanted) throws IOException {
    if (next + wanted > buffer.length || next == end) {
      System.arraycopy(buffer, next, buffer, 0, end - next);
      end -= next;
      next = 0;
    }
    while (end - next < wanted && !ended) {
      int count = load(buffer, end, buffer.length - end);
      if (count > 0) {
        end += count;
      }
    }
  }

  private int load(byte[] into, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (ended) {
      return -1;
    }
    try {
      int count = refill(into, offset, length);
      if (count < 0) {
        ended = true;
      } else {
        loaded += count;
        checkLimit();
      }
      return count;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Reads on into an array; returns -1 at the end. */
  int refill(byte[] into, int offset, int length) throws IOException {
    return in.read(into, offset, length);
  }

  /** Limits the bytes from the start of the stream. More are a fault, now or when they are read. */
  final void limit(long bytes) throws EntryFault {
    limit = bytes;
    checkLimit();
  }

  private void checkLimit() throws EntryFault {
    if (loaded > limit) {
      throw EntryFault.limit("entry-bytes", limit);
    }
  }

  /** Returns why the stream could not be read further, or null if it could. */
  final @Nullable IOException failure() {
    return failure;
  }

  final byte[] buffer() {
    return buffer;
  }

  final int next() {
    return next;
  }

  /** Returns the position of the next byte, counted from the start of the stream. */
  final long position() {
    return loaded - (end - next);
  }

  /** Consumes this many of the buffered bytes. */
  final void take(int count) {
    Objects.checkFromIndexSize(next, count, end);
    next += count;
  }

  /**
   * Replaces this many of the buffered bytes by blanks, except for line breaks, so that what
   * follows keeps its line number and offset. Returns how many lines were not blank.
   */
  final int blank(int count) {
    int lines = 0;
    boolean blank = true;
    Objects.checkFromIndexSize(next, count, end);
    for (int i = next; i < next + count; i++) {
      if (buffer[i] == '\n') {
        lines += blank ? 0 : 1;
        blank = true;
      } else if (buffer[i] > ' ' || buffer[i] < 0) {
        buffer[i] = ' ';
        blank = false;
      }
    }
    return lines;
  }

  /** Moves to a position if its byte is buffered, and returns whether it is. */
  final boolean moveInSight(long position) {
    long index = position - (loaded - end);
    if (index < 0 || index > end) {
      return false;
    }
    next = (int) index;
    return true;
  }

  /** Skips this many bytes, and returns whether there were that many. */
  final boolean pass(long count) throws IOException {
    long left = count;
    while (left > 0) {
      int seen = (int) Math.min(ensure(1), left);
      if (seen == 0) {
        return false;
      }
      next += seen;
      left -= seen;
    }
    return true;
  }

  /** Skips everything up to the end. */
  final void drain() throws IOException {
    do {
      next = end;
    } while (ensure(1) > 0);
  }

  @Override
  public final int available() {
    return end - next;
  }

  @Override
  public final int read() throws IOException {
    return ensure(1) == 0 ? -1 : buffer[next++] & 0xFF;
  }

  @Override
  public final int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (next == end && length >= buffer.length / 2) {
      next = 0;
      end = 0;
      return load(into, offset, length);
    }
    int count = Math.min(ensure(1), length);
    if (count == 0) {
      return -1;
    }
    System.arraycopy(buffer, next, into, offset, count);
    next += count;
    return count;
  }
}
