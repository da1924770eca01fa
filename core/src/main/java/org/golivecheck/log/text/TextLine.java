package org.golivecheck.log.text;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * A line of a log, or one part of a line that is longer than the limit, as a range of bytes. Reused
 * for the next line; not thread-safe.
 */
public final class TextLine {
  /** How much of a line is kept for the next one, whose time it may contain. */
  private static final int KEPT = 96;

  private final byte[] before = new byte[KEPT];
  private int beforeLength;
  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private long number;
  private long offset;
  private boolean continued;
  private boolean cut;
  private @Nullable LogTime logged;

  /**
   * Returns whether a line at the beginning of a log passes a test. Lines of JSON are not tested.
   */
  public static boolean anyOf(byte[] head, int length, Predicate<TextLine> test) {
    TextLine line = new TextLine();
    int from = 0;
    while (from < length) {
      int feed = LineFeeds.find(head, from, length);
      int end = feed < 0 ? length : feed;
      int to = end > from && head[end - 1] == '\r' ? end - 1 : end;
      line.set(head, from, to, 0, 0);
      // Python prints its dictionaries with single quotes.
      boolean json = from < to && head[from] == '{' && !line.has("{'", from);
      if (from < to && !json && test.test(line)) {
        return true;
      }
      from = end + 1;
    }
    return false;
  }

  /** Discards the previous line: another text begins. */
  public void start() {
    beforeLength = 0;
  }

  /** Goes to a line. */
  public void set(byte[] newBytes, int newFrom, int newTo, long newNumber, long newOffset) {
    bytes = newBytes;
    from = newFrom;
    to = newTo;
    number = newNumber;
    offset = newOffset;
    continued = false;
    cut = false;
    logged = null;
  }

  /** Goes to a further part of the same line. */
  public void setMore(byte[] newBytes, int newFrom, int newTo) {
    bytes = newBytes;
    from = newFrom;
    to = newTo;
    continued = true;
  }

  /** Keeps the beginning of this line for the next one: its bytes are about to be overwritten. */
  public void keep() {
    beforeLength = Math.min(KEPT, to - from);
    System.arraycopy(bytes, from, before, 0, beforeLength);
  }

  /** Sets the time of the record around the text. It is preferred to any time in the text. */
  public void setLogged(@Nullable LogTime time) {
    logged = time;
  }

  /** Returns the time of the record around the text, or null. */
  public @Nullable LogTime logged() {
    return logged;
  }

  /** Sets whether the line continues after the given part. */
  public void setCut(boolean value) {
    cut = value;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  /** Returns the number of the line, from 1 on. */
  public long number() {
    return number;
  }

  /** Returns how many bytes of the log are before the line. */
  public long offset() {
    return offset;
  }

  /** Returns whether this is a further part of a line. */
  public boolean continued() {
    return continued;
  }

  /** Returns whether the line continues after the given part. */
  public boolean cut() {
    return cut;
  }

  public boolean isEmpty() {
    return from == to;
  }

  /** Returns whether a word begins at an index of the bytes. */
  public boolean has(byte[] word, int at) {
    if (at < from || word.length > to - at) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a word of ASCII begins at an index of the bytes. */
  public boolean has(String word, int at) {
    if (at < from || word.length() > to - at) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether {@code [start, end)} is a method: capital letters, and nothing else. */
  public boolean isMethod(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Ascii.isUpper(bytes[i])) {
        return false;
      }
    }
    return start < end;
  }

  public boolean startsWith(byte[] word) {
    return has(word, from);
  }

  public boolean endsWith(byte[] word) {
    return has(word, to - word.length);
  }

  /** Returns where a byte first occurs at or after an index, or -1. */
  public int indexOf(byte wanted, int start, int end) {
    int last = Math.min(end, to);
    for (int i = start; i < last; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Returns where a word first begins in {@code [start, end)}, or -1. */
  public int indexOf(byte[] word, int start, int end) {
    for (int i = indexOf(word[0], start, end); i >= 0; i = indexOf(word[0], i + 1, end)) {
      if (has(word, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns where a word of ASCII first begins in {@code [start, end)}, or -1. */
  public int indexOf(String word, int start, int end) {
    byte first = (byte) word.charAt(0);
    for (int i = indexOf(first, start, end); i >= 0; i = indexOf(first, i + 1, end)) {
      if (has(word, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the line as text. Bytes that are not UTF-8 become replacement characters. */
  public String text() {
    return text(from, to);
  }

  public String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Returns the status of three digits at an index, or 0 if there is none. */
  public int status(int at) {
    if (at + 3 > to || (at + 3 < to && Ascii.isDigit(bytes[at + 3]))) {
      return 0;
    }
    int status = 0;
    for (int i = at; i < at + 3; i++) {
      if (!Ascii.isDigit(bytes[i])) {
        return 0;
      }
      status = status * 10 + (bytes[i] - '0');
    }
    return status >= 100 ? status : 0;
  }

  /**
   * Returns when the line was logged, or null if it is unknown. The time comes from the record
   * around the text, from the line before an index, or, as java.util.logging writes it, from the
   * beginning of the previous line.
   */
  public @Nullable LogTime time(int end) {
    if (logged != null && logged.form() == LogTime.Form.INSTANT) {
      return logged;
    }
    LogTime own = LogTimes.in(bytes, from, Math.min(end, to));
    if (logged != null) {
      return own != null && own.form() == LogTime.Form.INSTANT ? own : logged;
    }
    return own != null ? own : LogTimes.at(before, 0, beforeLength);
  }
}
