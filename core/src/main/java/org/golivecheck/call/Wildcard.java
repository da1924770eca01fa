package org.golivecheck.call;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pattern as people write it: {@code *} stands for any run of characters, slashes too, {@code ?}
 * for one, everything else for itself. Case does not matter, the whole text must match.
 */
public final class Wildcard {
  private final String pattern;

  private Wildcard(String pattern) {
    this.pattern = pattern;
  }

  /** Returns the pattern; any text is one. */
  public static Wildcard of(String pattern) {
    return new Wildcard(pattern);
  }

  /** Returns whether a text matches; never for null. */
  public boolean matches(@Nullable CharSequence text) {
    if (text == null) {
      return false;
    }
    int at = 0;
    int in = 0;
    int star = -1;
    int retry = 0;
    // The last star takes one more character whenever what follows it does not fit.
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

  /** Not by the locale, in which an I may have no dotted small letter. */
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
