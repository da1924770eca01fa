package org.golivecheck.log;

import java.util.Set;
import org.golivecheck.call.LogField;

/**
 * A log format that can be read.
 *
 * @param name its name in options and reports, such as {@code request-log}
 * @param writtenBy what writes such logs, in a few words
 * @param shows what a log of the format can show about a call, at its best
 * @param form what its texts consist of; used to name the nearest formats for an unknown text
 */
public record LogFormat(String name, String writtenBy, Set<LogField> shows, Form form) {

  /** What the texts of a format consist of. */
  public enum Form {
    /** JSON values: lines of it, or one document. */
    JSON,
    /** Rows with the same columns. */
    TABLE,
    /** Lines of text. */
    LINES,
    /** Several files packed into one. */
    ARCHIVE
  }

  /** Copies the fields. */
  public LogFormat {
    shows = Set.copyOf(shows);
  }
}
