package org.golivecheck.log.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.golivecheck.log.text.LogTime.Form;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/** Reads one time. Used once; a part that cannot be read makes the whole unreadable. */
final class TimeScanner {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final int NO_OFFSET = Integer.MIN_VALUE;
  private static final int MAX_OFFSET = 18 * 3_600;
  private static final int SECONDS_OF_DAY = 86_400;
  private static final int LONGEST_ZONE = 40;

  private final byte[] bytes;
  private final int from;
  private final int to;
  private int at;
  private int year;
  private int month;
  private int day;
  private boolean ambiguous;
  private boolean afterComma;
  private int second;
  private int nanos;
  private int offset = NO_OFFSET;
  private @Nullable ZoneId zone;

  private TimeScanner(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.at = from;
  }

  /** Returns the time that begins at {@code from}, or null if none does. */
  static @Nullable LogTime scan(byte[] bytes, int from, int to) {
    TimeScanner scanner = new TimeScanner(bytes, from, to);
    return scanner.isDigit(from) ? scanner.fromDigit() : scanner.fromLetter();
  }

  private @Nullable LogTime fromDigit() {
    int digits = 1;
    while (digits < 5 && isDigit(from + digits)) {
      digits++;
    }
    byte separator = peek(from + digits);
    if (digits == 4) {
      boolean date = separator == '-' || separator == '/' || separator == '.';
      return date && isoDate(separator) && betweenDateAndClock() && clock() ? withZone() : null;
    }
    if (digits > 2) {
      return null;
    }
    if (separator == ':') {
      return digits == 2 && clock() && at - from >= 8 ? time(Form.NO_DATE, second) : null;
    }
    boolean named = isLetter(from + digits + 1);
    boolean date =
        switch (separator) {
          case '/', '-' -> named ? dayMonthYear(separator) : numericDate(separator);
          case '.' -> numericDate(separator);
          case ' ' -> named && dayMonthYear(separator);
          default -> false;
        };
    return date && betweenDateAndClock() && clock() ? withZone() : null;
  }

  private @Nullable LogTime fromLetter() {
    boolean weekday = name(DAYS) > 0;
    if (weekday) {
      at += 3;
      if (skip(',')) {
        return skip(' ')
                && dayMonthYear(peek(at + 2) == '-' ? (byte) '-' : (byte) ' ')
                && betweenDateAndClock()
                && clock()
            ? withZone()
            : null;
      }
      if (!skip(' ')) {
        return null;
      }
    }
    month = name(MONTHS);
    at += 3;
    if (month == 0 || !skip(' ')) {
      return null;
    }
    skip(' ');
    day = number(1, 2);
    return weekday ? dateOfUnix() : dateOfLogging();
  }

  /** The rest of {@code Nov 23, 2026 9:01:50 PM}. */
  private @Nullable LogTime dateOfLogging() {
    if (!skip(',') || !skip(' ')) {
      return null;
    }
    year = number(4, 4);
    // Kibana has a sign of its own before the time of day.
    at += is(" @", at) ? 2 : 0;
    return betweenDateAndClock() && clock() ? withZone() : null;
  }

  /** The rest of {@code Mon Nov 23 21:01:50 UTC 2026}; the zone may be missing. */
  private @Nullable LogTime dateOfUnix() {
    if (!skip(' ') || !clock() || !skip(' ')) {
      return null;
    }
    if (isLetter(at)) {
      int start = at;
      while (isLetter(at)) {
        at++;
      }
      boolean utc = at - start == 3 && (is("UTC", start) || is("GMT", start));
      offset = utc ? 0 : NO_OFFSET;
      if (!skip(' ')) {
        return null;
      }
    } else if (peek(at) == '+' || peek(at) == '-') {
      offset = offset(at);
      if (offset == NO_OFFSET || !skip(' ')) {
        return null;
      }
    }
    year = number(4, 4);
    return finish();
  }

  private boolean isoDate(byte separator) {
    year = number(4, 4);
    at++;
    month = number(1, 2);
    if (peek(at) != separator) {
      return false;
    }
    at++;
    day = number(1, 2);
    return day > 0;
  }

