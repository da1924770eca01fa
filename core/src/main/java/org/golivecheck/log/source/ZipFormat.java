package org.golivecheck.log.source;

import java.io.IOException;

/**
 * The constants and numbers of the zip format, and the search for the next header where the
 * structure of a zip is lost.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE.TXT</a>
 */
final class ZipFormat {
  /** Starts a local header: each entry's own, before its bytes. */
  static final int LOCAL = 0x04034b50;

  /** Starts a record of the central directory. */
  static final int CENTRAL = 0x02014b50;

  /** Starts the record at the end of the archive. */
  static final int END = 0x06054b50;

  /** Starts the zip64 record before the end. */
  static final int END64 = 0x06064b50;

  /** Starts the pointer to the zip64 record. */
  static final int LOCATOR64 = 0x07064b50;

  /** Starts a data descriptor, and a spanned archive. */
  static final int DESCRIPTOR = 0x08074b50;

  /** Starts the signature of the directory. */
  static final int SIGNATURE = 0x05054b50;

  /** Starts extra data before the directory. */
  static final int EXTRA_DATA = 0x08064b50;

  static final int LOCAL_SIZE = 30;
  static final int CENTRAL_SIZE = 46;
  static final int END_SIZE = 22;
  static final int END64_SIZE = 56;
  static final int LOCATOR64_SIZE = 20;

  static final int STORED = 0;
  static final int DEFLATED = 8;

  static final int FLAG_ENCRYPTED = 1;
  static final int FLAG_DESCRIPTOR = 1 << 3;
  static final int FLAG_UTF8 = 1 << 11;

  /** Says that the true 32-bit number is in the zip64 extra field. */
  static final long MARK32 = 0xFFFF_FFFFL;

  static final int MARK16 = 0xFFFF;
  static final int EXTRA_ZIP64 = 1;

  /** The highest version of the format that a header may ask for, with room for later ones. */
  private static final int HIGHEST_VERSION = 99;

  private static final int LONGEST_NAME = 4096;

  private ZipFormat() {}

  static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  /** Returns a signature: four bytes that are compared, not calculated with. */
  static int i32(byte[] bytes, int at) {
    return u16(bytes, at) | u16(bytes, at + 2) << 16;
  }

  static long u32(byte[] bytes, int at) {
    return i32(bytes, at) & 0xFFFF_FFFFL;
  }

  /** Returns 64 bits. No sound archive has a number so large that it is negative here. */
  static long i64(byte[] bytes, int at) {
    return u32(bytes, at) | u32(bytes, at + 4) << 32;
  }

  /**
   * Skips bytes up to a likely local header.
   *
   * @param most how many bytes are skipped at most
   * @return whether one was found
   */
  static boolean passToEntry(PeekStream in, long most) throws IOException {
    return passTo(in, most, false);
  }

  /** Skips bytes up to a likely local header, or the directory, or the end of the archive. */
  static boolean passToHeader(PeekStream in) throws IOException {
    return passTo(in, Long.MAX_VALUE, true);
  }

  private static boolean passTo(PeekStream in, long most, boolean directoryToo) throws IOException {
    long left = most;
    while (left > 0) {
      int seen = in.ensure(LOCAL_SIZE);
      if (seen < 4) {
        return false;
      }
      int at = in.next();
      int last = at + (int) Math.min(left, Math.max(1, seen - LOCAL_SIZE + 1));
      while (at < last && in.buffer()[at] != 'P') {
        at++;
      }
      left -= at - in.next();
      in.take(at - in.next());
      if (at < last) {
        if (isHeaderInSight(in, directoryToo)) {
          return true;
        }
        in.take(1);
        left--;
      }
    }
    return false;
  }

  /** Returns whether a signature can follow an entry. */
  static boolean isHeader(int signature) {
    return signature == LOCAL
        || signature == CENTRAL
        || signature == END
        || signature == EXTRA_DATA;
  }

  private static boolean isHeaderInSight(PeekStream in, boolean directoryToo) throws IOException {
    int seen = in.ensure(LOCAL_SIZE);
    if (seen < END_SIZE) {
      return false;
    }
    byte[] bytes = in.buffer();
    int at = in.next();
    return switch (i32(bytes, at)) {
      case LOCAL -> isLikelyEntry(bytes, at, seen);
      case CENTRAL -> directoryToo && u16(bytes, at + 6) <= HIGHEST_VERSION;
      case END -> directoryToo && u16(bytes, at + 4) == 0;
      default -> false;
    };
  }

  private static boolean isLikelyEntry(byte[] bytes, int at, int seen) {
    int nameLength = u16(bytes, at + 26);
    return seen >= LOCAL_SIZE
        && (u16(bytes, at + 4) & 0xFF) <= HIGHEST_VERSION
        && u16(bytes, at + 8) <= HIGHEST_VERSION
        && nameLength > 0
        && nameLength <= LONGEST_NAME;
  }
}
