package org.golivecheck.log.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of a request log, such as {@code 2016-07-17T10:24:03.0534526Z}: a date of years
 * 0000 to 9999, a time with up to nine fraction digits, and {@code Z}, an offset, or nothing, which
 * is UTC too. Hour 24 and second 60 mean what they mean to {@link Instant#parse}.
 */
public final class LogTimestamp {
  private static final int SECONDS_OF_DAY = 86_400;
  private static final int MAX_OFFSET = 18 * 3_600;

  private final String text;
  private int at;
  private boolean bad;

  private LogTimestamp(String text) {
    this.text = text;
  }

  /** Returns the time that a text gives, or null if it gives none. */
  public static @Nullable Instant parse(String text) {
    return new LogTimestamp(text).instant();
  }

  private @Nullable Instant instant() {
    int year = number(4);
    expect('-');
    int month = number(2);
    expect('-');
    int day = number(2);
    expect('T');
    int hour = number(2);
    expect(':');
    int minute = number(2);
    expect(':');
    int second = number(2);
    int nanos = fraction();
    int offset = offset();
    if (bad || at != text.length() || !isDate(year, month, day)) {
      return null;
    }
    boolean leapSecond = hour == 23 && minute == 59 && second == 60;
    boolean endOfDay = hour == 24 && minute == 0 && second == 0 && nanos == 0;
    if (!leapSecond && !endOfDay && (hour > 23 || minute > 59 || second > 59)) {
      return null;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    int seconds = hour * 3_600 + minute * 60 + (leapSecond ? 59 : second);
    return Instant.ofEpochSecond(days * SECONDS_OF_DAY + seconds - offset, nanos);
  }

  private static boolean isDate(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= Month.of(month).length(Year.isLeap(year));
  }

  private int fraction() {
    if (peek() != '.') {
      return 0;
    }
    at++;
    int nanos = 0;
    int digits = 0;
    while (Ascii.isDigit(peek()) && digits <= 9) {
      nanos = digits < 9 ? nanos * 10 + (peek() - '0') : nanos;
      at++;
      digits++;
    }
    bad |= digits == 0 || digits > 9;
    for (; digits < 9; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** Returns the offset in seconds: of {@code Z}, {@code +hh}, {@code +hhmm}, {@code +hh:mm}. */
  private int offset() {
    char sign = peek();
    if (sign == 'Z' || sign == 'z') {
      at++;
      return 0;
    }
    if (sign != '+' && sign != '-') {
      return 0;
    }
    at++;
    int seconds = number(2) * 3_600;
    if (at < text.length()) {
      if (peek() == ':') {
        at++;
      }
      int minutes = number(2);
      bad |= minutes > 59;
      seconds += minutes * 60;
    }
    bad |= seconds > MAX_OFFSET;
    return sign == '-' ? -seconds : seconds;
  }

  private int number(int digits) {
    int number = 0;
    for (int i = 0; i < digits; i++) {
      char c = peek();
      bad |= !Ascii.isDigit(c);
      number = number * 10 + (c - '0');
      at++;
    }
    return number;
  }

  private void expect(char wanted) {
    char c = peek();
    bad |= c != wanted && !(wanted == 'T' && c == 't');
    at++;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }
}
