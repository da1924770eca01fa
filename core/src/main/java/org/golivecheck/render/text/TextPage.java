package org.golivecheck.render.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.render.TextOptions;
import org.golivecheck.render.words.ConsentText;

/** Lays out lines of limited width. Only a single word can exceed it. */
public final class TextPage {
  private static final String RESET = "\u001b[0m";

  /** The styles of text, if colour is wanted. */
  public enum Style {
    PLAIN(""),
    BOLD("\u001b[1m"),
    GOOD("\u001b[1;32m"),
    BAD("\u001b[1;31m"),
    CAUTION("\u001b[1;33m"),
    FAINT("\u001b[2m");

    private final String sequence;

    Style(String sequence) {
      this.sequence = sequence;
    }
  }

  private final Appendable out;
  private final int width;
  private final boolean color;
  private int lines;

  /** Creates an empty page. */
  public TextPage(Appendable out, TextOptions options) {
    this.out = out;
    this.width = options.width();
    this.color = options.color();
  }

  /** Returns how many lines were printed. */
  int lines() {
    return lines;
  }

  int width() {
    return width;
  }

  /** Prints an empty line. */
  public void blank() throws IOException {
    end();
  }

  private void end() throws IOException {
    out.append('\n');
    lines++;
  }

  /** Prints an empty line and a heading. */
  public void heading(String text) throws IOException {
    blank();
    styled(Style.BOLD, text);
  }

  /** Prints one line unchanged, with its {@code mark} at a position in a style. */
  void row(String before, Style style, String mark, String after) throws IOException {
    out.append(before).append(styledText(style, mark)).append(after);
    end();
  }

  /** Prints text. Further lines are aligned with the first. */
  public void paragraph(int indent, String text) throws IOException {
    lines(indent, Style.PLAIN, "", 0, words(text), " ");
  }

  /** Prints a lead in a style, and text after it. Further lines are aligned with the text. */
  public void paragraph(int indent, Style style, String lead, String text) throws IOException {
    String start = lead + "  ";
    int hanging = start.length() <= width / 3 ? start.length() : 2;
    lines(indent, style, start, hanging, words(text), " ");
  }

  /** Prints the links for the consent of a user and of an administrator. */
  public void consent(int indent, String link) throws IOException {
    paragraph(indent, Style.BOLD, "Consent:", ConsentText.ofUser(link) + " " + link);
    paragraph(
        indent,
        Style.BOLD,
        "Admin consent:",
        ConsentText.ofAdministrator() + " " + ConsentLink.forAdministrators(link));
  }

  /** Prints text in style. */
  void styled(Style style, String text) throws IOException {
    for (String line : wrapped(words(text), " ", width, width)) {
      row("", style, line, "");
    }
  }

  /**
   * Prints fields in as few lines as possible. A field is broken only if it is longer than a line.
   */
  void fields(int indent, List<String> fields) throws IOException {
    List<String> unbroken = new ArrayList<>();
    for (String field : fields) {
      unbroken.addAll(field.length() > width - indent - 2 ? words(field) : List.of(field));
    }
    lines(indent, Style.PLAIN, "", 2, unbroken, "  ");
  }

  private void lines(
      int indent, Style style, String lead, int hanging, List<String> words, String gap)
      throws IOException {
    int room = width - indent;
    String start = " ".repeat(indent) + styledText(style, lead);
    for (String line : wrapped(words, gap, room - lead.length(), room - hanging)) {
      out.append(start).append(line);
      end();
      start = " ".repeat(indent + hanging);
    }
  }

  private static List<String> words(String text) {
    String stripped = text.strip();
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int end = stripped.indexOf(' '); end >= 0; end = stripped.indexOf(' ', start)) {
      if (end > start) {
        add(words, stripped.substring(start, end));
      }
      start = end + 1;
    }
    add(words, stripped.substring(start));
    return words;
  }

  /** Adds a word; no line may begin with two colons, which GitHub Actions takes for a command. */
  private static void add(List<String> words, String word) {
    int last = words.size() - 1;
    if (last >= 0 && word.startsWith("::")) {
      words.set(last, words.get(last) + " " + word);
    } else {
      words.add(word);
    }
  }

  private static List<String> wrapped(List<String> words, String gap, int firstWidth, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int room = lines.isEmpty() ? firstWidth : width;
      int length = word.length();
      // An option and its value stay together, so that both can be copied.
      if (word.startsWith("--") && i + 1 < words.size()) {
        int both = length + gap.length() + words.get(i + 1).length();
        length = both <= width ? both : length;
      }
      if (line.length() > 0 && line.length() + gap.length() + length > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? gap : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private String styledText(Style style, String text) {
    return color && style != Style.PLAIN && !text.isBlank() ? style.sequence + text + RESET : text;
  }
}
