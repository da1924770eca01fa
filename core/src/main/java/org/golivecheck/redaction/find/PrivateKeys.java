package org.golivecheck.redaction.find;

import org.jspecify.annotations.Nullable;

/**
 * Finds PEM blocks. One without an end reaches to what no key holds, such as the end of a JSON
 * string or of an XML element, else to the end of the text.
 */
final class PrivateKeys implements Detector {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  /** What ends a value or begins a structure, and stands in no key. */
  private static final String FOREIGN = "\"<{[";

  @Override
  public @Nullable Match find(String text, int at) {
    if (text.charAt(at) != '-' || !text.startsWith(BEGIN, at)) {
      return null;
    }
    int end = text.indexOf(END, at + BEGIN.length());
    int close = end < 0 ? -1 : text.indexOf(DASHES, end + END.length());
    return new Match(at, close < 0 ? endOfValue(text, at) : close + DASHES.length(), Markers.KEY);
  }

  private static int endOfValue(String text, int at) {
    int end = at;
    while (end < text.length() && FOREIGN.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
