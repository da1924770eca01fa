package org.golivecheck.redaction.find;

import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Finds long base64 without a label: documents, images, keys. Paths and file names consist of the
 * same characters, so a run with separators counts only if its letters and digits are as mixed as
 * those of random text.
 */
final class LongRuns implements Detector {
  /** The longest run that is shown. */
  static final int MAX_SHOWN = 60;

  @Override
  public @Nullable Match find(String text, int at) {
    if (!Chars.isBase64(text.charAt(at)) || Chars.isBase64(Chars.at(text, at - 1))) {
      return null;
    }
    int end = endOfRun(text, at);
    if (end - at <= MAX_SHOWN || !looksEncoded(text, at, end)) {
      return null;
    }
    return new Match(at, endOfLines(text, end), Markers.SECRET);
  }

  private static int endOfRun(String text, int from) {
    int end = from;
    while (end < text.length() && Chars.isBase64(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean looksEncoded(String text, int from, int to) {
    int piece = 0;
    int caseChanges = 0;
    int digitChanges = 0;
    char before = '\0';
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      piece = Ascii.isLetterOrDigit(c) || c == '+' ? piece + 1 : 0;
      if (piece > MAX_SHOWN) {
        return true;
      }
      caseChanges += changesCase(before, c) ? 1 : 0;
      digitChanges += changesKind(before, c) ? 1 : 0;
      before = c;
    }
    int length = to - from;
    // Random base64 has a change of case at every third character and of kind at every fourth.
    return caseChanges >= length / 6
        && digitChanges >= length / 20
        && !containsGuid(text, from, to);
  }

  private static boolean changesCase(char before, char c) {
    return (Ascii.isLower(before) && Ascii.isUpper(c))
        || (Ascii.isUpper(before) && Ascii.isLower(c));
  }

  private static boolean changesKind(char before, char c) {
    return Ascii.isDigit(before) != Ascii.isDigit(c)
        && Ascii.isLetterOrDigit(before)
        && Ascii.isLetterOrDigit(c);
  }

  private static boolean containsGuid(String text, int from, int to) {
    int group = 0;
    int hex = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Ascii.isHexDigit(c)) {
        hex++;
      } else {
        group = c == '-' && hex >= (group == 0 ? 8 : 4) ? group + 1 : 0;
        hex = 0;
      }
      if (group == 4 && hex == 12) {
        return true;
      }
    }
    return false;
  }

  /** Returns the end of the padding, and of further lines that contain only base64. */
  private static int endOfLines(String text, int endOfRun) {
    int end = endOfPadding(text, endOfRun);
    while (Chars.isBreak(Chars.at(text, end))) {
      int next = endOfPadding(text, endOfRun(text, end + 1));
      boolean wholeLine = next == text.length() || Chars.isBreak(text.charAt(next));
      if (next == end + 1 || !wholeLine) {
        break;
      }
      end = next;
    }
    return end;
  }

  private static int endOfPadding(String text, int from) {
    int end = from;
    while (Chars.at(text, end) == '=') {
      end++;
    }
    return end;
  }
}
