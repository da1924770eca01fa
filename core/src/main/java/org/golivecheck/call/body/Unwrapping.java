package org.golivecheck.call.body;

/**
 * Limits the effort for one body. Wrappers can be nested, and any brace in a text may begin a body,
 * so without a limit on both together a few kilobytes could take very long to read.
 */
final class Unwrapping {
  /** The maximum number of wrappers removed. */
  private static final int MAX_LEVEL = 3;

  /** The maximum number of braces tried as the beginning of a body, over all wrappers. */
  private static final int MAX_TRIES = 24;

  private final int level;
  private final Tries tries;

  private Unwrapping(int level, Tries tries) {
    this.level = level;
    this.tries = tries;
  }

  /** Returns the state for a whole body, without a wrapper removed. */
  static Unwrapping of() {
    return new Unwrapping(0, new Tries());
  }

  /** Returns the state inside one more wrapper. */
  Unwrapping deeper() {
    return new Unwrapping(level + 1, tries);
  }

  /** Returns whether a wrapper was removed. */
  boolean isInside() {
    return level > 0;
  }

  /** Returns whether one more wrapper may be removed. */
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
