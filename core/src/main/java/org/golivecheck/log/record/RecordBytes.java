package org.golivecheck.log.record;

import java.util.Arrays;
import org.golivecheck.log.json.JsonLine;

/**
 * Collects the bytes of a JSON object that is not alone in its line: it takes several lines, or
 * shares its line with others. Knows of JSON only what is needed to find the end of the object, or
 * the line at which an object that never ends is given up. Reused; not thread-safe.
 */
final class RecordBytes {
  private final int maxBytes;
  private final byte[] openers;
  private byte[] bytes = new byte[1024];
  private int length;
  private boolean tooLong;
  private int depth;
  private boolean inText;
  private boolean escaped;

  /** The last byte that is neither blank nor part of a text. */
  private byte last;

  private long line;
  private long offset;
  private int indent;

  /**
   * Makes room.
   *
   * @param maxBytes how many bytes of an object are kept
   * @param maxDepth how deep an object may be nested
   */
  RecordBytes(int maxBytes, int maxDepth) {
    this.maxBytes = maxBytes;
    openers = new byte[maxDepth + 1];
  }

  /**
   * Begins an object.
   *
   * @param newLine the line where it begins
   * @param newOffset how many bytes of the log are before it
   * @param newIndent how many blanks its line begins with
   */
  void begin(long newLine, long newOffset, int newIndent) {
    line = newLine;
    offset = newOffset;
    indent = newIndent;
    length = 0;
    tooLong = false;
    depth = 0;
    inText = false;
    escaped = false;
  }

  /** Forgets the object. */
  void clear() {
    depth = 0;
  }

  /** Returns whether an object has begun and not ended. */
  boolean isOpen() {
    return depth > 0;
  }

  /** Returns whether the object has more bytes than are kept. */
  boolean isTooLong() {
    return tooLong;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  long line() {
    return line;
  }

  long offset() {
    return offset;
  }

  /**
   * Takes bytes up to the end of the object.
   *
   * @return the index after the object, or -1 if it goes on after these bytes
   */
  int take(byte[] source, int from, int to) {
    for (int at = from; at < to; at++) {
      byte b = source[at];
      if (escaped) {
        escaped = false;
      } else if (inText) {
        inText = b != '"';
        escaped = b == '\\';
      } else if (b > ' ') {
        last = b;
        inText = b == '"';
        if (b == '{' || b == '[') {
          open(b);
        } else if ((b == '}' || b == ']') && --depth == 0) {
          keep(source, from, at + 1);
          return at + 1;
        }
      }
    }
    keep(source, from, to);
    return -1;
  }

  private void open(byte b) {
    if (depth < openers.length) {
      openers[depth] = b;
    }
    depth++;
  }

  private void keep(byte[] source, int from, int to) {
    int count = Math.min(to - from, maxBytes - length);
    tooLong |= count < to - from;
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, (int) Math.min(maxBytes, 2L * length)));
    }
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  /**
   * Returns whether a line may go on with the object; if not, the object is broken. An object that
   * is not indented deeper is the next one.
   *
   * @param from where the line begins, without blanks before it
   * @param newIndent how many blanks these are
   */
  boolean goesOn(byte[] source, int from, int to, int newIndent) {
    byte first = source[from];
    boolean begins = first == '{' && JsonLine.opensObject(source, from, to);
    if (begins && (inText || newIndent <= indent)) {
      return false;
    }
    if (inText) {
      return true;
    }
    boolean object = depth <= openers.length && openers[depth - 1] == '{';
    return switch (last) {
      case '{' -> first == '"' || first == '}';
      case '[', ':' -> startsValue(first) || first == ']';
      case ',' -> object ? first == '"' || first == '}' : startsValue(first) || first == ']';
      default -> first == ',' || first == '}' || first == ']' || first == ':';
    };
  }

  private static boolean startsValue(byte b) {
    return (b >= '0' && b <= '9') || "\"{[-+tfnNI".indexOf(b) >= 0;
  }

  /** Takes the break after a line. */
  void endLine() {
    take(new byte[] {'\n'}, 0, 1);
  }
}
