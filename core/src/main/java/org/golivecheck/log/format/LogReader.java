package org.golivecheck.log.format;

import java.util.List;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;

/** Reads one log format. Stateless; recognised by content, never by name. */
public interface LogReader {

  /** What the texts of a format are made of. */
  enum Form {
    /** JSON values: lines of it, or one document. */
    JSON,
    /** Rows with the same columns. */
    TABLE,
    /** Lines of text. */
    LINES,
    /** Several files packed into one. */
    ARCHIVE
  }

  /** Returns the name of the format, as used in reports. */
  String format();

  /**
   * Returns whether an entry looks like this format.
   *
   * @param head the first bytes of the entry, up to {@link Head#BYTES}
   * @param length how many bytes of {@code head} are filled
   */
  boolean recognises(byte[] head, int length);

  /**
   * Returns whether an entry looks like this format, given what the user says of it.
   *
   * @param head the first bytes of the entry, up to {@link Head#BYTES}
   * @param length how many bytes of {@code head} are filled
   * @param options what a log cannot say of its own format
   */
  default boolean recognises(byte[] head, int length, FormatOptions options) {
    return recognises(head, length);
  }

  /**
   * Returns whether a log of this format begins here, after lines that are no part of it. Always
   * false where each line is known by itself: {@link #recognises} finds those after other lines.
   *
   * @param bytes the first bytes of the entry
   * @param from where a line begins
   * @param to where the bytes end
   * @param options what a log cannot say of its own format
   */
  default boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    return false;
  }

  /**
   * Returns the names of the fields that a text lacks to be a log of this format. Empty where the
   * format has no table of fields, or nothing is lacking.
   *
   * @param head the first bytes of the entry, up to {@link Head#BYTES}
   * @param length how many bytes of {@code head} are filled
   * @param options what a log cannot say of its own format
   */
  default List<String> lacks(byte[] head, int length, FormatOptions options) {
    return List.of();
  }

  /**
   * Returns whether logs of this format may contain anything else, so that all other readers are
   * asked first, about more of the log.
   */
  default boolean isLastResort() {
    return false;
  }

  /**
   * Returns what a log of this format can show of a call, at its best. The table of coverage is
   * made of it, and a test fails for a reader that declares nothing.
   */
  default Set<LogField> shows() {
    return Set.of();
  }

  /**
   * Returns what the texts of the format are made of: which formats are near to an unknown text.
   */
  default Form form() {
    return Form.LINES;
  }

  /** Returns what writes such logs, in a few words; empty where the name says it. */
  default String writtenBy() {
    return "";
  }

  /** Returns a session that reads entries one after another, reusing its buffers. */
  ReadSession open(ReadContext context);
}
