package org.golivecheck.log.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Where in a file the central directory of a zip lies, and some points in it from which it can be
 * read. The directory itself stays in the file: it may be larger than the memory. Entries are added
 * while the directory is read from its start to its end; immutable afterwards.
 */
final class ZipDirectory {
  /** How many names are used to detect what an archive is. */
  static final int FIRST_NAMES = 16;

  private static final int POINT_ENTRIES = 1024;
  private static final long POINT_BYTES = 1 << 19;

  private final long base;
  private final long start;
  private final List<String> firstNames = new ArrayList<>();

  /** Where in the file each point is, and how many entries and bytes come before it. */
  private long[] positions = new long[16];

  private long[] indexes = new long[16];
  private long[] bytesBefore = new long[16];
  private int points;
  private long count;
  private long bytes;
  private long lastEnd;
  private boolean inOrder = true;
  private BitSet overlapping = new BitSet();

  /**
   * Creates a directory without entries.
   *
   * @param base where in the file the archive starts: offsets count from there
   * @param start where in the file the directory starts
   */
  ZipDirectory(long base, long start) {
    this.base = base;
    this.start = start;
  }

  /**
   * Adds an entry.
   *
   * @param position where in the file its record starts
   */
  void add(long position, ZipEntryHeader header) {
    if (points == 0
        || count - indexes[points - 1] >= POINT_ENTRIES
        || bytes - bytesBefore[points - 1] >= POINT_BYTES) {
      addPoint(position);
    }
    if (count < FIRST_NAMES) {
      firstNames.add(header.name());
    }
    count++;
    bytes += header.compressed();
    inOrder &= header.offset() >= lastEnd;
    lastEnd = header.offset() + header.span();
  }

  private void addPoint(long position) {
    if (points == positions.length) {
      positions = Arrays.copyOf(positions, 2 * points);
      indexes = Arrays.copyOf(indexes, 2 * points);
      bytesBefore = Arrays.copyOf(bytesBefore, 2 * points);
    }
    positions[points] = position;
    indexes[points] = count;
    bytesBefore[points] = bytes;
    points++;
  }

  /** Returns how many entries were added. */
  long count() {
    return count;
  }

  /** Returns whether the entries were added in their order in the file, and do not overlap. */
  boolean inOrder() {
    return inOrder;
  }

  /** Keeps the numbers of the entries that lie in the bytes of another. */
  void overlapping(BitSet entries) {
    overlapping = entries;
  }

  /** Returns where in the file the archive starts: offsets count from there. */
  long base() {
    return base;
  }

  /** Returns the names of the first few entries. */
  List<String> firstNames() {
    return firstNames;
  }

  /** Returns where in the file the directory starts. */
  long start() {
    return start;
  }

  /** Returns whether an entry, by its number in the directory, lies in the bytes of another. */
  boolean overlaps(long index) {
    return !overlapping.isEmpty() && overlapping.get((int) index);
  }

  /** Returns how many points there are. The directory can be read from each of them. */
  int points() {
    return points;
  }

  /** Returns where in the file the record of the point's first entry starts. */
  long position(int point) {
    return positions[point];
  }

  /** Returns the number of the first entry of a point; after the last point, that of entries. */
  long index(int point) {
    return point == points ? count : indexes[point];
  }

  /** Returns the compressed bytes of the entries between two points. */
  long bytes(int from, int to) {
    return bytesBefore(to) - bytesBefore[from];
  }

  private long bytesBefore(int point) {
    return point == points ? bytes : bytesBefore[point];
  }

  /** Returns the last point within the first half of the bytes between two points. */
  int middle(int from, int to) {
    long half = bytesBefore[from] + bytes(from, to) / 2;
    int found = Arrays.binarySearch(bytesBefore, from, to, half);
    return found >= 0 ? found : Math.max(from, -found - 2);
  }

  /**
   * Finds which entries of an archive lie in the bytes of another: this is how small archives
   * inflate to very many bytes. Of entries that overlap, the first one in the file is sound.
   *
   * <p>Needed only if the directory does not list the entries in their order in the file.
   */
  static final class Overlaps {
    private static final int INDEX_BITS = 21;

    /** How many entries can be checked. */
    static final int MOST_ENTRIES = 1 << INDEX_BITS;

    /** Up to which offset entries can be checked. */
    static final long LARGEST_OFFSET = 1L << (63 - INDEX_BITS);

    /** Offset and index of each entry in one number, for sorting without objects. */
    private final long[] starts;

    private final long[] ends;
    private int count;

    Overlaps(int entries) {
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
}
