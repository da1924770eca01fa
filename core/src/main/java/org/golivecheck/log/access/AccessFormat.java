package org.golivecheck.log.access;

import java.nio.charset.StandardCharsets;
import org.golivecheck.log.record.Alias;
import org.golivecheck.log.record.LikeRecords;
import org.golivecheck.log.record.RecordField;
import org.golivecheck.log.record.RecordValues;
import org.golivecheck.text.EightBytes;

/**
 * The format of the lines of an access log: fields, and the texts between them. A field ends where
 * the text after it begins. A field in quotes does not end at a quote after a backslash. Immutable.
 */
final class AccessFormat {
  private static final long BACKSLASHES = EightBytes.ONES * '\\';

  private final byte[][] texts;
  private final AccessField[] fields;
  private final boolean[] quoted;

  /**
   * Creates a format.
   *
   * @param texts the texts before, between and after the fields: one more than fields
   * @param fields the fields
   */
  AccessFormat(byte[][] texts, AccessField[] fields) {
    this.texts = texts;
    this.fields = fields;
    quoted = new boolean[fields.length];
    for (int i = 0; i < fields.length; i++) {
      byte[] before = texts[i];
      byte[] after = texts[i + 1];
      quoted[i] =
          before.length > 0
              && before[before.length - 1] == '"'
              && after.length > 0
              && after[0] == '"';
    }
  }

  /**
   * Reads the fields of a line.
   *
   * @param bytes where the line is, from {@code from} to {@code to}
   * @param values receives the fields
   * @param time receives the time if it can be read directly; it is then not passed on as text
   * @return where the rest of the line after the format begins, or -1 if the line is not of this
   *     format
   */
  int match(byte[] bytes, int from, int to, RecordValues values, TimeCell time) {
    if (!EightBytes.isAt(texts[0], bytes, from, to)) {
      return -1;
    }
    int at = from + texts[0].length;
    for (int i = 0; i < fields.length; i++) {
      byte[] after = texts[i + 1];
      int end = end(bytes, at, to, after, quoted[i], i + 1 == fields.length);
      if (end < 0) {
        return -1;
      }
      if (fields[i].is(RecordField.TIMESTAMP)) {
        time.read(bytes, at, end);
      }
      if (!fields[i].isNothing() && !(fields[i].is(RecordField.TIMESTAMP) && time.isRead())) {
        fields[i].put(text(bytes, at, end), values);
      }
      at = end + after.length;
    }
    return at;
  }

  /**
   * Takes the fields of a line of printable characters alone.
   *
   * @param likes receives the fields
   * @param time receives the time
   * @return whether the line is of this format, and nothing is after it
   */
  boolean matchLike(byte[] bytes, int from, int to, LikeRecords likes, TimeCell time) {
    if (!EightBytes.isAt(texts[0], bytes, from, to)) {
      return false;
    }
    likes.start(bytes);
    int at = from + texts[0].length;
    for (int i = 0; i < fields.length; i++) {
      byte[] after = texts[i + 1];
      int end = end(bytes, at, to, after, quoted[i], i + 1 == fields.length);
      if (end < 0) {
        return false;
      }
      Alias alias = fields[i].alias();
      if (fields[i].is(RecordField.TIMESTAMP)) {
        time.read(bytes, at, end);
        likes.time(time.get());
      } else if (alias != null) {
        likes.putPrintable(alias, at, end);
      } else if (!fields[i].isNothing()) {
        likes.giveUp();
      }
      at = end + after.length;
    }
    return at == to;
  }

  private static int end(
      byte[] bytes, int from, int to, byte[] after, boolean quoted, boolean last) {
    if (after.length == 0) {
      return last ? endOfWord(bytes, from, to) : from;
    }
    byte first = after[0];
    long firsts = EightBytes.ONES * first;
    long escapes = quoted ? BACKSLASHES : firsts;
    int at = from;
    while (at <= to - Long.BYTES) {
      long word = EightBytes.get(bytes, at);
      long marks = EightBytes.zeros(word ^ firsts) | EightBytes.zeros(word ^ escapes);
      if (marks != 0) {
        at += EightBytes.first(marks);
        break;
      }
      at += Long.BYTES;
    }
    for (; at < to; at++) {
      byte b = bytes[at];
      if (b == first && EightBytes.isAt(after, bytes, at, to)) {
        return at;
      }
      if (quoted && b == '\\') {
        at++;
      }
    }
    return -1;
  }

  private static int endOfWord(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != ' ') {
      at++;
    }
    return at;
  }

  /** Returns a value without the escapes of nginx and Apache. */
  static String text(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        return unescaped(bytes, from, to);
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static String unescaped(byte[] bytes, int from, int to) {
    byte[] plain = new byte[to - from];
    int length = 0;
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      if (b == '\\' && at + 1 < to) {
        at++;
        b = bytes[at];
        int code = b == 'x' && at + 2 < to ? hex(bytes[at + 1], bytes[at + 2]) : -1;
        if (code >= 0) {
          b = (byte) code;
          at += 2;
        } else if (b == 'n' || b == 't' || b == 'r') {
          b = ' ';
        }
      }
      plain[length++] = b;
    }
    return new String(plain, 0, length, StandardCharsets.UTF_8);
  }

  private static int hex(byte high, byte low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : first * 16 + second;
  }
}
