package org.golivecheck.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Cuts long texts in JSON, so that a parser never needs more memory than a limit for one. A text
 * that was cut ends with {@link #MARK}. Only quotes and backslashes are examined, so input that is
 * not JSON may be changed. Not thread-safe.
 */
public final class ShortTextStream extends FilterInputStream {
  /** A control character, which in JSON texts occurs only as an escape. */
  static final byte MARK = '\u001A';

  private static final int HEX_DIGITS = 4;
  private static final int AFTER_BACKSLASH = -1;

  private final int maxBytes;
  private final byte[] one = new byte[1];
  private boolean inText;
  private boolean dropping;
  private int length;
  private int escape;

  /**
   * Creates a stream that cuts the texts of another one.
   *
   * @param maxBytes the maximum number of bytes kept of a text, as it is written
   */
  public ShortTextStream(InputStream in, int maxBytes) {
    super(in);
    this.maxBytes = maxBytes;
  }

  /** Returns whether a text was cut. */
  public static boolean isCut(String text) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == MARK;
  }

  @Override
  public int read() throws IOException {
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, into.length);
    int kept = 0;
    while (count > 0 && kept == 0) {
      int read = in.read(into, offset, count);
      if (read < 0) {
        return -1;
      }
      kept = shorten(into, offset, offset + read) - offset;
    }
    return kept;
  }

  /** Compacts the bytes that are kept; returns their end. */
  private int shorten(byte[] bytes, int from, int to) {
    int kept = from;
    int at = from;
    while (at < to) {
      byte b = bytes[at++];
      if (!inText) {
        inText = b == '"';
        length = 0;
      } else if (escape != 0) {
        escaped(b);
      } else if (b == '"') {
        inText = false;
        dropping = false;
      } else {
        escape = b == '\\' ? AFTER_BACKSLASH : 0;
        length++;
        if (!dropping && length > maxBytes && !isContinuation(b)) {
          // This byte makes room for the mark.
          bytes[kept++] = MARK;
          dropping = true;
        }
      }
      if (!dropping) {
        bytes[kept++] = b;
      }
    }
    return kept;
  }

  private void escaped(byte b) {
    if (escape == AFTER_BACKSLASH) {
      escape = b == 'u' ? HEX_DIGITS : 0;
    } else {
      escape--;
    }
    length++;
  }

  /** Returns whether a byte continues a character of several bytes. */
  private static boolean isContinuation(byte b) {
    return (b & 0xC0) == 0x80;
  }
}
