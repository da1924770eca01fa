package org.golivecheck.render.markdown;

import java.util.regex.Pattern;
import org.golivecheck.text.Ascii;

/**
 * Writes text that may hold anything so that Markdown shows it as it is: no markup, table cell,
 * HTML, link, mention or reference comes of it. Character references stand for what means something
 * to GitHub or GitLab, since they do so in paragraphs, tables and HTML alike.
 *
 * <p>What must not begin a line, such as a dash, is left alone: the caller puts something before.
 */
public final class MarkdownText {
  private static final String MARKUP = "&<>|\\`*[]~$";

  /** Parts a sign from what follows, unseen: links are known only after all else is read. */
  private static final String BREAK = "&#8203;";

  private static final Pattern PLAIN_LINK = Pattern.compile("https://[A-Za-z0-9./_~%?=&#-]+");

  private MarkdownText() {}

  /** Returns text for a sentence, a cell or an HTML element. */
  public static String escape(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (MARKUP.indexOf(c) >= 0 || isEmphasis(text, i)) {
        out.append("&#").append((int) c).append(';');
      } else {
        out.append(c);
      }
      if (beginsLink(text, i)) {
        out.append(BREAK);
      }
    }
    return out.toString();
  }

  /** Returns text in a fixed-width font. */
  public static String code(CharSequence text) {
    return "<code>" + escape(text) + "</code>";
  }

  /** Returns a link if the address is a plain one, else the text of it. */
  public static String link(String address) {
    return PLAIN_LINK.matcher(address).matches() ? "<" + address + ">" : escape(address);
  }

  /** An underscore means nothing within a word, where error codes have theirs. */
  private static boolean isEmphasis(CharSequence text, int index) {
    return text.charAt(index) == '_' && !(isWord(text, index - 1) && isWord(text, index + 1));
  }

  private static boolean isWord(CharSequence text, int index) {
    return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
  }

  /** Returns whether what follows could make a mention, a reference or an address. */
  private static boolean beginsLink(CharSequence text, int index) {
    return switch (text.charAt(index)) {
      case '@' -> true;
      case '#' -> isDigit(text, index + 1);
      case ':' -> isAt(text, index + 1, '/');
      case 'w', 'W' -> isAt(text, index + 1, '.');
      default -> false;
    };
  }

  private static boolean isAt(CharSequence text, int index, char c) {
    return index < text.length() && text.charAt(index) == c;
  }

  private static boolean isDigit(CharSequence text, int index) {
    return index < text.length() && Ascii.isDigit(text.charAt(index));
  }
}
