package org.golivecheck.call;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A wildcard pattern: {@code *} matches any number of characters including slashes, {@code ?}
 * matches one, and every other character matches itself. Case is ignored, and the whole text must
 * match.
 */
public final class Wildcard {
  private final String pattern;

  private Wildcard(String pattern) {
    this.pattern = pattern;
  }

  /** Returns the pattern; any text is valid. */
  public static Wildcard of(String pattern) {
    return new Wildcard(pattern);
  }

  /** Returns whether a text matches; null never does. */
  public boolean matches(@Nullable CharSequence text) {
    if (text == null) {
      return false;
    }
    int at = 0;
    int in = 0;
    int star = -1;
    int retry = 0;
    // When the rest does not match, the last star takes one more character.
    while (at < text.length()) {
      if (in < pattern.length() && pattern.charAt(in) == '*') {
        star = in++;
        retry = at;
      } else if (in < pattern.length() && fits(pattern.charAt(in), text.charAt(at))) {
        in++;
        at++;
      } else if (star >= 0) {
        in = star + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    while (in < pattern.length() && pattern.charAt(in) == '*') {
      in++;
    }
    return in == pattern.length();
  }

  private static boolean fits(char wanted, char actual) {
    return wanted == '?' || wanted == actual || lower(wanted) == lower(actual);
  }

  /** Independent of the locale, where the small letter of I may have no dot. */
  private static char lower(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Wildcard that && pattern.equals(that.pattern);
  }

  @Override
  public int hashCode() {
    return Objects.hash(pattern);
  }

  /** Returns the pattern as written. */
  @Override
  public String toString() {
    return pattern;
  }
}
