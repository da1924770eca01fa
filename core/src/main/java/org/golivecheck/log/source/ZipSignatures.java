package org.golivecheck.log.source;

import static org.golivecheck.log.source.LittleEndian.i32;
import static org.golivecheck.log.source.LittleEndian.u16;

import java.io.IOException;

/** Finds the next header in a zip whose structure is lost. */
final class ZipSignatures {
  /** The highest version of the format that a header may ask for, with room for later ones. */
  private static final int HIGHEST_VERSION = 99;

  private static final int LONGEST_NAME = 4096;

  private ZipSignatures() {}

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
      int seen = in.ensure(ZipFormat.LOCAL_SIZE);
      if (seen < 4) {
        return false;
      }
      int at = in.next();
      int last = at + (int) Math.min(left, Math.max(1, seen - ZipFormat.LOCAL_SIZE + 1));
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
    return signature == ZipFormat.LOCAL
        || signature == ZipFormat.CENTRAL
        || signature == ZipFormat.END
        || signature == ZipFormat.EXTRA_DATA;
  }

  private static boolean isHeaderInSight(PeekStream in, boolean directoryToo) throws IOException {
    int seen = in.ensure(ZipFormat.LOCAL_SIZE);
    if (seen < ZipFormat.END_SIZE) {
      return false;
    }
    byte[] bytes = in.buffer();
    int at = in.next();
    return switch (i32(bytes, at)) {
      case ZipFormat.LOCAL -> isLikelyEntry(bytes, at, seen);
      case ZipFormat.CENTRAL -> directoryToo && u16(bytes, at + 6) <= HIGHEST_VERSION;
      case ZipFormat.END -> directoryToo && u16(bytes, at + 4) == 0;
      default -> false;
    };
  }

  private static boolean isLikelyEntry(byte[] bytes, int at, int seen) {
    int nameLength = u16(bytes, at + 26);
    return seen >= ZipFormat.LOCAL_SIZE
        && (u16(bytes, at + 4) & 0xFF) <= HIGHEST_VERSION
        && u16(bytes, at + 8) <= HIGHEST_VERSION
        && nameLength > 0
        && nameLength <= LONGEST_NAME;
  }
}
