package org.golivecheck.redaction.find;

import org.jspecify.annotations.Nullable;

/**
 * Finds JSON web tokens and DocuSign's own kind of them wherever they stand, whole or cut off: all
 * begin like the base64 of <code>{"</code>.
 */
final class WebTokens implements Detector {
  private static final String START = "eyJ";

  /** From this length on, a first part alone counts as a token that was cut off. */
  private static final int LONG = 16;

  @Override
  public @Nullable Match find(String text, int at) {
    if (text.charAt(at) != 'e' || !text.startsWith(START, at)) {
      return null;
    }
    int part = at + START.length();
    int limit = Math.min(text.length(), at + LONG);
    while (part < limit && Chars.isName(text.charAt(part))) {
      part++;
    }
    boolean hasSecondPart = Chars.at(text, part) == '.' && Chars.isName(Chars.at(text, part + 1));
    if (part - at < LONG && !hasSecondPart) {
      return null;
    }
    return new Match(at, endOfToken(text, part), Markers.TOKEN);
  }

  private static int endOfToken(String text, int from) {
    int end = from;
    while (end < text.length() && Chars.isToken(text.charAt(end))) {
      end++;
    }
    while (text.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }
}
