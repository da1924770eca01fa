package org.golivecheck.cli.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.text.Paragraph;

/** Shows Markdown on a terminal: headings, paragraphs, lists and indented code, as pages use it. */
final class MarkdownText {
  private static final Pattern HEADING = Pattern.compile("(#+) +(.*)");
  private static final Pattern ITEM = Pattern.compile("(- |\\d+\\. )(.*)");
  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();
  private final StringBuilder paragraph = new StringBuilder();
  private final int width;
  private String marker = "";

  private MarkdownText(int width) {
    this.width = width;
  }

  /**
   * Returns the page as plain text.
   *
   * @param width the columns to use
   */
  static String of(String markdown, int width) {
    MarkdownText text = new MarkdownText(width);
    markdown.lines().forEach(text::line);
    text.endParagraph();
    return text.out.toString();
  }

  private void line(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.isBlank()) {
      endParagraph();
      out.append('\n');
    } else if (heading.matches()) {
      endParagraph();
      out.append(plain(heading.group(2))).append('\n');
    } else if (line.startsWith("    ") && paragraph.isEmpty()) {
      out.append(line).append('\n');
    } else if (item.matches()) {
      endParagraph();
      marker = item.group(1);
      paragraph.append(item.group(2));
    } else {
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
    }
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      String start = INDENT + marker;
      out.append(start);
      Paragraph.append(out, plain(paragraph.toString()), start.length(), width);
    }
    paragraph.setLength(0);
    marker = "";
  }

  private static String plain(String text) {
    return text.replace("**", "").replace("`", "");
  }
}
