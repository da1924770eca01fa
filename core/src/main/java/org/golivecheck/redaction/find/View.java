package org.golivecheck.redaction.find;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Text for the detectors, with the position of each character in the raw text that it was read
 * from. A view of raw text is only cleaned; other views are decoded from a view, so that what is
 * found in them can be hidden in the raw text, in its own encoding.
 *
 * <p>A clean text has no control character but those of line breaks:
 *
 * <ul>
 *   <li>Line breaks and tabs with the spaces around them become one line feed, or {@link
 *       Chars#FOLD} if the line after it begins with a blank, as a folded header does.
 *   <li>Other control characters, lone surrogates, private characters and noncharacters become
 *       U+FFFD, so that they are seen.
 *   <li>Characters without a shape are removed: direction overrides, zero-width characters,
 *       fillers.
 *   <li>Spaces of any width become a plain one.
 * </ul>
 *
 * <p>Reused from text to text; not thread-safe.
 */
final class View {
  private static final char REPLACEMENT = '\uFFFD';

  /** Letters of another encoding must not hide the text next to them. */
  private static final int FOREIGN_LETTER = '\u00E9';

  /** The shortest base64 that is decoded; shorter words decode to text by chance. */
  static final int MIN_BASE64 = 16;

  private static final String[] ENTITIES = {
    "quot;", "\"", "apos;", "'", "lt;", "<", "gt;", ">", "nbsp;", " ", "amp;", "&"
  };

  private final StringBuilder chars = new StringBuilder();
  private int[] starts = new int[256];
  private int[] ends = new int[256];

  /** Where the raw text has a line break that was not added yet, or -1. */
  private int broken;

  /** How many line feeds that break has, and whether a blank follows the last one. */
  private int feeds;

  private boolean indented;

  /** The width of the character or escape that was read last. */
  private int width;

  private boolean changed;

  /** Whether there is a character that begins an escape. */
  private boolean escapes;

  /** How many characters of base64 the text ends with, and the most in a row. */
  private int run;

  private int longestRun;

  private void clear() {
    chars.setLength(0);
    broken = -1;
    changed = false;
    escapes = false;
    run = 0;
    longestRun = 0;
  }

  /** Reads raw text. */
  void read(String raw) {
    clear();
    for (int at = 0; at < raw.length(); at += width) {
      int codePoint = raw.codePointAt(at);
      width = Character.charCount(codePoint);
      add(codePoint, at, at + width);
    }
  }

  /** Reads the bytes in {@code [from, to)}; bytes that are not UTF-8 count as a letter each. */
  void read(byte[] bytes, int from, int to) {
    clear();
    for (int at = from; at < to; at += width) {
      int codePoint = decode(bytes, at, to);
      add(codePoint, at, at + width);
    }
  }

  /** Returns the text. */
  String text() {
    return chars.toString();
  }

  /** Returns where in the raw text a character begins. */
  int start(int index) {
    return starts[index];
  }

  /** Returns where in the raw text a character ends. */
  int end(int index) {
    return ends[index];
  }

  private void add(int codePoint, int start, int end) {
    if (breaksLine(codePoint)) {
      addBreak(codePoint, start);
      return;
    }
    int clean = clean(codePoint);
    if (isInvisible(codePoint) || isIndent(clean)) {
      return;
    }
    if (broken >= 0) {
      breakLine(start);
    }
    put((char) (clean < 0x10000 ? clean : Character.highSurrogate(clean)), start, end);
    if (clean >= 0x10000) {
      put(Character.lowSurrogate(clean), start, end);
    }
  }

  private void addBreak(int codePoint, int start) {
    if (broken < 0) {
      broken = start;
      feeds = 0;
      indented = false;
    }
    if (codePoint == '\n' || codePoint == Chars.FOLD) {
      feeds++;
    }
    indented = codePoint == '\t' || codePoint == Chars.FOLD;
  }

  /** Takes a blank after a line break. */
  private boolean isIndent(int codePoint) {
    boolean indents = broken >= 0 && codePoint == ' ';
    indented |= indents;
    return indents;
  }

  private void breakLine(int next) {
    int end = chars.length();
    while (end > 0 && chars.charAt(end - 1) == ' ') {
      end--;
    }
    chars.setLength(end);
    if (end > 0 && !Chars.isBreak(chars.charAt(end - 1))) {
      put(feeds == 1 && indented ? Chars.FOLD : '\n', broken, next);
    }
    broken = -1;
  }

  private void put(char c, int start, int end) {
    int index = chars.length();
    if (index == starts.length) {
      starts = Arrays.copyOf(starts, 2 * index);
      ends = Arrays.copyOf(ends, 2 * index);
    }
    chars.append(c);
    starts[index] = start;
    ends[index] = end;
    if (Chars.isBase64(c)) {
      longestRun = Math.max(longestRun, ++run);
    } else {
      run = 0;
      escapes |= c == '\\' || c == '%' || c == '[' || c == '&' || c == REPLACEMENT;
    }
  }

  private static boolean breaksLine(int codePoint) {
    return (codePoint >= '\t' && codePoint <= '\r')
        || codePoint == 0x85
        || codePoint == 0x2028
        || codePoint == 0x2029;
  }

  private static int clean(int codePoint) {
    if (codePoint >= ' ' && codePoint <= '~') {
      return codePoint;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> REPLACEMENT;
      case Character.SPACE_SEPARATOR -> ' ';
      default -> isNoncharacter(codePoint) ? REPLACEMENT : codePoint;
    };
  }

  private static boolean isNoncharacter(int codePoint) {
    return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
  }

  /** By Unicode's list of characters to be ignored where they are not supported. */
  private static boolean isInvisible(int codePoint) {
    return codePoint > '~'
        && (Character.getType(codePoint) == Character.FORMAT
            || codePoint == 0x034F
            || codePoint == 0x115F
            || codePoint == 0x1160
            || codePoint == 0x3164
            || codePoint == 0xFFA0
            || (codePoint >= 0x17B4 && codePoint <= 0x17B5)
            || (codePoint >= 0x180B && codePoint <= 0x180F)
            || (codePoint >= 0x2060 && codePoint <= 0x206F)
            || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
            || (codePoint >= 0xFFF0 && codePoint <= 0xFFFB)
            || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF));
  }

  private int decode(byte[] bytes, int at, int to) {
    int first = bytes[at];
    width = 1;
    if (first >= 0) {
      return first;
    }
    int more = more(first & 0xFF);
    if (more < 0 || at + more >= to) {
      return FOREIGN_LETTER;
    }
    int codePoint = first & (0x3F >> more);
    for (int i = 1; i <= more; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return FOREIGN_LETTER;
      }
      codePoint = codePoint << 6 | (bytes[at + i] & 0x3F);
    }
    width = 1 + more;
    return Character.isValidCodePoint(codePoint) ? codePoint : FOREIGN_LETTER;
  }

  /**
   * Returns how many bytes follow the first byte of a character, or -1 if it is not a first byte.
   */
  private static int more(int first) {
    return first < 0xC2 || first > 0xF4 ? -1 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  }

  /**
   * Reads a view with the escapes that mean nothing decoded: those of letters and digits, of quotes
   * that JSON need not escape so, and the escapes of wire logs. An escaped quote or backslash stays
   * escaped, by a backslash: so the end of a quoted value can still be found.
   *
   * @return whether the text differs
   */
  boolean readPlain(View from) {
    return read(from, /* all= */ false);
  }

  /**
   * Reads a view with its escapes and its base64 decoded by one level.
   *
   * @return whether the text differs
   */
  boolean readDecoded(View from) {
    return read(from, /* all= */ true);
  }

  private boolean read(View from, boolean all) {
    clear();
    if (!from.escapes && (!all || from.longestRun < MIN_BASE64)) {
      return false;
    }
    String text = from.text();
    for (int at = 0; at < text.length(); at += width) {
      width = 1;
      char c = text.charAt(at);
      boolean decoded =
          switch (c) {
            case '\\' -> backslash(from, text, at, all);
            case '%', '[' -> bytes(from, text, at, all);
            case '&' -> entity(from, text, at, all);
            case REPLACEMENT -> true;
            default -> all && base64(from, text, at);
          };
      if (decoded) {
        changed = true;
      } else {
        for (int i = at; i < at + width; i++) {
          addRaw(text.charAt(i), from, i);
        }
      }
    }
    return changed;
  }

  /** Adds a character of a clean text. */
  private void addRaw(char c, View from, int at) {
    if (Chars.isBreak(c)) {
      addBreak(c, from.starts[at]);
    } else if (!isIndent(c)) {
      if (broken >= 0) {
        breakLine(from.starts[at]);
      }
      put(c, from.starts[at], from.ends[at]);
    }
  }

  private void addDecoded(int codePoint, View from, int at, boolean all) {
    int start = from.starts[at];
    int end = from.ends[at + width - 1];
    boolean structure = codePoint == '"' || codePoint == '\\' || codePoint == '\'';
    if (structure && !all) {
      add('\\', start, end);
    }
    if (breaksLine(codePoint) || clean(codePoint) != REPLACEMENT) {
      add(codePoint, start, end);
    }
  }

  private boolean backslash(View from, String text, int at, boolean all) {
    char next = Chars.at(text, at + 1);
    return switch (next) {
      case 'u' -> unit(from, text, at, all);
      case 'x' -> bytes(from, text, at, all) || braces(from, text, at, all);
      case '0', '1', '2', '3' -> bytes(from, text, at, all);
      case '/' -> pair(next, from, at, /* decodes= */ true);
      case '"', '\'', '\\' -> pair(next, from, at, all);
      case 'n' -> pair('\n', from, at, all);
      case 'r' -> pair('\r', from, at, all);
      case 't', 'b', 'f' -> pair('\t', from, at, all);
      default -> false;
    };
  }

  /** Adds the character that a backslash and a character encode. */
  private boolean pair(char meant, View from, int at, boolean decodes) {
    width = 2;
    if (decodes) {
      addDecoded(meant, from, at, /* all= */ true);
    }
    return decodes;
  }

  private boolean unit(View from, String text, int at, boolean all) {
    int unit = hex(text, at + 2, 4);
    if (unit >= 0) {
      width = 6;
      addDecoded(withLow(text, at, unit), from, at, all);
    }
    return unit >= 0 || braces(from, text, at, all);
  }

  /** Decodes {@code \\u{40}} of JavaScript and Ruby and {@code \\x{40}} of Perl. */
  private boolean braces(View from, String text, int at, boolean all) {
    int end = at + 3;
    while (end < at + 9 && Ascii.isHexDigit(Chars.at(text, end))) {
      end++;
    }
    if (Chars.at(text, at + 2) != '{' || Chars.at(text, end) != '}' || end == at + 3) {
      return false;
    }
    width = end + 1 - at;
    addDecoded(Math.min(Integer.parseInt(text, at + 3, end, 16), 0xFFFD), from, at, all);
    return true;
  }

  /** Returns the character of a UTF-16 unit and of the escaped low surrogate after it, if any. */
  private int withLow(String text, int at, int unit) {
    if (Character.isHighSurrogate((char) unit) && text.startsWith("\\u", at + 6)) {
      int low = hex(text, at + 8, 4);
      if (low >= 0 && Character.isLowSurrogate((char) low)) {
        width = 12;
        return Character.toCodePoint((char) unit, (char) low);
      }
    }
    return unit;
  }

  /** Decodes a character of UTF-8 of which each byte is escaped. */
  private boolean bytes(View from, String text, int at, boolean all) {
    int first = byteAt(text, at);
    if (first < 0) {
      width = 1;
      return false;
    }
    int codePoint = first;
    if (first >= 0x80) {
      codePoint = character(text, at, first);
    }
    if (!all && text.charAt(at) == '%' && !isUnreserved(codePoint)) {
      return false;
    }
    addDecoded(codePoint, from, at, all);
    return true;
  }

  /** Returns whether a character never separates parts of a URL or of XML (RFC 3986, 2.3). */
  private static boolean isUnreserved(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || codePoint == '_'
        || codePoint == '-'
        || codePoint == '.'
        || codePoint == '~';
  }

  private int character(String text, int at, int first) {
    int firstWidth = width;
    int more = more(first);
    int codePoint = first & (0x3F >> Math.max(more, 0));
    int next = at + width;
    for (int i = 0; i < more; i++) {
      int b = byteAt(text, next);
      if (b < 0 || (b & 0xC0) != 0x80) {
        more = -1;
      } else {
        codePoint = codePoint << 6 | (b & 0x3F);
        next += width;
      }
    }
    boolean valid = more > 0 && Character.isValidCodePoint(codePoint);
    width = valid ? next - at : firstWidth;
    return valid ? codePoint : FOREIGN_LETTER;
  }

  /** Returns the byte that an escape encodes and sets the width of the escape, or returns -1. */
  private int byteAt(String text, int at) {
    char c = Chars.at(text, at);
    char next = Chars.at(text, at + 1);
    if (c == '%') {
      int digits = at + 1;
      // "%2540" is "%40" encoded once more.
      while (text.startsWith("25", digits) && hex(text, digits + 2, 2) >= 0) {
        digits += 2;
      }
      width = digits + 2 - at;
      return hex(text, digits, 2);
    }
    if (c == '\\' && next == 'x') {
      width = 4;
      return hex(text, at + 2, 2);
    }
    if (c == '\\' && next >= '0' && next <= '3') {
      width = 4;
      return octal(text, at + 1);
    }
    if (c == '[' && next == '0' && Chars.at(text, at + 2) == 'x' && Chars.at(text, at + 5) == ']') {
      width = 6;
      return hex(text, at + 3, 2);
    }
    if (c == '[' && next == '\\' && Chars.at(text, at + 3) == ']') {
      width = 4;
      char letter = text.charAt(at + 2);
      // A wire log ends its own line after a line feed, so that does not count as another one.
      return letter == 'n' || letter == 'r' ? '\r' : letter == 't' ? '\t' : -1;
    }
    return -1;
  }

  /** Returns the byte of three octal digits, or -1. */
  private static int octal(String text, int from) {
    int second = Character.digit(Chars.at(text, from + 1), 8);
    int third = Character.digit(Chars.at(text, from + 2), 8);
    return second < 0 || third < 0 ? -1 : 64 * (text.charAt(from) - '0') + 8 * second + third;
  }

  private boolean entity(View from, String text, int at, boolean all) {
    int name = at + 1;
    // "&amp;quot;" is "&quot;" encoded once more.
    while (text.startsWith("amp;", name)) {
      name += 4;
    }
    int codePoint = -1;
    if (Chars.at(text, name) == '#') {
      codePoint = number(text, at, name + 1);
    }
    for (int i = 0; i < ENTITIES.length && codePoint < 0; i += 2) {
      if (text.startsWith(ENTITIES[i], name)) {
        codePoint = ENTITIES[i + 1].charAt(0);
        width = name + ENTITIES[i].length() - at;
      }
    }
    if (codePoint < 0 && name > at + 1) {
      codePoint = '&';
      width = name - at;
    }
    boolean decodes = codePoint >= 0 && (all || isUnreserved(codePoint));
    if (decodes) {
      addDecoded(codePoint, from, at, all);
    } else {
      width = 1;
    }
    return decodes;
  }

  /** Returns the character of a number of at most eight digits and a semicolon, or -1. */
  private int number(String text, int at, int from) {
    boolean hex = (Chars.at(text, from) | 0x20) == 'x';
    int start = hex ? from + 1 : from;
    int value = 0;
    int end = start;
    while (end < start + 8 && digit(Chars.at(text, end), hex) >= 0) {
      value = value * (hex ? 16 : 10) + digit(text.charAt(end), hex);
      end++;
    }
    boolean sound = end > start && Chars.at(text, end) == ';' && Character.isValidCodePoint(value);
    width = sound ? end + 1 - at : 1;
    return sound ? value : -1;
  }

  private static int digit(char c, boolean hex) {
    return Ascii.isDigit(c) || (hex && Ascii.isHexDigit(c)) ? Character.digit(c, 16) : -1;
  }

  private static int hex(String text, int from, int length) {
    int value = 0;
    for (int i = from; i < from + length; i++) {
      char c = Chars.at(text, i);
      if (!Ascii.isHexDigit(c)) {
        return -1;
      }
      value = value << 4 | Character.digit(c, 16);
    }
    return value;
  }

  /** Decodes base64 of text. Each character gets the position of the whole. */
  private boolean base64(View from, String text, int at) {
    if (!Chars.isBase64(text.charAt(at)) || Chars.isBase64(Chars.at(text, at - 1))) {
      return false;
    }
    int end = at;
    while (end < text.length() && Chars.isBase64(text.charAt(end))) {
      end++;
    }
    width = end - at;
    String decoded = width < MIN_BASE64 ? null : decodedText(text.substring(at, end));
    if (decoded == null) {
      return false;
    }
    int start = from.starts[at];
    int rawEnd = from.ends[end - 1];
    add('\n', start, rawEnd);
    for (int i = 0; i < decoded.length(); i += Character.charCount(decoded.codePointAt(i))) {
      add(decoded.codePointAt(i), start, rawEnd);
    }
    add('\n', rawEnd, rawEnd);
    return true;
  }

  /** Returns whether base64 that begins at a position is long enough and encodes text. */
  static boolean beginsText(String text, int at) {
    byte[] bytes = decoded(text.substring(at, at + MIN_BASE64));
    return isText(bytes) && beginsUtf8(bytes);
  }

  private static boolean beginsUtf8(byte[] bytes) {
    return !StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), /* endOfInput= */ false)
        .isMalformed();
  }

  private static byte[] decoded(String base64) {
    return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
  }

  private static @Nullable String decodedText(String base64) {
    int length = base64.length() - (base64.length() % 4 == 1 ? 1 : 0);
    try {
      byte[] bytes = beginsText(base64, 0) ? decoded(base64.substring(0, length)) : new byte[1];
      return isText(bytes)
          ? StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()
          : null;
    } catch (IllegalArgumentException | CharacterCodingException notText) {
      return null;
    }
  }

  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if ((b >= 0 && b < ' ' && !breaksLine(b)) || b == 0x7F) {
        return false;
      }
    }
    return true;
  }
}
