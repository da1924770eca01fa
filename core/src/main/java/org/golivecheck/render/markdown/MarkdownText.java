package org.golivecheck.render.markdown;

import java.util.regex.Pattern;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.render.words.ConsentText;
import org.golivecheck.text.Ascii;

/**
 * Escapes any text so that Markdown shows it unchanged, without markup, table cells, HTML, links,
 * mentions or references. Characters with a meaning in GitHub or GitLab become character
 * references, which work in paragraphs, tables and HTML alike.
 *
 * <p>Characters with a meaning only at the beginning of a line, such as a dash, are not escaped:
 * the caller must write something before.
 */
public final class MarkdownText {
  private static final String MARKUP = "&<>|\\`*[]~$";

  /**
   * An invisible separator. A character reference would not prevent a link, since links are
   * detected last.
   */
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

  /** Returns a link if the address is a plain one, otherwise its text. */
  public static String link(String address) {
    return PLAIN_LINK.matcher(address).matches() ? "<" + address + ">" : escape(address);
  }

  /**
   * Returns the links for the consent of a user and of an administrator. It is a link only if it
   * leads to DocuSign and is complete.
   */
  public static String consent(String link) {
    return consent("Consent", ConsentText.ofUser(link), link)
        + "<br>\n"
        + consent(
            "Admin consent", ConsentText.ofAdministrator(), ConsentLink.forAdministrators(link));
  }

  private static String consent(String title, String words, String link) {
    // Between backticks it can be copied unchanged.
    String address =
        ConsentLink.isComplete(link)
            ? link(link)
            : PLAIN_LINK.matcher(link).matches() ? '`' + link + '`' : code(link);
    return "**" + title + ":** " + escape(words) + " " + address;
  }

  /** An underscore has no meaning within a word, as in error codes. */
  private static boolean isEmphasis(CharSequence text, int index) {
    return text.charAt(index) == '_' && !(isWord(text, index - 1) && isWord(text, index + 1));
  }

  private static boolean isWord(CharSequence text, int index) {
    return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
  }

  /** Returns whether a mention, a reference or an address could follow. */
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