  /** {@code 23/Nov/2026}, {@code 23-Nov-2026}, {@code 23 Nov 2026}. */
  private boolean dayMonthYear(byte separator) {
    day = number(1, 2);
    if (peek(at) != separator) {
      return false;
    }
    at++;
    month = name(MONTHS);
    at += 3;
    if (month == 0 || peek(at) != separator) {
      return false;
    }
    at++;
    year = number(4, 4);
    return year >= 0;
  }

  /** {@code 23.11.2026} is the day first; in {@code 11/23/2026} the numbers have to show it. */
  private boolean numericDate(byte separator) {
    int first = number(1, 2);
    at++;
    int other = number(1, 2);
    if (other < 0 || peek(at) != separator) {
      return false;
    }
    at++;
    year = number(4, 4);
    boolean dayFirst = separator == '.' || first > 12;
    ambiguous = !dayFirst && other <= 12 && first != other;
    day = dayFirst ? first : other;
    month = dayFirst ? other : first;
    return year >= 0;
  }

  private boolean betweenDateAndClock() {
    afterComma = skip(',');
    byte b = peek(at);
    if (b != 'T' && b != 't' && b != ' ' && b != ':' && b != '_') {
      return false;
    }
    at++;
    return isDigit(at);
  }

  /** {@code 21:01}, {@code 21:01:50}, {@code 21:01:50,639}, {@code 9:01:50 PM}. */
  private boolean clock() {
    int hour = number(1, 2);
    if (peek(at) != ':') {
      return false;
    }
    at++;
    int minute = number(2, 2);
    int seconds = 0;
    if (peek(at) == ':' && isDigit(at + 1)) {
      at++;
      seconds = number(2, 2);
      fraction();
    }
    int half = half();
    // Only the clock of the United States writes a date with slashes, a comma and AM or PM.
    ambiguous &= half < 0 || !afterComma || bytes[at - 1] != 'M';
    if (half >= 0) {
      hour = hour < 1 || hour > 12 ? -1 : hour % 12 + half;
    }
    // Few clocks show a leap second. It counts as the second before it.
    second = hour * 3_600 + minute * 60 + Math.min(seconds, 59);
    return hour >= 0
        && hour <= 23
        && minute >= 0
        && minute <= 59
        && seconds >= 0
        && seconds <= 60
        && !isDigit(at);
  }

  private void fraction() {
    byte point = peek(at);
    boolean decimal = (point == '.' || point == ',') && isDigit(at + 1);
    if (!decimal && !(point == ':' && isMillis(at + 1))) {
      return;
    }
    at++;
    int unit = 100_000_000;
    for (; isDigit(at); at++) {
      nanos += unit * (bytes[at] - '0');
      unit /= 10;
    }
  }

  /** Returns whether three digits follow and no fourth, as OpenTelemetry's agent writes them. */
  private boolean isMillis(int from) {
    return isDigit(from) && isDigit(from + 1) && isDigit(from + 2) && !isDigit(from + 3);
  }

  /** Returns the hour at which AM or PM begins, or -1 if neither of them follows. */
  private int half() {
    int start = at;
    if (peek(start) == ' ') {
      start++;
    } else if (peek(start) == (byte) 0xC2 && peek(start + 1) == (byte) 0xA0) {
      start += 2;
    } else if (peek(start) == (byte) 0xE2
        && peek(start + 1) == (byte) 0x80
        && peek(start + 2) == (byte) 0xAF) {
      // Since Java 20 there is a narrow no-break space.
      start += 3;
    }
    int letter = peek(start) | 0x20;
    if ((letter != 'a' && letter != 'p')
        || (peek(start + 1) | 0x20) != 'm'
        || isLetter(start + 2)) {
      return -1;
    }
    at = start + 2;
    return letter == 'p' ? 12 : 0;
  }

