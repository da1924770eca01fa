package org.golivecheck.config;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A glob pattern in the syntax of {@link java.nio.file.FileSystem#getPathMatcher}, matched in time
 * proportional to the lengths of pattern and path. Java's own matcher turns stars into a regular
 * expression that tries every way to divide a name among them. {@code **}{@code /} also matches no
 * folder at all.
 */
final class Glob {
  private final List<String> alternatives = new ArrayList<>();

  /**
   * Creates a pattern.
   *
   * @param pattern a sound pattern, with slashes
   */
  Glob(String pattern) {
    expand("", pattern);
  }

  /** Expands the braces of a pattern, one after another. They do not nest. */
  private void expand(String before, String rest) {
    int open = indexOf(rest, '{', 0);
    if (open < 0) {
      alternatives.add(before + rest);
      return;
    }
    int close = indexOf(rest, '}', open);
    String head = before + rest.substring(0, open);
    for (int from = open + 1; from <= close; ) {
      int comma = indexOf(rest, ',', from);
      int to = comma < 0 || comma > close ? close : comma;
      expand(head + rest.substring(from, to), rest.substring(close + 1));
      from = to + 1;
    }
  }

  private static int indexOf(String pattern, char wanted, int from) {
    for (int i = from; i < pattern.length(); i++) {
      if (pattern.charAt(i) == wanted) {
        return i;
      }
      if (pattern.charAt(i) == '\\') {
        i++;
      }
    }
    return -1;
  }

  /** Returns whether a path, with slashes, matches. */
  boolean matches(String path) {
    return alternatives.stream().anyMatch(pattern -> matches(pattern, path));
  }

  /** Contains all positions of the pattern that the path read so far may have reached. */
  private static boolean matches(String pattern, String path) {
    BitSet places = new BitSet(pattern.length() + 1);
    arrive(places, pattern, 0);
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      BitSet next = new BitSet(pattern.length() + 1);
      for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
        step(pattern, at, c, next);
      }
      places = next;
    }
    return places.get(pattern.length());
  }

  /** Adds a position, and those that are reached from it without a character. */
  private static void arrive(BitSet places, String pattern, int at) {
    places.set(at);
    if (pattern.startsWith("**/", at)) {
      arrive(places, pattern, at + 3);
    }
    if (at < pattern.length() && pattern.charAt(at) == '*') {
      arrive(places, pattern, pattern.startsWith("**", at) ? at + 2 : at + 1);
    }
  }

  private static void step(String pattern, int at, char c, BitSet next) {
    if (at == pattern.length()) {
      return;
    }
    switch (pattern.charAt(at)) {
      case '*' -> {
        if (c != '/' || pattern.startsWith("**", at)) {
          arrive(next, pattern, at);
        }
      }
      case '?' -> {
        if (c != '/') {
          arrive(next, pattern, at + 1);
        }
      }
      case '[' -> {
        int close = pattern.indexOf(']', at + 2);
        if (c != '/' && isIn(pattern.substring(at + 1, close), c)) {
          arrive(next, pattern, close + 1);
        }
      }
      default -> {
        int literal = pattern.charAt(at) == '\\' ? at + 1 : at;
        if (pattern.charAt(literal) == c) {
          arrive(next, pattern, literal + 1);
        }
      }
    }
  }

  /** Returns whether a character is one of a class, such as {@code a-z0} or {@code !a}. */
  private static boolean isIn(String characters, char c) {
    boolean not = characters.charAt(0) == '!';
    boolean in = false;
    for (int i = not ? 1 : 0; i < characters.length(); i++) {
      boolean range = i + 2 < characters.length() && characters.charAt(i + 1) == '-';
      in |=
          range
              ? c >= characters.charAt(i) && c <= characters.charAt(i + 2)
              : c == characters.charAt(i);
      i += range ? 2 : 0;
    }
    return in != not;
  }
}
