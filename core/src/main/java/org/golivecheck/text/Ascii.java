package org.golivecheck.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Characters and words of ASCII, in text and in bytes.
 *
 * <p>The words of HTTP and of the API are ASCII. Unicode case folding would treat other letters as
 * equal to them, such as the dotless i.
 */
public final class Ascii {
  private static final boolean[] TOKEN = tokens();

  private Ascii() {}

  private static boolean[] tokens() {
    boolean[] table = new boolean[128];
    for (char c = '!'; c <= '~'; c++) {
      table[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
    return table;
  }

  /** Returns whether the name of a header may contain a byte. */
  public static boolean isToken(byte b) {
    return b >= 0 && TOKEN[b];
  }

  /** Returns whether a character or byte is one of {@code 0-9}. */
  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Returns whether a character or byte is one of {@code A-Z}. */
  public static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Returns whether a character or byte is one of {@code a-z}. */
  public static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  /** Returns whether a character or byte is one of {@code A-Z} and {@code a-z}. */
  public static boolean isLetter(int c) {
    return isLower(c) || isUpper(c);
  }

  /** Returns whether a character or byte is one of {@code A-Z}, {@code a-z} and {@code 0-9}. */
  public static boolean isLetterOrDigit(int c) {
    return isLetter(c) || isDigit(c);
  }

  /** Returns whether a character or byte is a hexadecimal digit of either case. */
  public static boolean isHexDigit(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** Returns whether a region of a text consists of digits, at least one. */
  public static boolean isNumber(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return start < end;
  }

  /** Returns whether a text consists of digits, at least one. */
  public static boolean isNumber(CharSequence text) {
    return isNumber(text, 0, text.length());
  }

  /** Returns a letter of {@code A-Z} in lower case, and any other character as it is. */
  public static char lower(char c) {
    return isUpper(c) ? (char) (c + ('a' - 'A')) : c;
  }

  /** Returns a text with the letters {@code A-Z} in lower case. */
  public static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUpper(text.charAt(i))) {
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

  /** Returns whether a region of a text is a word, ignoring case. */
  public static boolean equalIgnoringCase(String text, int start, int end, String word) {
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

  /** Returns whether a text begins with a word, ignoring case. */
  public static boolean startsWith(String text, String word) {
    return text.length() >= word.length() && equalIgnoringCase(text, 0, word.length(), word);
  }

  /**
   * Returns whether a region of bytes begins with a word, ignoring case. The word must be given in
   * lower case.
   */
  public static boolean startsWithIgnoringCase(byte[] bytes, int from, int to, byte[] word) {
    if (to - from < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (lower((char) bytes[from + i]) != word[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether a word occurs in a text, ignoring case.
   *
   * @param anchor the index of a character of the word that is not a letter; the search looks for
   *     this character
   */
  public static boolean contains(String text, String word, int anchor) {
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
  public static int hashIgnoringCase(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + lower(text.charAt(i));
    }
    return hash;
  }

  /** Returns the bytes of a word in UTF-8. */
  public static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Returns a name or value of a query without percent-encoding, as rules and redaction see it; one
   * that cannot be decoded is returned as it is.
   */
  public static String decoded(String parameter) {
    try {
      return URLDecoder.decode(parameter, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return parameter;
    }
  }
}
