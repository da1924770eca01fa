package org.golivecheck.log.redact;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.golivecheck.redaction.find.SensitiveKind;
import org.golivecheck.redaction.find.SensitiveText.Part;
import org.golivecheck.text.Ascii;

/**
 * Replaces sensitive parts by as many asterisks as they had bytes, so that a Content-Length stays
 * correct. A personal value ends with a short pseudonym, so that equal values stay equal: the
 * number of different errors in a response must not change.
 */
final class Hider {
  private static final int PSEUDONYM = 6;

  private final Pseudonyms pseudonyms;
  private final Removals removals;

  Hider(Pseudonyms pseudonyms, Removals removals) {
    this.pseudonyms = pseudonyms;
    this.removals = removals;
  }

  /**
   * Hides a part, as far as it is in a range.
   *
   * @param forms how far each byte may be changed
   * @param hidden which bytes were hidden before; those hidden now are added
   * @return whether there was something to hide
   */
  boolean hide(byte[] bytes, int from, int to, Part part, byte[] forms, boolean[] hidden) {
    if (!anyOpen(hidden, from, to)) {
      return false;
    }
    if (from == part.from()) {
      removals.add(part.kind());
    }
    if (isStructure(bytes, part)) {
      new StructureHider(bytes, from, to, forms, hidden).hide(part.from());
    } else if (isBareNumber(bytes, from, to)) {
      hideDigits(bytes, from, to, hidden);
    } else {
      String pseudonym = pseudonym(bytes, from, to, part, forms, hidden);
      fill(bytes, from, to, forms, hidden);
      for (int i = 0; i < pseudonym.length(); i++) {
        bytes[to - pseudonym.length() + i] = (byte) pseudonym.charAt(i);
      }
    }
    return true;
  }

