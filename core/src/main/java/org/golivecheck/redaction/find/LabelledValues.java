package org.golivecheck.redaction.find;

import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Finds values by the name before them: JSON members, also escaped ones inside a string, query and
 * form parameters, header lines, attributes, parts of a multipart form, pairs of a name and a
 * value, and plain {@code name: value}. Hides too much rather than leaving half a secret.
 */
final class LabelledValues implements Detector {
  /** The longest first half of a name of two words, such as "phone number". */
  private static final int MAX_HALF = 20;

  /** From this length on, a value is hardly a word. */
  private static final int MAX_WORD = 20;

  /** How far the boundary after a part of a form is looked for. */
  private static final int MAX_PART = 4096;

  /** How far back a line is read to see whether a quote is open. */
  private static final int MAX_LOOK_BACK = 512;

  private final boolean personal;

  /** Finds secrets and, if wanted, personal data. */
  LabelledValues(boolean personal) {
    this.personal = personal;
  }

  @Override
  public @Nullable Match find(String text, int at) {
    if (!beginsName(text, at)) {
      return null;
    }
    int end = endOfName(text, at);
    char next = Chars.at(text, end);
    if (next != ' ' && !Chars.isBreak(next) && "=:\"'\\[]".indexOf(next) < 0) {
      return null;
    }
    String name = text.substring(at, end);
    Match match = pairOrPart(text, name, end);
    if (match == null) {
      match = valueOf(text, at, end);
    }
    if (match != null || next != ' ' || end - at > MAX_HALF) {
      return match;
    }
    int second = endOfName(text, end + 1);
    // The second word alone may be a header whose line is secret, and not only its first word.
    return second == end + 1 || Label.of(text.substring(end + 1, second)) == Label.SECRET_LINE
        ? null
        : valueOf(text, at, second);
  }

  private @Nullable Match valueOf(String text, int name, int end) {
    Label label = Label.of(text.substring(name, end));
    Match match = valueAfter(text, name, label, end);
    return match == null ? Prose.find(text, name, end, label) : match;
  }

  private static boolean beginsName(String text, int at) {
    if (!Chars.isName(text.charAt(at))) {
      return false;
    }
    char before = Chars.at(text, at - 1);
    char second = Chars.at(text, at - 2);
    boolean afterEscape = second == '\\' && (before == 'n' || before == 'r' || before == 't');
    boolean afterPercent =
        Chars.at(text, at - 3) == '%' && Ascii.isHexDigit(second) && Ascii.isHexDigit(before);
    return !Chars.isName(before) || afterEscape || afterPercent;
  }

