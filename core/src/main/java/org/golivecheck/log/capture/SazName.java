package org.golivecheck.log.capture;

import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * The name of an entry of a Fiddler archive, such as {@code session.saz!raw/12_c.txt}.
 *
 * @param archive the name of the archive, empty where it is not known
 * @param number the number of the exchange
 * @param part which part of the exchange the entry is
 */
record SazName(String archive, long number, Part part) {
  private static final String FOLDER = "raw";
  private static final int MAX_DIGITS = 18;
  private static final int ENDING = "_c.txt".length();

  /** What an entry contains. */
  enum Part {
    REQUEST,
    RESPONSE,
    TIMES,
    /** The frames of a web socket. */
    FRAMES
  }

  /**
   * Returns what a name says, or null if it is not the name of a part. Every entry of every zip is
   * asked, so it goes from the end, where most differ.
   */
  static @Nullable SazName parse(String source) {
    int end = source.length() - ENDING;
    if (end < 0 || source.charAt(end) != '_') {
      return null;
    }
    Part part = part(source.charAt(end + 1));
    if (part == null || !(source.endsWith(".txt") || source.endsWith(".xml"))) {
      return null;
    }
    int start = end;
    while (start > 0 && Ascii.isDigit(source.charAt(start - 1))) {
      start--;
    }
    int mark = source.lastIndexOf('!', start);
    if (start == end || end - start > MAX_DIGITS || !isInFolder(source, mark + 1, start)) {
      return null;
    }
    String archive = mark < 0 ? "" : source.substring(0, mark);
    return new SazName(archive, Long.parseLong(source, start, end, 10), part);
  }

  private static @Nullable Part part(char letter) {
    return switch (letter) {
      case 'c' -> Part.REQUEST;
      case 's' -> Part.RESPONSE;
      case 'm' -> Part.TIMES;
      case 'w' -> Part.FRAMES;
      default -> null;
    };
  }

  /** A zip may have the folder in another. */
  private static boolean isInFolder(String source, int from, int to) {
    int folder = to - 1 - FOLDER.length();
    return folder >= from
        && isSeparator(source.charAt(to - 1))
        && source.startsWith(FOLDER, folder)
        && (folder == from || isSeparator(source.charAt(folder - 1)));
  }

  /** Old versions write backslashes. */
  private static boolean isSeparator(char c) {
    return c == '/' || c == '\\';
  }
}
