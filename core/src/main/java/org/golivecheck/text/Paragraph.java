package org.golivecheck.text;

/** Breaks text into lines at spaces. */
public final class Paragraph {
  private Paragraph() {}

  /**
   * Appends a text, broken so that no line is too wide unless a single word is. No further line
   * begins with two colons, which GitHub Actions takes for a command.
   *
   * @param out the output
   * @param text the text, one paragraph
   * @param column the current column of {@code out}, at which further lines begin
   * @param width the columns to use
   */
  public static void append(StringBuilder out, String text, int column, int width) {
    int at = column;
    boolean first = true;
    for (String word : text.split(" ", -1)) {
      if (!first && at + 1 + word.length() > width && !word.startsWith("::")) {
        out.append('\n').append(" ".repeat(column));
        at = column;
        first = true;
      }
      if (!first) {
        out.append(' ');
        at++;
      }
      out.append(word);
      at += word.length();
      first = false;
    }
    out.append('\n');
  }
}
