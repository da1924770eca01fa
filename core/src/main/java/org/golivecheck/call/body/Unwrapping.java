package org.golivecheck.call.body;

/**
 * How far one body is taken apart. Wrappers lie in wrappers, and any brace of a text may begin a
 * body, so without a bound on both together a few kilobytes could keep a reader busy for long.
 */
final class Unwrapping {
  /** How many wrappers around a body are taken off. */
  private static final int MAX_LEVEL = 3;

  /** How many braces are tried as the beginning of a body, over all wrappers. */
  private static final int MAX_TRIES = 24;

  private final int level;
  private final Tries tries;

  private Unwrapping(int level, Tries tries) {
    this.level = level;
    this.tries = tries;
  }

  /** Returns the start of a body: no wrapper was taken off. */
  static Unwrapping of() {
    return new Unwrapping(0, new Tries());
  }

  /** Returns the inside of one more wrapper. */
  Unwrapping deeper() {
    return new Unwrapping(level + 1, tries);
  }

  /** Returns whether a wrapper was taken off. */
  boolean isInside() {
    return level > 0;
  }

  /** Returns whether one more wrapper may be taken off. */
  boolean mayGoDeeper() {
    return level < MAX_LEVEL;
  }

  /** Returns whether one more brace may be tried, and counts it. */
  boolean mayTry() {
    return tries.left-- > 0;
  }

  /** Shared by all levels of one body. */
  private static final class Tries {
    private int left = MAX_TRIES;
  }
}
