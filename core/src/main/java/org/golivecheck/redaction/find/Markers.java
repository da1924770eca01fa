package org.golivecheck.redaction.find;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The marks in place of hidden text: this tool's own and those of other tools. */
final class Markers implements Detector {
  static final String TOKEN = "[token]";
  static final String SECRET = "[secret]";
  static final String KEY = "[key]";
  static final String EMAIL = "[email]";
  static final String ADDRESS = "[address]";
  static final String PERSONAL = "[personal]";

  private static final List<String> ALL =
      List.of(
          TOKEN,
          SECRET,
          KEY,
          EMAIL,
          ADDRESS,
          PERSONAL,
          "[omitted]",
          "[redacted]",
          "[******]",
          "[FILTERED]");

  @Override
  public @Nullable Match find(String text, int at) {
    int end = endAt(text, at);
    return end < 0 ? null : Match.kept(text, at, end);
  }

  /** Returns where the mark that begins at a position ends, or -1 if none begins. */
  static int endAt(String text, int at) {
    if (Chars.at(text, at) != '[') {
      return -1;
    }
    for (String marker : ALL) {
      if (text.startsWith(marker, at)) {
        return at + marker.length();
      }
    }
    return -1;
  }

  /**
   * Returns whether a value need not be hidden, because it is empty, a literal or masked already.
   */
  static boolean masked(String text, int from, int to) {
    if (from >= to || endAt(text, from) == to) {
      return true;
    }
    char first = text.charAt(from);
    if (first == '*' || first == 'X' || first == 'x') {
      return to - from >= 3 && repeats(text, from, to);
    }
    return isLiteral(text, from, to);
  }

  private static boolean repeats(String text, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (text.charAt(i) != text.charAt(from)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLiteral(String text, int from, int to) {
    return switch (to - from) {
      case 4 -> text.startsWith("null", from) || text.startsWith("true", from);
      case 5 -> text.startsWith("false", from);
      default -> false;
    };
  }
}
