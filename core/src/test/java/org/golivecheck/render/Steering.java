package org.golivecheck.render;

/** The characters that steer a terminal or a page instead of being seen. */
public final class Steering {
  private Steering() {}

  /** Returns whether a character must not reach a reader. */
  public static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Returns whether a character must not reach a reader of a report, which has lines. */
  public static boolean steersLines(int c) {
    return c != '\n' && steers(c);
  }
}
