package org.golivecheck.log.capture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an entry of a Fiddler archive, such as {@code session.saz!raw/12_c.txt}.
 *
 * @param archive the name of the archive, empty where it is not known
 * @param number the number of the exchange
 * @param part which part of the exchange the entry is
 */
record SazName(String archive, long number, Part part) {
  // Old versions write backslashes. A zip may have the folder in another.
  private static final Pattern NAME =
      Pattern.compile("(?:.*[/\\\\])?raw[/\\\\]([0-9]{1,18})_([cmsw])\\.(?:txt|xml)");

  /** What an entry holds. */
  enum Part {
    REQUEST,
    ANSWER,
    TIMES,
    /** The frames of a web socket. */
    FRAMES
  }

  /** Returns what a name says, or null if it is none of a part. */
  static @Nullable SazName parse(String source) {
    int mark = source.lastIndexOf('!');
    Matcher name = NAME.matcher(source.substring(mark + 1));
    if (!name.matches()) {
      return null;
    }
    Part part =
        switch (name.group(2).charAt(0)) {
          case 'c' -> Part.REQUEST;
          case 's' -> Part.ANSWER;
          case 'm' -> Part.TIMES;
          default -> Part.FRAMES;
        };
    String archive = mark < 0 ? "" : source.substring(0, mark);
    return new SazName(archive, Long.parseLong(name.group(1)), part);
  }
}
