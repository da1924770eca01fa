package org.golivecheck.log.text;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Recognises lines that look like calls of the eSignature API, in any format. */
public final class CallLike {
  private static final String PATH = "/restapi/v";
  private static final Pattern METHOD = Pattern.compile("\\b(?:GET|POST|PUT|DELETE|PATCH)\\b");
  private static final Pattern STATUS = Pattern.compile("(?<![\\w.:-])[1-5]\\d\\d(?![\\w.:-])");

  private CallLike() {}

  /** Returns whether one of the lines at the beginning of a text looks like a call. */
  public static boolean anyLine(byte[] head, int length) {
    int from = 0;
    while (from < length) {
      int to = LineFeeds.end(head, from, length);
      if (line(head, from, to)) {
        return true;
      }
      from = to + 1;
    }
    return false;
  }

  /**
   * Returns whether a line looks like a call: it has a method, a path of the API, and a status or a
   * time. Documentation and source code usually lack the last.
   */
  public static boolean line(byte[] bytes, int from, int to) {
    if (!hasPath(bytes, from, to)) {
      return false;
    }
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    return METHOD.matcher(text).find()
        && (STATUS.matcher(text).find() || LogTimes.in(bytes, from, to) != null);
  }

  /** Checked first, because it does not decode the line. */
  private static boolean hasPath(byte[] bytes, int from, int to) {
    for (int i = from; i <= to - PATH.length(); i++) {
      if (bytes[i] == '/' && startsPath(bytes, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsPath(byte[] bytes, int at) {
    for (int i = 0; i < PATH.length(); i++) {
      // In lower case: no character of the path loses anything by that bit.
      if ((bytes[at + i] | 0x20) != PATH.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
