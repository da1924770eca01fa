package org.golivecheck.render;

/**
 * Options of the text report.
 *
 * @param width the width of a line in columns; limited to {@value #MIN_WIDTH} to {@value
 *     #MAX_WIDTH}
 * @param color whether to use terminal colours, which never carry meaning on their own
 * @param detail how much to print
 */
public record TextOptions(int width, boolean color, Detail detail) {
  /** The narrowest line. */
  public static final int MIN_WIDTH = 40;

  /** The widest line. */
  public static final int MAX_WIDTH = 120;

  /** 80 columns, no colour, neither brief nor verbose. */
  public static final TextOptions DEFAULT = new TextOptions(80, false, Detail.NORMAL);

  /** Limits the width to its bounds. */
  public TextOptions {
    width = Math.max(MIN_WIDTH, Math.min(width, MAX_WIDTH));
  }

  /** How much the text report prints. */
  public enum Detail {
    /** The verdict, its reasons, the open findings and what to do. */
    BRIEF,
    /** A few screens: long lists are cut, with a count of the rest. */
    NORMAL,
    /** All findings with all evidence. */
    VERBOSE
  }
}
