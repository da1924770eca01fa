package org.golivecheck.redaction.find;

import java.util.List;
import java.util.regex.Pattern;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.Guid;

/**
 * Hides the sensitive parts of untrusted text.
 *
 * <p>The result has no control characters, line breaks or invisible characters, and at most the
 * given length. Hiding again changes nothing. The time is linear in the length of the text.
 * Thread-safe.
 */
public final class Hiding {
  private static final String ELLIPSIS = "...";

  /** The number of dots between digits in an IP address. */
  private static final int DOTS_OF_ADDRESS = 3;

  /** The least number of digits in a row, ignoring blanks and hyphens, of a telephone number. */
  private static final int DIGITS_OF_PHONE = 10;

  /** A code that is one word. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]+");

  private static final int FIRST_WINDOW = 1 << 12;

  private final Detector detector;
  private final int maxLength;

  private Hiding(Detector detector, int maxLength) {
    this.detector = detector;
    this.maxLength = maxLength;
  }

  /**
   * Returns a hiding of tokens, passwords, keys and personal data.
   *
   * @param maxLength the longest result, in characters
   */
  public static Hiding all(int maxLength) {
    return new Hiding(Detector.all(), maxLength);
  }

  /**
   * Returns a hiding of tokens, passwords and keys only.
   *
   * @param maxLength the longest result, in characters
   */
  public static Hiding secretsOnly(int maxLength) {
    return new Hiding(Detector.ofSecrets(), maxLength);
  }

  /**
   * Returns a hiding of nothing, which still removes control characters, line breaks and invisible
   * characters.
   *
   * @param maxLength the longest result, in characters
   */
  public static Hiding nothing(int maxLength) {
    return new Hiding((text, at) -> null, maxLength);
  }

  /** Returns the text with a mark in place of each sensitive part. */
  public String hide(String raw) {
    if (isPlain(raw)) {
      return raw;
    }
    SensitiveText sensitive = new SensitiveText(detector);
    // A mark or a cut can expose another part, so hiding is repeated until nothing changes. It
    // ends, because every pass turns more of a short text into marks.
    String before = raw;
    String after = once(sensitive, raw);
    String broken = ConsoleCommands.broken(after);
    while (!broken.equals(before)) {
      before = broken;
      after = once(sensitive, broken);
      broken = ConsoleCommands.broken(after);
    }
    return after;
  }

  /**
   * Returns an error code: one word as it is, unless it has the shape of a known credential;
   * anything else is text.
   */
  public String hideCode(String raw) {
    boolean shown =
        raw.length() <= maxLength
            && WORD.matcher(raw).matches()
            && new SensitiveText(new Tokens()).find(raw).isEmpty();
    return shown ? raw : hide(raw);
  }

  /** Reads no more of a long text than is needed to fill the result. */
  private String once(SensitiveText sensitive, String raw) {
    View clean = new View();
    for (int window = Math.max(FIRST_WINDOW, 2 * maxLength); ; window *= 4) {
      boolean whole = window >= raw.length() || window < 0;
      clean.read(whole ? raw : raw.substring(0, window));
      String text = clean.text();
      StringBuilder out = new StringBuilder(Math.min(text.length(), maxLength) + 16);
      int cut = copy(text, sensitive.find(text), whole ? text.length() : text.length() / 2, out);
      if (out.length() > maxLength) {
        return out.substring(0, cut) + ELLIPSIS;
      }
      if (whole) {
        return out.toString();
      }
    }
  }

  /** Copies until the result is full or an end is reached. Returns where to cut a full result. */
  private int copy(String text, List<SensitiveText.Part> parts, int end, StringBuilder out) {
    int cut = 0;
    int next = 0;
    int at = 0;
    while (at < end && out.length() <= maxLength) {
      int mark = Markers.endAt(text, at);
      if (next < parts.size() && parts.get(next).from() == at) {
        out.append(parts.get(next).kind().marker());
        at = parts.get(next++).to();
      } else if (mark > 0) {
        out.append(text, at, mark);
        at = mark;
      } else {
        int codePoint = text.codePointAt(at);
        out.appendCodePoint(Chars.isBreak((char) codePoint) ? ' ' : codePoint);
        at += Character.charCount(codePoint);
      }
      if (out.length() <= maxLength - ELLIPSIS.length()) {
        cut = out.length();
      }
    }
    return cut;
  }

  /**
   * Returns whether no detector can find anything in a text that needs no cleaning, as in nearly
   * all methods, codes, trace tokens and source names. If it returns false, a detector may or may
   * not find something.
   */
  public boolean isPlain(String text) {
    int length = text.length();
    if (length > maxLength) {
      return false;
    }
    if (length == Guid.LENGTH && Guid.isAt(text, 0)) {
      return true;
    }
    int run = 0;
    int dots = 0;
    int digits = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      run = Chars.isBase64(c) ? run + 1 : 0;
      digits = Ascii.isDigit(c) ? digits + 1 : c == ' ' || c == '-' ? digits : 0;
      if (Ascii.isDigit(c)) {
        boolean dotted = Chars.at(text, i - 1) == '.' && Ascii.isDigit(Chars.at(text, i - 2));
        dots += dotted ? 1 : 0;
      } else if (c != '.') {
        dots = 0;
      }
      if (c < ' '
          || c > '~'
          || run > LongRuns.MAX_SHOWN
          || (run == View.MIN_BASE64 && View.beginsText(text, i + 1 - run))
          || dots >= DOTS_OF_ADDRESS
          || digits >= DIGITS_OF_PHONE
          || mayBegin(text, i, c)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a character may belong to something that a detector looks for. */
  private static boolean mayBegin(String text, int i, char c) {
    return switch (c) {
      case '=', '<', '@', '%', '&', '\\', '#', '+', '~' -> true;
      case ':' -> !endsBracket(text, i) && !endsFileName(text, i);
      // A quoted value may come after its name in a list.
      case ',' -> Chars.isQuote(Chars.at(text, Chars.skipSpaces(text, i + 1)));
      case '(' -> Ascii.isDigit(Chars.at(text, i + 1));
      case '-' -> Chars.at(text, i - 1) == '-';
      case 'J' -> Chars.at(text, i - 1) == 'y';
      case ' ' -> Credentials.endsScheme(text, i) || Prose.endsNoun(text, i);
      default -> endsBankCode(text, i) || Tokens.endOfShape(text, i) >= 0;
    };
  }

  /** Returns whether a bracket is before a colon, where a name would be, and a space after it. */
  private static boolean endsBracket(String text, int colon) {
    return Chars.at(text, colon - 1) == ')' && Chars.at(text, colon + 1) == ' ';
  }

  /** Returns whether a colon and the number of a line come after the extension of a file name. */
  private static boolean endsFileName(String text, int colon) {
    int name = colon;
    while (name > 0 && Ascii.isLetter(text.charAt(name - 1))) {
      name--;
    }
    int end = colon + 1;
    while (Ascii.isDigit(Chars.at(text, end))) {
      end++;
    }
    return Chars.at(text, name - 1) == '.'
        && end == text.length()
        && Label.of(text.substring(name, colon)) == null;
  }

  /** Returns whether an IBAN may begin with a digit and the three characters before it. */
  private static boolean endsBankCode(String text, int i) {
    return Ascii.isDigit(text.charAt(i))
        && Ascii.isDigit(Chars.at(text, i - 1))
        && Ascii.isUpper(Chars.at(text, i - 2))
        && Ascii.isUpper(Chars.at(text, i - 3));
  }
}
