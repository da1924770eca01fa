package org.golivecheck.log.request;

import org.golivecheck.text.Ascii;

/** A header value that the parser itself needs, kept as bytes while its line may be folded. */
final class ShortValue {
  private static final int CAPACITY = 128;

  private final byte[] bytes = new byte[CAPACITY];
  private int length;
  private boolean tooLong;

  /** Discards the value. */
  void clear() {
    length = 0;
    tooLong = false;
  }

  /** Returns whether there is no value. */
  boolean isEmpty() {
    return length == 0;
  }

  /** Sets the value of a header line, or appends that of a folded one. */
  void append(LogLine line) {
    int from = line.valueFrom();
    int count = line.valueTo() - from;
    int gap = length > 0 ? 1 : 0;
    if (length + gap + count > CAPACITY) {
      tooLong = true;
      return;
    }
    if (gap > 0) {
      bytes[length++] = ' ';
    }
    System.arraycopy(line.bytes(), from, bytes, length, count);
    length += count;
  }

  /**
   * Returns whether both are the same, ignoring case. A value too long to keep is not equal to any
   * other.
   */
  boolean sameAs(ShortValue other) {
    if (tooLong || other.tooLong || length != other.length) {
      return false;
    }
    int i = 0;
    while (i < length
        && (bytes[i] == other.bytes[i] || lowerCase(bytes[i]) == lowerCase(other.bytes[i]))) {
      i++;
    }
    return i == length;
  }

  /** Returns the value as a number, or -1 if it is not a number or has more than 18 digits. */
  long number() {
    if (tooLong || length == 0 || length > 18) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < length; i++) {
      if (!Ascii.isDigit(bytes[i])) {
        return -1;
      }
      number = number * 10 + (bytes[i] - '0');
    }
    return number;
  }

  private static int lowerCase(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }
}