  private static int endOfName(String text, int from) {
    int end = from;
    while (end < text.length() && Chars.isName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * Finds the value in {@code "name":"password","value":"..."}, {@code name="password" value="..."}
   * and after the head of a part of a form, {@code form-data; name="password"}.
   */
  private @Nullable Match pairOrPart(String text, String name, int endOfName) {
    if (!name.equalsIgnoreCase("name") && !name.equalsIgnoreCase("key")) {
      return null;
    }
    int value = afterSeparator(text, skipClosing(text, endOfName), Label.SECRET);
    int quote = value < 0 ? -1 : skipBackslashes(text, value);
    if (quote < 0 || !Chars.isQuote(Chars.at(text, quote))) {
      return null;
    }
    int end = endOfName(text, quote + 1);
    int close = skipBackslashes(text, end);
    Label label = Label.of(text.substring(quote + 1, end));
    if (end == quote + 1
        || Chars.at(text, close) != text.charAt(quote)
        || label == null
        || (label.personal() && !personal)) {
      return null;
    }
    int second = close + 1;
    while (Chars.isSpace(Chars.at(text, second))
        || ",;\\\"'".indexOf(Chars.at(text, second)) >= 0) {
      second++;
    }
    if (text.regionMatches(true, second, "value", 0, 5)) {
      Label kind = label.personal() ? Label.PERSONAL : Label.SECRET;
      return valueAfter(text, second, kind, second + 5);
    }
    return Chars.isBreak(Chars.at(text, close + 1)) ? part(text, close + 2, label) : null;
  }

  /** Finds the content of a part of a multipart form, after the rest of its head. */
  private static @Nullable Match part(String text, int from, Label label) {
    int start = from;
    while (text.regionMatches(true, start, "content-", 0, 8)) {
      start = Math.min(text.length(), endOfPlainLine(text, start) + 1);
    }
    int limit = Math.min(text.length(), start + MAX_PART);
    int lineEnd = -1;
    int end = start;
    while (end < limit && !(Chars.isBreak(text.charAt(end)) && text.startsWith("--", end + 1))) {
      lineEnd = lineEnd < 0 && Chars.isBreak(text.charAt(end)) ? end : lineEnd;
      end++;
    }
    if (end == limit) {
      // Without a boundary one line is the content, unless it looks like something else.
      end = Chars.at(text, start) == '{' ? start : lineEnd < 0 ? limit : lineEnd;
    }
    return Markers.masked(text, start, end) ? null : new Match(start, end, label.marker());
  }

  private @Nullable Match valueAfter(String text, int name, @Nullable Label label, int endOfName) {
    if (label == null || (label.personal() && !personal)) {
      return null;
    }
    int separator = label == Label.SECRET_PARAMETER ? endOfName : skipClosing(text, endOfName);
    int value = afterSeparator(text, separator, label);
    boolean listed = value < 0 && Chars.at(text, separator) == ',' && !label.personal();
    if (listed) {
      value = listedAfter(text, separator);
    } else if (value < 0 && !label.personal() && text.startsWith("--", name)) {
      value = Chars.at(text, endOfName) == ' ' ? Chars.skipSpaces(text, endOfName) : -1;
    }
    if (value < 0 || value >= text.length()) {
      return null;
    }
    value = afterBlockMark(text, value);
    int start = skipPrefix(text, value);
    int quote = skipBackslashes(text, start);
    if (Chars.isQuote(Chars.at(text, quote))
        && (label != Label.SECRET_LINE || separator > endOfName)) {
      int close = closingQuote(text, quote, quote - start);
      // A list of names is not a name and its value.
      boolean lists = listed && !isHeader(text, name, endOfName) && isWord(text, quote + 1, close);
      return lists ? null : hide(text, quote + 1, close, label);
    }
    boolean assigned = Chars.at(text, separator) == '=';
    boolean parameter = assigned && isParameter(text, name);
    if (label == Label.PERSONAL_FIELD
        && !parameter
        && !isStructure(text, value, endOfName, separator)) {
      return null;
    }
    int end = endOfBare(text, name, value, label, separator > endOfName);
    if (label == Label.SECRET_LINE && isQuoted(text, value, end)) {
      return hide(text, value + 1, end - 1, label);
    }
    if (label == Label.SECRET_FIELD && !assigned && !isHeader(text, name, endOfName)) {
      return isWord(text, value, end) ? null : hide(text, value, end, label);
    }
    return hide(text, value, end, label);
  }

  /** Skips YAML's mark of a text of several lines, {@code |} or {@code >-}, with its line break. */
  private static int afterBlockMark(String text, int at) {
    int end = at + 1;
    while ("+-123456789".indexOf(Chars.at(text, end)) >= 0) {
      end++;
    }
    char c = text.charAt(at);
    return (c == '|' || c == '>') && Chars.isBreak(Chars.at(text, end)) && end + 1 < text.length()
        ? end + 1
        : at;
  }

  /** Returns whether a header's value is in quotes, which are not its own, as Faraday writes it. */
  private static boolean isQuoted(String text, int from, int to) {
    char first = text.charAt(from);
    return Chars.isQuote(first) && to - from >= 2 && text.charAt(to - 1) == first;
  }

  /** Returns where the value of {@code 'Set-Cookie', 'a=1'}, a list, begins, or -1. */
  private static int listedAfter(String text, int comma) {
    int value = Chars.skipSpaces(text, comma + 1);
    return Chars.isQuote(Chars.at(text, skipBackslashes(text, value))) ? value : -1;
  }

  /** Returns whether a parameter of a query or form begins at a name. */
  private static boolean isParameter(String text, int name) {
    char before = Chars.at(text, name - 1);
    return before == '?' || before == '&' || before == '\0' || Chars.isQuote(before);
  }

  /** Returns whether the value of a quoted name is an object or array. */
  private static boolean isStructure(String text, int value, int endOfName, int separator) {
    char first = text.charAt(value);
    return separator > endOfName
        && (first == '{' || first == '[')
        && Markers.endAt(text, value) < 0;
  }

  /** Returns whether a name is that of a header: several words with hyphens. */
  private static boolean isHeader(String text, int name, int endOfName) {
    return text.substring(name, endOfName).indexOf('-') > 0;
  }

  private static boolean isWord(String text, int from, int to) {
    if (to - from > MAX_WORD) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (Ascii.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Match hide(String text, int from, int to, Label label) {
    boolean status = label == Label.SECRET_PARAMETER && isShortNumber(text, from, to);
    return status || Markers.masked(text, from, to) ? null : new Match(from, to, label.marker());
  }

  /** Returns whether a value may be a status, as in {@code code=400}. */
  private static boolean isShortNumber(String text, int from, int to) {
    int i = from;
    while (i < to && i - from <= 3 && Ascii.isDigit(text.charAt(i))) {
      i++;
    }
    return i == to && to - from <= 3;
  }

  /** Skips what may close a name: a quote, also an escaped one, a bracket, an index in brackets. */
  private static int skipClosing(String text, int from) {
    int p = skipBackslashes(text, from);
    if (Chars.isQuote(Chars.at(text, p))) {
      p++;
    }
    if (Chars.at(text, p) == ']') {
      p++;
    }
    if (Chars.at(text, p) == '[') {
      int end = endOfName(text, p + 1);
      p = Chars.at(text, end) == ']' && Chars.at(text, end + 1) == '=' ? end + 1 : p;
    }
    return Chars.skipSpaces(text, p);
  }

  static int skipBackslashes(String text, int from) {
    int p = from;
    while (Chars.at(text, p) == '\\') {
      p++;
    }
    return p;
  }

  /** Returns where the value after a separator begins, or -1 if there is no separator. */
  private static int afterSeparator(String text, int at, Label label) {
    int end = -1;
    if (Chars.at(text, at) == '=') {
      end = Chars.at(text, at + 1) == '>' ? at + 2 : at + 1;
    } else if (label == Label.SECRET_PARAMETER) {
      return -1;
    } else if (Chars.at(text, at) == ':' && Chars.at(text, at + 1) != ':') {
      end = Chars.at(text, at + 1) == '=' ? at + 2 : at + 1;
    }
    return end < 0 ? -1 : Chars.skipSpaces(text, end);
  }

  /** Skips the letter of Python's {@code u'...'} and {@code b'...'}. */
  private static int skipPrefix(String text, int at) {
    char c = text.charAt(at);
    return (c == 'u' || c == 'b') && Chars.isQuote(Chars.at(text, at + 1)) ? at + 1 : at;
  }

  /**
   * Returns where a quoted value ends: at the next such quote that is escaped as its opening one
   * is. In JSON inside n JSON strings that takes 2^n - 1 backslashes, and a multiple of 2^(n+1)
   * more are the value's own. A quote with fewer backslashes ends the string around it.
   */
  private static int closingQuote(String text, int opening, int backslashes) {
    char quote = text.charAt(opening);
    int run = 0;
    for (int i = opening + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        int own = run % (2 * (backslashes + 1));
        if (own == backslashes || (own < backslashes && quote == '"')) {
          return i - own;
        }
      }
      run = c == '\\' ? run + 1 : 0;
    }
    return text.length();
  }

  /** Returns where the value without quotes ends, without punctuation after it. */
  private static int endOfBare(String text, int name, int from, Label label, boolean member) {
    int marker = Markers.endAt(text, from);
    char first = text.charAt(from);
    boolean structure = marker < 0 && (first == '{' || first == '[');
    if (label == Label.SECRET_LINE && !(structure && member)) {
      return marker > 0 ? marker : endOfLine(text, name, from);
    }
    int start = structure ? endOfStructure(text, from) : Math.max(marker, from);
    int end = label.personal() ? endOfWords(text, start) : endOfSecret(text, start);
    return end == start ? end : withoutPunctuation(text, start, end);
  }

  /**
   * Returns where a header's value ends: with its line, or with the quote that was open before its
   * name, as in {@code curl -H 'Cookie: a=1'}. Quotes of the value itself end nothing.
   */
  static int endOfLine(String text, int name, int from) {
    int lineStart = name;
    while (lineStart > 0
        && name - lineStart < MAX_LOOK_BACK
        && !Chars.isBreak(text.charAt(lineStart - 1))) {
      lineStart--;
    }
    char open = '\0';
    int depth = 0;
    int run = 0;
    for (int i = lineStart; i < name; i++) {
      char c = text.charAt(i);
      if (open != '\0' && c == open && run == depth) {
        open = '\0';
      } else if (open == '\0'
          && (c == '"' || (c == '\'' && !Ascii.isLetterOrDigit(Chars.at(text, i - 1))))) {
        open = c;
        depth = run;
      }
      run = c == '\\' ? run + 1 : 0;
    }
    int end = from;
    boolean inner = false;
    run = 0;
    while (end < text.length() && !endsHeader(text, end)) {
      char c = text.charAt(end);
      char next = Chars.at(text, end + 1);
      boolean breaks = c == '\\' && (next == 'n' || next == 'r') && !escapesFold(text, end);
      boolean closes = c == open && open != '\0' && run <= depth;
      // Quotes of the value itself may not be escaped: "Cookie: prefs="dark"; sid=1".
      boolean own = closes && (inner || text.charAt(end - 1) == '=');
      inner = own ? !inner : inner;
      closes &= !own;
      if (breaks || closes) {
        break;
      }
      run = c == '\\' ? run + 1 : 0;
      end++;
    }
    while (end > from && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\\')) {
      end--;
    }
    return end;
  }

  private static int endOfPlainLine(String text, int from) {
    int end = from;
    while (end < text.length() && !Chars.isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Returns whether a header ends at a position: at a line break before what is no fold of it. */
  private static boolean endsHeader(String text, int at) {
    char c = text.charAt(at);
    return c == '\n' || (c == Chars.FOLD && !beginsFold(text, at + 1));
  }

  /** Returns whether a fold follows an escaped line break. */
  private static boolean escapesFold(String text, int at) {
    int feed = Chars.at(text, at + 1) == 'r' ? skipBackslashes(text, at + 2) : at + 1;
    int line = feed + 1;
    while (Chars.at(text, line) == ' ' || text.startsWith("\\t", line)) {
      line += Chars.at(text, line) == ' ' ? 1 : 2;
    }
    return Chars.at(text, feed) == 'n' && line > feed + 1 && beginsFold(text, line);
  }

  /**
   * Returns whether an indented line may continue the header above it (RFC 9112, section 5.2), and
   * is not another header, the end of a structure or a line of a stack trace.
   */
  private static boolean beginsFold(String text, int from) {
    int end = endOfName(text, from);
    boolean named = Chars.at(text, end) == ':' || text.startsWith("at ", from);
    return end > from ? !named : "+/=".indexOf(Chars.at(text, from)) >= 0;
  }

  static int endOfSecret(String text, int from) {
    int end = from;
    while (end < text.length() && !endsSecret(text.charAt(end))) {
      end++;
    }
    return beforeEscape(text, from, end);
  }

  /** Excludes the backslashes that escape a quote. */
  private static int beforeEscape(String text, int from, int to) {
    int end = to;
    while (Chars.isQuote(Chars.at(text, to)) && end > from && text.charAt(end - 1) == '\\') {
      end--;
    }
    return end;
  }

  private static boolean endsSecret(char c) {
    return Chars.isSpace(c) || Chars.isQuote(c) || c == '&' || c == '<' || c == '>';
  }

  /** A name, number or date: words follow the first one if they begin as such words do. */
  private static int endOfWords(String text, int from) {
    int end = endOfWord(text, from);
    while (Chars.at(text, end) == ' ' && continuesValue(Chars.at(text, end + 1))) {
      end = endOfWord(text, end + 1);
    }
    return beforeEscape(text, from, end);
  }

  private static boolean continuesValue(char c) {
    return Ascii.isUpper(c)
        || Ascii.isDigit(c)
        || c == '('
        || c == '+'
        || (c > '\u007f' && Character.isLetter(c));
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length() && !endsSecret(text.charAt(end)) && !endsWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean endsWord(char c) {
    return c == ',' || c == ';' || c == '{' || c == '}' || c == ']' || c == '|';
  }

  static int withoutPunctuation(String text, int from, int to) {
    int end = to;
    while (end > from && ".,;:!)}".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** Returns where an object or array ends: at its last bracket, or at the end of the text. */
  private static int endOfStructure(String text, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '{' || c == '[')) {
        depth++;
      } else if (!quoted && (c == '}' || c == ']') && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