  private @Nullable LogTime withZone() {
    int start = peek(at) == ' ' ? at + 1 : at;
    byte b = peek(start);
    if (b == '+' || b == '-') {
      // A blank before it makes a sign more likely to be something else.
      boolean attached = start == at;
      int before = at;
      int value = offset(start);
      if (value == NO_OFFSET || (!attached && at - start < 5)) {
        at = before;
      } else {
        offset = value;
      }
    } else if ((b == 'Z' || b == 'z') && !isLetter(start + 1) && !isDigit(start + 1)) {
      offset = 0;
      at = start + 1;
    } else if ((is("UTC", start) || is("GMT", start)) && !isLetter(start + 3)) {
      offset = 0;
      at = start + 3;
    } else if (start > at && isLetter(start)) {
      region(start);
    }
    return finish();
  }

  /** Reads {@code +hh}, {@code +hhmm} or {@code +hh:mm}; returns seconds. */
  private int offset(int start) {
    int sign = bytes[start] == '-' ? -1 : 1;
    at = start + 1;
    int hours = number(2, 2);
    int minutes = 0;
    if (peek(at) == ':' && isDigit(at + 1)) {
      at++;
      minutes = number(2, 2);
    } else if (isDigit(at)) {
      minutes = number(2, 2);
    }
    int seconds = hours * 3_600 + minutes * 60;
    return hours < 0 || minutes < 0 || minutes > 59 || seconds > MAX_OFFSET || isDigit(at)
        ? NO_OFFSET
        : sign * seconds;
  }

  /** Reads the name of a zone such as {@code Europe/Berlin}, which PHP writes before a bracket. */
  private void region(int start) {
    int end = start;
    int slash = -1;
    while (end < to && end - start < LONGEST_ZONE && bytes[end] != ']' && bytes[end] > ' ') {
      slash = bytes[end] == '/' ? end : slash;
      end++;
    }
    if (slash < 0 || (end < to && bytes[end] != ']')) {
      return;
    }
    try {
      char[] name = new char[end - start];
      for (int i = 0; i < name.length; i++) {
        name[i] = (char) bytes[start + i];
      }
      zone = ZoneId.of(new String(name));
      at = end;
    } catch (DateTimeException e) {
      // Some other word with a slash: the time then has no zone.
      zone = null;
    }
  }

  private @Nullable LogTime finish() {
    if (ambiguous) {
      return time(Form.AMBIGUOUS, 0);
    }
    if (year < 0
        || month < 1
        || month > 12
        || day < 1
        || day > Month.of(month).length(Year.isLeap(year))) {
      return null;
    }
    long local = LocalDate.of(year, month, day).toEpochDay() * SECONDS_OF_DAY + second;
    if (offset != NO_OFFSET) {
      return time(Form.INSTANT, local - offset);
    }
    ZoneId named = zone;
    if (named != null) {
      long shift =
          java.time.LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC)
              .atZone(named)
              .toEpochSecond();
      return time(Form.INSTANT, shift);
    }
    return time(Form.NO_ZONE, local);
  }

  private LogTime time(Form form, long seconds) {
    return new LogTime(form, seconds, form == Form.AMBIGUOUS ? 0 : nanos, from, at);
  }

  /** Reads a number of some digits; -1 if there are fewer. */
  private int number(int least, int most) {
    int value = 0;
    int digits = 0;
    while (digits < most && isDigit(at)) {
      value = value * 10 + (bytes[at] - '0');
      at++;
      digits++;
    }
    return digits < least ? -1 : value;
  }

  /**
   * Returns the number, from 1 on, of the name of three letters here, or 0 if there is no such
   * name.
   */
  private int name(String names) {
    for (int i = 0; i < names.length(); i += 3) {
      if (peek(at) == names.charAt(i)
          && peek(at + 1) == names.charAt(i + 1)
          && peek(at + 2) == names.charAt(i + 2)) {
        return i / 3 + 1;
      }
    }
    return 0;
  }

  private boolean is(String word, int start) {
    for (int i = 0; i < word.length(); i++) {
      if (peek(start + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean skip(char c) {
    boolean here = peek(at) == c;
    at += here ? 1 : 0;
    return here;
  }

  private byte peek(int index) {
    return index < to ? bytes[index] : 0;
  }

  private boolean isDigit(int index) {
    return Ascii.isDigit(peek(index));
  }

  private boolean isLetter(int index) {
    return Ascii.isLetter(peek(index));
  }
}
