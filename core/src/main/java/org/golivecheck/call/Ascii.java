package org.golivecheck.call;

/**
 * Comparisons of ASCII text.
 *
 * <p>The API's own words are ASCII, and full Unicode case folding would hold other letters to be
 * equal to them, such as the dotless i.
 */
final class Ascii {
  private Ascii() {}

  static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (lower(text.charAt(i)) != text.charAt(i)) {
        return lowered(text);
      }
    }
    return text;
  }

  private static String lowered(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = lower(chars[i]);
    }
    return new String(chars);
  }

  /** Returns whether a region of a text is a word, whatever the case of letters. */
  static boolean equalIgnoringCase(String text, int start, int end, String word) {
    if (end - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (lower(text.charAt(start + i)) != lower(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a text begins with a word, whatever the case of letters. */
  static boolean startsWith(String text, String word) {
    return text.length() >= word.length() && equalIgnoringCase(text, 0, word.length(), word);
  }

  /**
   * Returns whether a word occurs in a text, whatever the case of letters.
   *
   * @param anchor where the word has a character that is no letter, by which it is searched
   */
  static boolean contains(String text, String word, int anchor) {
    char sought = word.charAt(anchor);
    for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
      int start = at - anchor;
      int end = start + word.length();
      if (start >= 0 && end <= text.length() && equalIgnoringCase(text, start, end, word)) {
        return true;
      }
    }
    return false;
  }

  /** Returns a hash of a region that is the same for texts equal ignoring case. */
  static int hashIgnoringCase(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + lower(text.charAt(i));
    }
    return hash;
  }

  /** Returns whether a region consists of digits, at least one. */
  static boolean isNumber(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return start < end;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    char lower = lower(c);
    return lower >= 'a' && lower <= 'z';
  }

  static boolean isHexDigit(char c) {
    char lower = lower(c);
    return isDigit(c) || (lower >= 'a' && lower <= 'f');
  }
}
