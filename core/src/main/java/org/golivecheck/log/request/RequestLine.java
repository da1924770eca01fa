package org.golivecheck.log.request;

import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * The line that names method and URL.
 *
 * @param method the method as logged
 * @param url the URL as logged: absolute, or a path
 */
record RequestLine(String method, String url) {
  private static final int MAX_METHOD = 32;
  private static final int MAX_SCHEME = 16;

  /** Returns whether a line is a request line. */
  static boolean matches(LogLine line) {
    return urlFrom(line, methodEnd(line)) >= 0;
  }

  /** Returns the parts of a line, or null if it is not a request line. */
  static @Nullable RequestLine parse(LogLine line) {
    int methodEnd = methodEnd(line);
    int urlFrom = urlFrom(line, methodEnd);
    if (urlFrom < 0) {
      return null;
    }
    String method = line.text(line.from(), methodEnd);
    return new RequestLine(method, withoutVersion(line.text(urlFrom, line.textEnd()).strip()));
  }

  private static int methodEnd(LogLine line) {
    int limit = Math.min(line.textEnd(), line.from() + MAX_METHOD + 1);
    for (int i = line.from(); i < limit; i++) {
      byte b = line.bytes()[i];
      if (!Ascii.isLetter(b)) {
        return i > line.from() && LogLine.isBlank(b) ? i : -1;
      }
    }
    return -1;
  }

  private static int urlFrom(LogLine line, int methodEnd) {
    int at = methodEnd;
    while (at >= 0 && at < line.textEnd() && LogLine.isBlank(line.bytes()[at])) {
      at++;
    }
    return at >= 0 && isUrl(line, at) ? at : -1;
  }

  /** Returns whether a path begins here, or a scheme with {@code ://}. */
  private static boolean isUrl(LogLine line, int from) {
    byte[] bytes = line.bytes();
    int end = line.textEnd();
    if (from < end && bytes[from] == '/') {
      return true;
    }
    int at = from;
    while (at < end && at - from < MAX_SCHEME && Ascii.isLetter(bytes[at])) {
      at++;
    }
    return at > from
        && at + 3 < end
        && bytes[at] == ':'
        && bytes[at + 1] == '/'
        && bytes[at + 2] == '/';
  }

  /** Drops {@code HTTP/1.1}, which the log does not have but raw requests do. */
  private static String withoutVersion(String url) {
    int space = url.lastIndexOf(' ');
    boolean versioned = space > 0 && url.regionMatches(true, space + 1, "HTTP/", 0, 5);
    return versioned ? url.substring(0, space).stripTrailing() : url;
  }
}
