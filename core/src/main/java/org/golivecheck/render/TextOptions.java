package org.golivecheck.render;

/**
 * How the text report looks.
 *
 * @param width the width of a line in columns; brought within {@value #MIN_WIDTH} and {@value
 *     #MAX_WIDTH}
 * @param color whether to use terminal colours; they never carry meaning alone
 * @param detail how much to print
 */
public record TextOptions(int width, boolean color, Detail detail) {
  /** The narrowest line. */
  public static final int MIN_WIDTH = 40;

  /** The widest line. */
  public static final int MAX_WIDTH = 120;

  /** 80 columns, no colour, neither brief nor verbose. */
  public static final TextOptions DEFAULT = new TextOptions(80, false, Detail.NORMAL);

  /** Brings the width within its bounds. */
  public TextOptions {
    width = Math.max(MIN_WIDTH, Math.min(width, MAX_WIDTH));
  }

  /** How much the text report prints. */
  public enum Detail {
    /** The verdict and its reasons. */
    QUIET,
    /** The verdict, its reasons, what was found and is not excused, and what to do. */
    BRIEF,
    /** What fits on a few screens: long lists are cut, with a count. */
    NORMAL,
    /** All findings with all evidence. */
    VERBOSE
  }
}
