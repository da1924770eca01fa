package org.golivecheck.call;

import org.golivecheck.text.Ascii;
import org.golivecheck.text.Guid;

/**
 * Iterates over the segments of a path, without its trailing slashes. Not thread-safe.
 *
 * <pre>{@code
 * Segments segments = new Segments("/restapi/v2.1/accounts/");
 * while (segments.next()) {
 *   segments.text(); // restapi, v2.1, accounts
 * }
 * }</pre>
 */
final class Segments {

  private final String path;
  private final int length;
  private int start;
  private int end;

  Segments(String path) {
    this.path = path;
    this.length = lengthWithoutTrailingSlashes(path);
    this.end = path.startsWith("/") ? 0 : -1;
  }

  static int lengthWithoutTrailingSlashes(String path) {
    int length = path.length();
    while (length > 0 && path.charAt(length - 1) == '/') {
      length--;
    }
    return length;
  }

  /** Moves to the next segment, and returns whether there is one. */
  boolean next() {
    if (end >= length) {
      return false;
    }
    start = end + 1;
    int slash = path.indexOf('/', start);
    end = slash < 0 || slash > length ? length : slash;
    return true;
  }

  /** Skips the next segment, moves to the one after it, and returns whether there is one. */
  boolean skipToNext() {
    if (!next()) {
      return false;
    }
    return next();
  }

  /** Moves to the next segment, and returns whether it is a word. */
  boolean nextIs(String word) {
    return next() && is(word);
  }

  /** Returns whether the current segment is the last one. */
  boolean isLast() {
    return end >= length;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean isEmpty() {
    return start == end;
  }

  String text() {
    return path.substring(start, end);
  }

  boolean is(String word) {
    return Ascii.equalIgnoringCase(path, start, end, word);
  }

  /** Returns whether the segment is a GUID in the usual form, in either case. */
  boolean isGuid() {
    return end - start == Guid.LENGTH && Guid.isAt(path, start);
  }

  boolean isNumber() {
    return Ascii.isNumber(path, start, end);
  }

  /** Returns whether the segment is a version of an API, such as {@code v2.1}. */
  boolean isVersion() {
    if (end - start < 2 || Ascii.lower(path.charAt(start)) != 'v') {
      return false;
    }
    for (int i = start + 1; i < end; i++) {
      char c = path.charAt(i);
      if (!Ascii.isDigit(c) && c != '.') {
        return false;
      }
    }
    return Ascii.isDigit(path.charAt(start + 1));
  }

  /** Returns whether all characters are ASCII letters, digits, hyphens or underscores. */
  boolean isPlain() {
    for (int i = start; i < end; i++) {
      char c = path.charAt(i);
      if (!Ascii.isLetter(c) && !Ascii.isDigit(c) && c != '-' && c != '_') {
        return false;
      }
    }
    return start < end;
  }
}
