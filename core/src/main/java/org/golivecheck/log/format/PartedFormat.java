package org.golivecheck.log.format;

/**
 * A format of archives in which several entries form one call. They are read in any order. A call
 * is passed on when the last of its parts was read, and a part that cannot be read to its end is
 * ignored.
 */
public interface PartedFormat extends LogReader {

  /**
   * Returns whether an entry has the name of a part of a call.
   *
   * @param name the name of the entry, or that of its archive, {@code !} and its own
   */
  boolean isPartName(String name);

  /**
   * Returns whether an entry with such a name looks like a part of a call, too.
   *
   * @param source the name of the archive, {@code !} and that of the entry
   * @param head the first bytes of the entry, a few kilobytes
   * @param length how many bytes of {@code head} are filled
   */
  boolean isPart(String source, byte[] head, int length);
}