  private static boolean anyOpen(boolean[] hidden, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!hidden[i]) {
        return true;
      }
    }
    return false;
  }

  /** Hides a range that was not hidden yet. */
  static void fill(byte[] bytes, int from, int to, byte[] forms, boolean[] hidden) {
    for (int i = from; i < to; i++) {
      if (!hidden[i]) {
        bytes[i] = LineForms.masked(bytes[i], forms[i]);
        hidden[i] = true;
      }
    }
  }

  /** A JSON number must stay one. */
  private static boolean isBareNumber(byte[] bytes, int from, int to) {
    if (from > 0 && (bytes[from - 1] == '"' || bytes[from - 1] == '\'')) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if ((bytes[i] < '0' || bytes[i] > '9') && "+-.() ".indexOf(bytes[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void hideDigits(byte[] bytes, int from, int to, boolean[] hidden) {
    for (int i = from; i < to; i++) {
      bytes[i] = Ascii.isDigit(bytes[i]) ? (byte) '9' : bytes[i];
      hidden[i] = true;
    }
  }

  private String pseudonym(
      byte[] bytes, int from, int to, Part part, byte[] forms, boolean[] hidden) {
    boolean personal =
        part.kind() == SensitiveKind.PERSONAL
            || part.kind() == SensitiveKind.EMAIL
            || part.kind() == SensitiveKind.ADDRESS;
    if (!personal || part.open() || from != part.from() || to - from < PSEUDONYM) {
      return "";
    }
    for (int i = from; i < to; i++) {
      if (hidden[i] || forms[i] != LineForms.FREE || (bytes[i] < ' ' && bytes[i] >= 0)) {
        return "";
      }
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return pseudonyms.hashed(text, PSEUDONYM);
  }

  /**
   * Hides the values of an object or array, and keeps the names of its members and its brackets.
   */
  private static final class StructureHider {
    private static final Set<String> WORDS = Set.of("true", "false", "null");
    private static final String KEPT = "{}[]:,\"'\\ \t\r\n";

    private final byte[] bytes;
    private final int start;
    private final int to;
    private final byte[] forms;
    private final boolean[] hidden;

    /**
     * Sets up.
     *
     * @param start from where on bytes are changed
     */
    StructureHider(byte[] bytes, int start, int to, byte[] forms, boolean[] hidden) {
      this.bytes = bytes;
      this.start = start;
      this.to = to;
      this.forms = forms;
      this.hidden = hidden;
    }

    /** Hides what follows the bracket at an index. */
    void hide(int from) {
      int at = from;
      while (at < to) {
        byte b = bytes[at];
        if (b == '"' || b == '\'') {
          int close = closingQuote(at);
          if (!isName(close)) {
            hideRange(at + 1, close);
          }
          at = skipQuote(close);
        } else {
          int end = endOfLiteral(at);
          hideLiteral(at, end);
          at = Math.max(at + 1, end);
        }
      }
      for (int i = start; i < to; i++) {
        hidden[i] = true;
      }
    }

    /** Returns where the backslashes of the closing quote begin, or the quote itself. */
    private int closingQuote(int open) {
      int backslashes = 0;
      while (open - backslashes > 0 && bytes[open - backslashes - 1] == '\\') {
        backslashes++;
      }
      int run = 0;
      for (int i = open + 1; i < to; i++) {
        if (bytes[i] == bytes[open] && run % (2 * (backslashes + 1)) == backslashes) {
          return i - backslashes;
        }
        run = bytes[i] == '\\' ? run + 1 : 0;
      }
      return to;
    }

    private int skipQuote(int close) {
      int at = close;
      while (at < to && bytes[at] == '\\') {
        at++;
      }
      return at + 1;
    }

    private boolean isName(int close) {
      int at = skipQuote(close);
      while (at < to && bytes[at] <= ' ') {
        at++;
      }
      return at < to && bytes[at] == ':';
    }

    private int endOfLiteral(int from) {
      int end = from;
      while (end < to && KEPT.indexOf(bytes[end]) < 0) {
        end++;
      }
      return end;
    }

    private void hideLiteral(int from, int end) {
      if (WORDS.contains(new String(bytes, from, end - from, StandardCharsets.ISO_8859_1))) {
        return;
      }
      boolean number = true;
      for (int i = from; i < end; i++) {
        number &= Ascii.isDigit(bytes[i]) || "+-.eE".indexOf(bytes[i]) >= 0;
      }
      if (!number) {
        hideRange(from, end);
        return;
      }
      for (int i = Math.max(from, start); i < end; i++) {
        bytes[i] = Ascii.isDigit(bytes[i]) ? (byte) '9' : bytes[i];
      }
    }

    private void hideRange(int from, int end) {
      Hider.fill(bytes, Math.max(from, start), end, forms, hidden);
    }
  }

  /** Returns the part without what belongs to the text around it. */
  static Part trimmed(byte[] bytes, Part part) {
    int from = afterEscape(bytes, part.label(), part.from(), part.to());
    int to = part.to();
    boolean open = part.open();
    if (part.kind() == SensitiveKind.KEY) {
      to = firstOf("\"'<", bytes, from, to);
    } else if (opensStructure(bytes, from, to) && !isMember(bytes, from)) {
      to = firstOf("\"'<\n", bytes, from, to);
    }
    open &= to == part.to();
    if (!open) {
      to = beforeEscape(bytes, from, to);
    }
    return new Part(part.label(), from, to, part.kind(), open);
  }

  /** Returns whether a part is an object or array as the value of a member. */
  static boolean isStructure(byte[] bytes, Part part) {
    return opensStructure(bytes, part.from(), part.to()) && isMember(bytes, part.from());
  }

  private static boolean opensStructure(byte[] bytes, int from, int to) {
    return from < to && (bytes[from] == '{' || bytes[from] == '[');
  }

  /** Returns whether a quoted name and a colon come before a value. */
  private static boolean isMember(byte[] bytes, int from) {
    int at = from;
    while (at > 0 && " \t\r\n:=>".indexOf(bytes[at - 1]) >= 0) {
      at--;
    }
    return at > 0 && at < from && (bytes[at - 1] == '"' || bytes[at - 1] == '\'');
  }

  private static int firstOf(String wanted, byte[] bytes, int from, int to) {
    int at = from + 1;
    while (at < to && wanted.indexOf(bytes[at]) < 0) {
      at++;
    }
    return Math.min(at, to);
  }

  /** Skips the rest of an escape, as in {@code \nname@example.com}, which must stay one. */
  private static int afterEscape(byte[] bytes, int label, int from, int to) {
    int backslashes = 0;
    while (from - backslashes > 0 && bytes[from - backslashes - 1] == '\\') {
      backslashes++;
    }
    if (label < from || (backslashes & 1) == 0) {
      return from;
    }
    boolean unicode = bytes[from] == 'u' && from + 5 <= to;
    return Math.min(to, unicode ? from + 5 : from + 1);
  }

  /** Leaves out the backslashes before a quote, which escape it. */
  private static int beforeEscape(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && bytes[end - 1] == '\\') {
      end--;
    }
    return end;
  }
}
