package org.golivecheck.log.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, one after another, as ranges of a reused buffer. A line ends with LF or CR
 * LF. Memory is bounded: a line longer than the limit is given in parts, the first one as the line,
 * the others on request. Reused; not thread-safe.
 *
 * <pre>{@code
 * lines.start(in);
 * while (lines.next()) {
 *   use(lines.bytes(), lines.from(), lines.to());
 * }
 * }</pre>
 */
public final class LineSource {
  /** Reads a line to its end, so that the end need not be searched for. */
  @FunctionalInterface
  public interface LineReader {
    /**
     * Reads the line that begins at an index of bytes that end at another.
     *
     * @return the index of the line feed at its end; -1 if there is none, or it cannot be read so
     */
    int read(byte[] bytes, int from, int to);
  }

  private static final int CHUNK_BYTES = 64 * 1024;
  private static final InputStream NOTHING = InputStream.nullInputStream();

  private final int maxLineBytes;
  private byte[] buffer;
  private InputStream in = NOTHING;
  private int from;
  private int to;
  private int next;
  private int filled;
  private boolean cut;
  private boolean ended;
  private boolean last;
  private long number;
  private long bufferOffset;
  private long offset;

  /**
   * Creates the buffer.
   *
   * @param maxLineBytes how many bytes of a line are given at once, without its line break
   */
  public LineSource(int maxLineBytes) {
    this.maxLineBytes = maxLineBytes;
    this.buffer = new byte[CHUNK_BYTES];
  }

  /** Begins a text. */
  public void start(InputStream text) {
    in = text;
    from = 0;
    to = 0;
    next = 0;
    filled = 0;
    cut = false;
    ended = false;
    last = false;
    number = 0;
    bufferOffset = 0;
    offset = 0;
  }

  /**
   * Goes to the next line, past all of the line before.
   *
   * @return whether there is one; a text that ends with a line break has no empty line after it
   * @throws IOException if the text cannot be read on
   */
  public boolean next() throws IOException {
    return next(null);
  }

  /**
   * Goes to the next line, past all of the line before.
   *
   * @param reader reads the line before this returns, or null. What it read last is the line, if it
   *     returned the index of a line feed and the line is not {@link #cut}
   * @return as {@link #next()}
   * @throws IOException if the text cannot be read on
   */
  public boolean next(@Nullable LineReader reader) throws IOException {
    while (cut) {
      more();
    }
    offset = bufferOffset + next;
    boolean found = part(reader);
    if (found) {
      number++;
    }
    return found;
  }

  /**
   * Goes to the next part of a line that was cut. {@link #bytes} then contains that part.
   *
   * @return whether there was one
   * @throws IOException if the text cannot be read on
   */
  public boolean more() throws IOException {
    return cut && part(null);
  }

  /** Finds the end of the line or part that begins at {@code next}. Reads on if needed. */
  private boolean part(@Nullable LineReader reader) throws IOException {
    boolean goesOn = cut;
    int start = next;
    int searched = start;
    while (true) {
      // A line of exactly the limit is whole, so its line break has to be read too.
      int end = (int) Math.min(filled, (long) start + maxLineBytes + 2);
      boolean first = searched == start;
      int feed = first && reader != null ? reader.read(buffer, start, end) : -1;
      if (feed < 0) {
        feed = LineFeeds.find(buffer, searched, end);
        if (feed >= 0 && !first && reader != null) {
          reader.read(buffer, start, feed + 1);
        }
      }
      if (feed >= 0) {
        return take(start, withoutReturn(start, feed), feed + 1);
      }
      if (end - start == maxLineBytes + 2L) {
        return takeCut(start);
      }
      searched = end;
      if (ended) {
        cut = false;
        last = true;
        // The rest of a line that was cut may be empty. It is not a line of its own.
        return (goesOn || end > start) && take(start, end, end);
      }
      int shift = fill(start);
      start -= shift;
      searched -= shift;
    }
  }

  private boolean take(int start, int end, int following) {
    from = start;
    to = end;
    next = following;
    // A line break may follow just after the limit.
    cut = false;
    if (end - start > maxLineBytes) {
      return takeCut(start);
    }
    return true;
  }

  private boolean takeCut(int start) {
    from = start;
    to = start + maxLineBytes;
    next = to;
    cut = true;
    return true;
  }

  private int withoutReturn(int start, int feed) {
    return feed > start && buffer[feed - 1] == '\r' ? feed - 1 : feed;
  }

  /** Reads on, and returns by how much the bytes kept moved towards the beginning. */
  private int fill(int keepFrom) throws IOException {
    int shift = 0;
    if (filled == buffer.length) {
      if (keepFrom > 0) {
        shift = keepFrom;
        System.arraycopy(buffer, keepFrom, buffer, 0, filled - keepFrom);
        filled -= shift;
        next -= shift;
        bufferOffset += shift;
      } else {
        long most = Math.min(Integer.MAX_VALUE - 16L, maxLineBytes + 2L + CHUNK_BYTES);
        buffer = Arrays.copyOf(buffer, (int) Math.min(most, 2L * buffer.length));
      }
    }
    int count = in.read(buffer, filled, buffer.length - filled);
    if (count < 0) {
      ended = true;
    } else {
      filled += count;
    }
    return shift;
  }

  /** Returns the bytes among which the line is; valid until the next one. */
  public byte[] bytes() {
    return buffer;
  }

  /** Returns where the line, or the part of it, begins. */
  public int from() {
    return from;
  }

  /** Returns where the line, or the part of it, ends, before its line break. */
  public int to() {
    return to;
  }

  /** Returns whether the line continues after the given part. */
  public boolean cut() {
    return cut;
  }

  /** Returns whether the text ends in the line, without a line break after it. */
  public boolean last() {
    return last;
  }

  /** Returns the number of the line, from 1 on. */
  public long number() {
    return number;
  }

  /** Returns how many bytes of the text are before the line. */
  public long offset() {
    return offset;
  }

  /** Returns the line. Bytes that are not UTF-8 become replacement characters. */
  public String text() {
    return text(from, to);
  }

  /** Returns a part of the line. Bytes that are not UTF-8 become replacement characters. */
  public String text(int start, int end) {
    return new String(buffer, start, end - start, StandardCharsets.UTF_8);
  }
}
