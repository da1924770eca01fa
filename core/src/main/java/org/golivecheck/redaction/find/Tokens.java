package org.golivecheck.redaction.find;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.JarText;
import org.jspecify.annotations.Nullable;

/**
 * Finds credentials that are recognised by their shape wherever they are, without a label: JSON web
 * tokens and DocuSign's own kind of them, whole or cut off, PEM and similar blocks, and the keys of
 * well-known providers, which are listed in {@code credentials.tsv}.
 */
final class Tokens implements Detector {
  /** JSON web tokens begin like the base64 of <code>{"</code>. */
  private static final String WEB_TOKEN = "eyJ";

  /** From this length on, a first part alone counts as a token that was cut off. */
  private static final int LONG = 16;

  /** What ends a value or begins a structure, and occurs in no key. */
  private static final String FOREIGN = "\"<{[";

  private static final String PUTTY = "PuTTY-User-Key-File-";

  /** The shapes by the first character of their prefix; those with a wildcard at 0. */
  private static final List<List<Shape>> SHAPES = shapes();

  /**
   * The shape of a credential.
   *
   * @param prefix how it begins; a question mark is any character of it, a number sign a digit
   * @param characters what the rest consists of
   * @param length the least length of the rest
   */
  private record Shape(String prefix, String characters, int length) {

    /** Returns where a credential that begins at a position ends, or -1. */
    int end(String text, int at) {
      for (int i = 0; i < prefix.length(); i++) {
        char c = Chars.at(text, at + i);
        char p = prefix.charAt(i);
        boolean fits = p == '?' ? Chars.isToken(c) : p == '#' ? Ascii.isDigit(c) : c == p;
        if (!fits) {
          return -1;
        }
      }
      int from = at + prefix.length();
      int end = from;
      while (end < text.length() && isPart(text.charAt(end))) {
        end++;
      }
      return end - from < length ? -1 : end;
    }

    private boolean isPart(char c) {
      return switch (characters) {
        case "upper" -> Ascii.isUpper(c) || Ascii.isDigit(c);
        case "name" -> Ascii.isLetterOrDigit(c) || c == '_';
        case "path" -> Chars.isBase64(c);
        case "base64" -> Chars.isBase64(c) || c == '=';
        default -> Chars.isName(c) || c == '.' || c == '~';
      };
    }
  }

  private static List<List<Shape>> shapes() {
    List<List<Shape>> byFirst = new ArrayList<>();
    for (int c = 0; c < 128; c++) {
      byFirst.add(new ArrayList<>(0));
    }
    for (String row : JarText.read(Tokens.class, "credentials.tsv").split("\n", -1)) {
      String[] cells = row.split("\t", -1);
      if (cells.length == 5) {
        char first = cells[1].charAt(0);
        byFirst
            .get(first == '?' ? 0 : first)
            .add(new Shape(cells[1], cells[2], Integer.parseInt(cells[3])));
      }
    }
    return byFirst;
  }

  @Override
  public @Nullable Match find(String text, int at) {
    char c = text.charAt(at);
    if (c == '-' && Chars.at(text, at - 1) != '-' && text.startsWith("---", at)) {
      return block(text, at);
    }
    if (c == 'P' && text.startsWith(PUTTY, at)) {
      return new Match(at, endOfBlock(text, at, "Private-MAC: "), Markers.KEY);
    }
    Match token = c == 'e' ? webToken(text, at) : null;
    if (token != null) {
      return token;
    }
    int end = endOfShape(text, at);
    return end < 0 ? null : new Match(at, end, Markers.SECRET);
  }

  /** Returns where a provider's credential that begins at a position ends, or -1. */
  static int endOfShape(String text, int at) {
    char c = text.charAt(at);
    if (c > '~' || Ascii.isLetterOrDigit(Chars.at(text, at - 1))) {
      return -1;
    }
    int end = endOf(SHAPES.get(c), text, at);
    // The only shape with a wildcard is tried last, and recognised by its sixth character.
    return end < 0 && Chars.at(text, at + 5) == '~' ? endOf(SHAPES.get(0), text, at) : end;
  }

  private static int endOf(List<Shape> shapes, String text, int at) {
    for (Shape shape : shapes) {
      int end = shape.end(text, at);
      if (end > 0) {
        return end;
      }
    }
    return -1;
  }

  private static @Nullable Match webToken(String text, int at) {
    if (!text.startsWith(WEB_TOKEN, at)) {
      return null;
    }
    int part = at + WEB_TOKEN.length();
    int limit = Math.min(text.length(), at + LONG);
    while (part < limit && Chars.isName(text.charAt(part))) {
      part++;
    }
    boolean hasSecondPart = Chars.at(text, part) == '.' && Chars.isName(Chars.at(text, part + 1));
    if (part - at < LONG && !hasSecondPart) {
      return null;
    }
    return new Match(at, Chars.endOfToken(text, part), Markers.TOKEN);
  }

  /** Finds {@code -----BEGIN ...} and the like; four dashes and a blank are SSH's (RFC 4716). */
  private static @Nullable Match block(String text, int at) {
    int dashes = at;
    while (Chars.at(text, dashes) == '-') {
      dashes++;
    }
    int begin = Chars.at(text, dashes) == ' ' ? dashes + 1 : dashes;
    return text.startsWith("BEGIN ", begin)
        ? new Match(at, endOfBlock(text, begin, "END "), Markers.KEY)
        : null;
  }

  /**
   * Returns where a block ends. One without an end reaches to what no key contains, such as the end
   * of a JSON string or of an XML element, otherwise to the end of the text.
   */
  private static int endOfBlock(String text, int from, String mark) {
    int end = from;
    while (end < text.length() && FOREIGN.indexOf(text.charAt(end)) < 0) {
      if (text.charAt(end) == mark.charAt(0) && text.startsWith(mark, end)) {
        return endOfEndLine(text, end + mark.length());
      }
      end++;
    }
    return end;
  }

  private static int endOfEndLine(String text, int from) {
    int end = from;
    while (end < text.length() && (Chars.isName(text.charAt(end)) || text.charAt(end) == ' ')) {
      if (text.startsWith("---", end)) {
        while (Chars.at(text, end) == '-') {
          end++;
        }
        return end;
      }
      end++;
    }
    return end;
  }
}
