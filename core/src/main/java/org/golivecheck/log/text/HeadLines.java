package org.golivecheck.log.text;

import java.util.function.Predicate;

/** The lines at the beginning of a log, used to detect its format. */
public final class HeadLines {
  private HeadLines() {}

  /** Returns whether a line passes a test. Lines of JSON are not tested. */
  public static boolean anyOf(byte[] head, int length, Predicate<TextLine> test) {
    TextLine line = new TextLine();
    int from = 0;
    while (from < length) {
      int feed = LineFeeds.find(head, from, length);
      int end = feed < 0 ? length : feed;
      int to = end > from && head[end - 1] == '\r' ? end - 1 : end;
      line.set(head, from, to, 0, 0);
      if (from < to && head[from] != '{' && test.test(line)) {
        return true;
      }
      from = end + 1;
    }
    return false;
  }
}
