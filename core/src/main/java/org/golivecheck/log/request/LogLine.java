package org.golivecheck.log.request;

import java.nio.charset.StandardCharsets;
import org.golivecheck.log.exchange.FieldName;
import org.golivecheck.log.exchange.FieldValues;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry, as a range of an array. The parser reuses it, so it is valid only during
 * its event.
 */
final class LogLine {
  /** Longer names of header fields do not occur; the bound keeps the search for a colon short. */
  private static final int MAX_NAME = 256;

  private byte[] bytes = new byte[0];
  private int from;
  private int textEnd;
  private int to;
  private int colon;
  private boolean cut;
  private long number;
  private @Nullable FieldName field;
  private boolean fieldKnown;

  /**
   * Sets the line.
   *
   * @param source the array that contains it
   * @param start where it begins
   * @param end where it ends, after its line break if it has one
   * @param isCut whether a limit cut it, so that it continues after {@code end}
   */
  void set(byte[] source, int start, int end, boolean isCut) {
    bytes = source;
    from = start;
    to = end;
    cut = isCut;
    int last = end;
    if (last > start && source[last - 1] == '\n') {
      last--;
    }
    while (last > start && source[last - 1] == '\r') {
      last--;
    }
    textEnd = last;
    colon = findColon();
    fieldKnown = false;
  }

  private int findColon() {
    byte[] source = bytes;
    int limit = Math.min(textEnd, from + MAX_NAME);
    int i = from;
    while (i < limit && Ascii.isToken(source[i])) {
      i++;
    }
    return i > from && i < limit && source[i] == ':' ? i : -1;
  }

  /** Sets the number of the line in the entry. */
  void number(long value) {
    number = value;
  }

  /** Returns the number of the line in the entry, from 1; known up to the request headers only. */
  long number() {
    return number;
  }

  /** Returns the array that contains the line. */
  byte[] bytes() {
    return bytes;
  }

  /** Returns where the line begins. */
  int from() {
    return from;
  }

  /** Returns where the text of the line ends, before its line break. */
  int textEnd() {
    return textEnd;
  }

  /** Returns where the line ends, after its line break. */
  int to() {
    return to;
  }

  /** Returns whether a limit cut the line. */
  boolean cut() {
    return cut;
  }

  /** Returns whether the line ends with a line feed alone, without a carriage return. */
  boolean endsWithBareLineFeed() {
    return to - textEnd == 1;
  }

  /** Returns whether the line is empty or contains only blanks. */
  boolean blank() {
    if (cut) {
      return false;
    }
    for (int i = from; i < textEnd; i++) {
      if (!isBlank(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the line is a header line: a token directly followed by a colon. */
  boolean isHeader() {
    return colon >= 0;
  }

  /**
   * Returns whether the line continues the header line before it, because it begins with a blank.
   */
  boolean isFolded() {
    return from < textEnd && isBlank(bytes[from]) && !blank();
  }

  /** Returns which field the header line sets, or null if nothing of it is kept. */
  @Nullable FieldName field() {
    if (!fieldKnown) {
      field = colon < 0 ? null : FieldName.of(bytes, from, colon - from);
      fieldKnown = true;
    }
    return field;
  }

  /** Passes a header line, or the folded part of one, to the values of its block. */
  void addTo(FieldValues values) {
    boolean kept = isFolded() ? values.isOpen() : values.opens(field());
    if (kept) {
      values.put(value());
      if (cut) {
        values.noteCut();
      }
    }
  }

  /** Returns the name of a header line; empty for any other. */
  String name() {
    return colon < 0 ? "" : text(from, colon);
  }

  /** Returns where the value of a header line, or the text of a folded one, begins. */
  int valueFrom() {
    int at = colon < 0 ? from : colon + 1;
    while (at < textEnd && isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  /** Returns where the value ends, without blanks at its end. */
  int valueTo() {
    int start = valueFrom();
    int end = textEnd;
    while (end > start && isBlank(bytes[end - 1])) {
      end--;
    }
    return end;
  }

  /** Returns the value of a header line, or the text of a folded one, without blanks around it. */
  String value() {
    int start = valueFrom();
    return text(start, valueTo());
  }

  /** Returns a part of the line. Bytes that are not UTF-8 become replacement characters. */
  String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }
}
