package org.golivecheck.log.read;

/** Reads one log format. Stateless; recognised by content, never by name. */
public interface LogReader {

  /** Returns the name of the format, as used in reports. */
  String format();

  /**
   * Returns whether an entry looks like this format.
   *
   * @param head the first bytes of the entry, a few kilobytes
   * @param length how many bytes of {@code head} are filled
   */
  boolean recognises(byte[] head, int length);

  /** Returns a session that reads entries one after another, reusing its buffers. */
  ReadSession open(ReadContext context);
}
