package org.golivecheck.redaction.find;

/**
 * Takes from text what could steer a terminal, reorder or break lines, or hide in them.
 *
 * <ul>
 *   <li>Line breaks and tabs with the spaces around them become one line feed.
 *   <li>Other control characters, lone surrogates, private characters and noncharacters become
 *       U+FFFD, so that they are seen.
 *   <li>Characters without a shape go: direction overrides, zero-width characters, fillers.
 *   <li>Spaces of any width become a plain one.
 * </ul>
 */
final class CleanText {
  private static final int REPLACEMENT = 0xFFFD;

  private CleanText() {}

  /** Returns the text with no control character but line feeds. */
  static String of(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    boolean broken = false;
    int codePoint;
    for (int i = 0; i < raw.length(); i += Character.charCount(codePoint)) {
      codePoint = raw.codePointAt(i);
      int clean = clean(codePoint);
      if (breaksLine(codePoint)) {
        broken = true;
      } else if (!isInvisible(codePoint) && !(broken && clean == ' ')) {
        if (broken) {
          breakLine(out);
          broken = false;
        }
        out.appendCodePoint(clean);
      }
    }
    return out.toString();
  }

  private static void breakLine(StringBuilder out) {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    out.setLength(end);
    if (end > 0) {
      out.append('\n');
    }
  }

  static boolean breaksLine(int codePoint) {
    return (codePoint >= '\t' && codePoint <= '\r')
        || codePoint == 0x85
        || codePoint == 0x2028
        || codePoint == 0x2029;
  }

  static int clean(int codePoint) {
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
  static boolean isInvisible(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT
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
        || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
  }
}
