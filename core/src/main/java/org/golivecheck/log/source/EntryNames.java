package org.golivecheck.log.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes the names of entries and recognises those that are not logs. */
final class EntryNames {
  /** The upper half of code page 437, in which old tools write names. */
  private static final String CP437 =
      "\u00C7\u00FC\u00E9\u00E2\u00E4\u00E0\u00E5\u00E7\u00EA\u00EB\u00E8\u00EF\u00EE\u00EC\u00C4\u00C5"
          + "\u00C9\u00E6\u00C6\u00F4\u00F6\u00F2\u00FB\u00F9\u00FF\u00D6\u00DC\u00A2\u00A3\u00A5\u20A7\u0192"
          + "\u00E1\u00ED\u00F3\u00FA\u00F1\u00D1\u00AA\u00BA\u00BF\u2310\u00AC\u00BD\u00BC\u00A1\u00AB\u00BB"
          + "\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255D\u255C\u255B\u2510"
          + "\u2514\u2534\u252C\u251C\u2500\u253C\u255E\u255F\u255A\u2554\u2569\u2566\u2560\u2550\u256C\u2567"
          + "\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256B\u256A\u2518\u250C\u2588\u2584\u258C\u2590\u2580"
          + "\u03B1\u00DF\u0393\u03C0\u03A3\u03C3\u00B5\u03C4\u03A6\u0398\u03A9\u03B4\u221E\u03C6\u03B5\u2229"
          + "\u2261\u00B1\u2265\u2264\u2320\u2321\u00F7\u2248\u00B0\u2219\u00B7\u221A\u207F\u00B2\u25A0\u00A0";

  private EntryNames() {}

  /**
   * Decodes a name.
   *
   * @param utf8 whether the archive says that the name is UTF-8; if not, it may still be UTF-8
   */
  static String decode(byte[] bytes, int at, int length, boolean utf8) {
    if (isAscii(bytes, at, length)) {
      return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }
    if (utf8) {
      return new String(bytes, at, length, StandardCharsets.UTF_8);
    }
    try {
      ByteBuffer name = ByteBuffer.wrap(bytes, at, length);
      return StandardCharsets.UTF_8.newDecoder().decode(name).toString();
    } catch (CharacterCodingException e) {
      return decodeCp437(bytes, at, length);
    }
  }

  private static boolean isAscii(byte[] bytes, int at, int length) {
    for (int i = at; i < at + length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static String decodeCp437(byte[] bytes, int at, int length) {
    StringBuilder name = new StringBuilder(length);
    for (int i = at; i < at + length; i++) {
      name.append(bytes[i] >= 0 ? (char) bytes[i] : CP437.charAt(bytes[i] & 0x7F));
    }
    return name.toString();
  }

  /**
   * Returns whether a name is that of a folder, of a file that the Mac's Finder adds, or of one
   * that describes an archive of Fiddler.
   */
  static boolean isNoLog(String name) {
    if (name.endsWith("/") || name.endsWith("\\")) {
      return true;
    }
    int start = 1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    return name.startsWith("._", start)
        || (name.startsWith(".DS_Store", start) && name.length() == start + 9)
        || name.equals("_index.htm")
        || name.equals("[Content_Types].xml")
        || isUnderMacFolder(name);
  }

  /** Returns what a zip is and what to do, by one of its first names; null if it may have logs. */
  static @Nullable String otherArchive(String name) {
    if (name.startsWith("xl/")) {
      return "is an Excel file: export the sheet as CSV";
    }
    if (name.startsWith("word/")) {
      return "is a Word file: save its text as plain text";
    }
    if (name.equals("_rels/.rels") || name.startsWith("docProps/") || name.equals("mimetype")) {
      return "is an office document, as of Excel or Word: export the sheet as CSV, or save the text"
          + " as plain text";
    }
    return name.startsWith("META-INF/") ? "is a Java archive, not a log of API calls" : null;
  }

  private static boolean isUnderMacFolder(String name) {
    int at = name.indexOf("__MACOSX");
    while (at >= 0) {
      int end = at + 8;
      if ((at == 0 || isSeparator(name.charAt(at - 1)))
          && end < name.length()
          && isSeparator(name.charAt(end))) {
        return true;
      }
      at = name.indexOf("__MACOSX", end);
    }
    return false;
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '\\';
  }
}
