package org.golivecheck.redaction;

import org.jspecify.annotations.Nullable;

/** Finds PEM blocks; one without an end reaches to the end of the text. */
final class PrivateKeys implements Detector {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  @Override
  public @Nullable Match find(String text, int at) {
    if (text.charAt(at) != '-' || !text.startsWith(BEGIN, at)) {
      return null;
    }
    int end = text.indexOf(END, at + BEGIN.length());
    int close = end < 0 ? -1 : text.indexOf(DASHES, end + END.length());
    return new Match(at, close < 0 ? text.length() : close + DASHES.length(), Markers.KEY);
  }
}
