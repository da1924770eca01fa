package org.golivecheck.redaction.find;

import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/** Finds IP addresses of version 4 and 6. */
final class IpAddresses implements Detector {
  /** Longer than any address. */
  private static final int MAX_LENGTH = 64;

  @Override
  public @Nullable Match find(String text, int at) {
    char c = text.charAt(at);
    if (!isPart(c) || isPart(Chars.at(text, at - 1))) {
      return null;
    }
    int end = at;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    // "from:192.0.2.1" and "2001:db8::1: refused": a single colon at the edge is not part of the
    // address.
    boolean edge = c == ':' && Chars.at(text, at + 1) != ':';
    int from = edge ? at + 1 : at;
    int to = trimmed(text, from, end);
    if (to - from > MAX_LENGTH || (!edge && isWord(Chars.at(text, at - 1)))) {
      return null;
    }
    if (to == end && isWord(Chars.at(text, end))) {
      return null;
    }
    boolean four = isVersion4(text, from, to);
    if (four && (isLabelledVersion(text, from) || isProduct(text, from, to))) {
      return Match.kept(text, at, to);
    }
    boolean address = four || isVersion6(text, from, to);
    return address
        ? new Match(from, endOfZone(text, to), Markers.ADDRESS)
        : withPort(text, from, to);
  }

  /** Finds the address in {@code 192.0.2.1:443}. */
  private static @Nullable Match withPort(String text, int from, int to) {
    int colon = from;
    while (colon < to && text.charAt(colon) != ':') {
      colon++;
    }
    return colon < to && isVersion4(text, from, colon)
        ? new Match(from, colon, Markers.ADDRESS)
        : null;
  }

  /** Returns whether four numbers are a version, as in {@code Version=6.6.1.0}. */
  private static boolean isLabelledVersion(String text, int from) {
    int end = from;
    while (end > 0 && from - end < 4 && " =:\"'\\".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < MAX_LENGTH && Chars.isName(text.charAt(start - 1))) {
      start--;
    }
    String name = Ascii.lower(text.substring(start, end));
    return end < from && (name.endsWith("version") || name.equals("ver") || name.equals("v"));
  }

  /**
   * Returns whether four numbers are the version of a product, as in {@code Chrome/131.0.0.0}. Host
   * names before an address, as Java prints them, have dots or begin with a small letter.
   */
  private static boolean isProduct(String text, int from, int to) {
    if (Chars.at(text, from - 1) != '/' || Chars.at(text, to) == ':' || isPrivate(text, from)) {
      return false;
    }
    int start = from - 1;
    while (start > 0
        && from - start < 2 * MAX_LENGTH
        && (Chars.isName(text.charAt(start - 1))
            || text.charAt(start - 1) == '/'
            || text.charAt(start - 1) == '.')) {
      start--;
    }
    boolean small = false;
    int end = start;
    while (Chars.isName(text.charAt(end))) {
      small |= Ascii.isLower(text.charAt(end));
      end++;
    }
    char before = Chars.at(text, start - 1);
    boolean begins = before != ':' && before != '@' && before != '=';
    return begins && small && Ascii.isUpper(text.charAt(start)) && text.charAt(end) == '/';
  }

  private static boolean isPrivate(String text, int from) {
    return text.startsWith("10.", from)
        || text.startsWith("127.", from)
        || text.startsWith("172.", from)
        || text.startsWith("192.168.", from);
  }

  private static boolean isPart(char c) {
    return Ascii.isHexDigit(c) || c == ':' || c == '.';
  }

  private static boolean isWord(char c) {
    return Ascii.isLetterOrDigit(c) || c == '_';
  }

  private static int trimmed(String text, int from, int end) {
    int to = end;
    while (to > from && (text.charAt(to - 1) == '.' || endsWithSingleColon(text, from, to))) {
      to--;
    }
    return to;
  }

  private static boolean endsWithSingleColon(String text, int from, int to) {
    return text.charAt(to - 1) == ':' && to - 2 >= from && text.charAt(to - 2) != ':';
  }

  private static int endOfZone(String text, int to) {
    int end = to;
    if (Chars.at(text, end) == '%') {
      end++;
      while (Ascii.isLetterOrDigit(Chars.at(text, end))) {
        end++;
      }
    }
    return end;
  }

  private static boolean isVersion4(String text, int from, int to) {
    int groups = 0;
    int i = from;
    while (i < to) {
      int value = 0;
      int start = i;
      while (i < to && Ascii.isDigit(text.charAt(i)) && i - start < 4) {
        value = value * 10 + text.charAt(i++) - '0';
      }
      groups++;
      if (i == start || i - start > 3 || value > 255) {
        return false;
      }
      if (i < to && (text.charAt(i++) != '.' || i == to)) {
        return false;
      }
    }
    return groups == 4;
  }

  private static boolean isVersion6(String text, int from, int to) {
    int groups = 0;
    boolean gap = false;
    int i = from;
    while (i < to) {
      if (text.charAt(i) == ':') {
        boolean second = text.startsWith("::", i) && i + 1 < to;
        if (second ? gap : i == from) {
          return false;
        }
        gap |= second;
        i += second ? 2 : 1;
      }
      if (i < to && isVersion4(text, i, to)) {
        groups += 2;
        break;
      }
      int start = i;
      while (i < to && Ascii.isHexDigit(text.charAt(i))) {
        i++;
      }
      if (i - start > 4 || (i == start && i < to)) {
        return false;
      }
      groups += i > start ? 1 : 0;
    }
    return gap ? groups >= 1 && groups <= 7 : groups == 8;
  }
}
