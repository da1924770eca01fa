package org.golivecheck.log.source;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds which entries of an archive lie in the bytes of another: this is how small archives inflate
 * to very many bytes. Of entries that overlap, the first one in the file is sound.
 *
 * <p>Needed only if the directory does not list the entries in their order in the file.
 */
final class ZipOverlaps {
  private static final int INDEX_BITS = 21;

  /** How many entries can be checked. */
  static final int MOST_ENTRIES = 1 << INDEX_BITS;

  /** Up to which offset entries can be checked. */
  static final long LARGEST_OFFSET = 1L << (63 - INDEX_BITS);

  /** Offset and index of each entry in one number, for sorting without objects. */
  private final long[] starts;

  private final long[] ends;
  private int count;

  ZipOverlaps(int entries) {
    starts = new long[entries];
    ends = new long[entries];
  }

  /** Adds the next entry of the directory. */
  void add(ZipEntryHeader header) {
    starts[count] = header.offset() << INDEX_BITS | count;
    ends[count] = header.offset() + header.span();
    count++;
  }

  /** Returns the numbers, in the directory, of the entries that lie in another. */
  BitSet find() {
    Arrays.sort(starts, 0, count);
    BitSet found = new BitSet();
    long end = 0;
    for (int i = 0; i < count; i++) {
      int index = (int) (starts[i] & (MOST_ENTRIES - 1));
      if (starts[i] >>> INDEX_BITS < end) {
        found.set(index);
      } else {
        end = ends[index];
      }
    }
    return found;
  }
}
