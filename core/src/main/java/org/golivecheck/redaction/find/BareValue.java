package org.golivecheck.redaction.find;

import org.golivecheck.text.Ascii;

/** Tells where a value without quotes ends. Rather takes too much than leaves half a secret. */
final class BareValue {
  private BareValue() {}

  /** Returns where the value that begins at a position ends, without punctuation after it. */
  static int end(String text, int from, Label label) {
    if (label == Label.SECRET_LINE) {
      return endOfLine(text, from);
    }
    int marker = Markers.endAt(text, from);
    char first = text.charAt(from);
    boolean structure = marker < 0 && (first == '{' || first == '[');
    int start = structure ? endOfStructure(text, from) : Math.max(marker, from);
    int end = label.personal() ? endOfWords(text, start) : endOfSecret(text, start);
    return end == start ? end : withoutPunctuation(text, start, end);
  }

  private static int endOfLine(String text, int from) {
    int marker = Markers.endAt(text, from);
    if (marker > 0) {
      return marker;
    }
    int end = from;
    while (end < text.length() && !endsLine(text, end)) {
      end++;
    }
    while (end > from && text.charAt(end - 1) == ' ') {
      end--;
    }
    return end;
  }

  private static boolean endsLine(String text, int i) {
    char c = text.charAt(i);
    char next = Chars.at(text, i + 1);
    return c == '\n' || Chars.isQuote(c) || (c == '\\' && (next == 'n' || next == 'r'));
  }

  private static int endOfSecret(String text, int from) {
    int end = from;
    while (end < text.length() && !endsSecret(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean endsSecret(String text, int i) {
    char c = text.charAt(i);
    return Chars.isSpace(c)
        || Chars.isQuote(c)
        || c == '&'
        || c == '<'
        || c == '>'
        || (c == '%' && text.startsWith("%26", i));
  }

  /** A name, number or date: words follow the first one if they begin as such words do. */
  private static int endOfWords(String text, int from) {
    int end = endOfWord(text, from);
    while (Chars.at(text, end) == ' ' && continuesValue(Chars.at(text, end + 1))) {
      end = endOfWord(text, end + 1);
    }
    return end;
  }

  private static boolean continuesValue(char c) {
    return Ascii.isUpper(c)
        || Ascii.isDigit(c)
        || c == '('
        || c == '+'
        || (c > '\u007f' && Character.isLetter(c));
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length() && !endsSecret(text, end) && !endsWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean endsWord(char c) {
    return c == ',' || c == ';' || c == '{' || c == '}' || c == ']' || c == '|';
  }

  private static int withoutPunctuation(String text, int from, int to) {
    int end = to;
    while (end > from && ".,;:!)}".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** Returns where an object or array ends: at its last bracket, or at the end of the text. */
  private static int endOfStructure(String text, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '{' || c == '[')) {
        depth++;
      } else if (!quoted && (c == '}' || c == ']') && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
