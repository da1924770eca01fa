package org.golivecheck.log.format;

import java.util.List;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;

/** Reads one log format. Stateless; recognised by content, never by name. */
public interface LogReader {

  /** Returns the format. */
  LogFormat format();

  /**
   * Returns whether an entry looks like this format.
   *
   * @param head the first bytes of the entry, up to {@link Head#BYTES}
   * @param length how many bytes of {@code head} are filled
   * @param options what a log cannot say of its own format
   */
  boolean recognises(byte[] head, int length, FormatOptions options);

  /**
   * Returns whether a log of this format begins here, after lines that are not part of it. Always
   * false if each line is recognised alone: {@link #recognises} finds those after other lines.
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
   * Returns the names of the fields that a text lacks to be a log of this format. Empty if the
   * format has no table of fields, or if nothing is missing.
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

  /** Returns a session that reads entries one after another, reusing its buffers. */
  ReadSession open(ReadContext context);
}
