package org.golivecheck.cli.fetch;

import java.time.Instant;
import java.util.OptionalInt;

/** A complete request log, as DocuSign sends it. */
public final class FetchedLog {
  private static final int END_LENGTH = 22;
  private static final int MAX_COMMENT = 65_535;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int ENTRIES_AT = 10;
  private static final int SIZE_AT = 12;
  private static final int OFFSET_AT = 16;

  private final byte[] zip;
  private final int entries;
  private final Instant fetched;

  /**
   * Keeps a log.
   *
   * @param zip the archive; not copied
   * @param entries how many calls are in it
   * @param fetched when it was fetched
   */
  FetchedLog(byte[] zip, int entries, Instant fetched) {
    this.zip = zip;
    this.entries = entries;
    this.fetched = fetched;
  }

  /** Returns the archive, with everything secret that DocuSign left in it; not copied. */
  public byte[] zip() {
    return zip;
  }

  /** Returns how many calls are in it. */
  public int entries() {
    return entries;
  }

  /** Returns when it was fetched. */
  public Instant fetched() {
    return fetched;
  }

  /**
   * Returns how many files an archive contains, by the directory at its end; empty if it has none,
   * since it is cut off or is not an archive.
   */
  static OptionalInt countEntries(byte[] zip) {
    int last = zip.length - END_LENGTH;
    for (int at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
      if (fourBytes(zip, at) == END_SIGNATURE) {
        long size = fourBytes(zip, at + SIZE_AT) & 0xFFFF_FFFFL;
        long offset = fourBytes(zip, at + OFFSET_AT) & 0xFFFF_FFFFL;
        if (offset + size <= at) {
          return OptionalInt.of(twoBytes(zip, at + ENTRIES_AT));
        }
      }
    }
    return OptionalInt.empty();
  }

  private static int twoBytes(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  private static int fourBytes(byte[] bytes, int at) {
    return twoBytes(bytes, at) | twoBytes(bytes, at + 2) << 16;
  }
}
