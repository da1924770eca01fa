package org.golivecheck.log.source;

import static org.golivecheck.log.source.ZipFormat.i32;
import static org.golivecheck.log.source.ZipFormat.i64;
import static org.golivecheck.log.source.ZipFormat.u16;
import static org.golivecheck.log.source.ZipFormat.u32;

import java.io.IOException;
import java.util.BitSet;
import org.golivecheck.log.ReadLimits;
import org.jspecify.annotations.Nullable;

/**
 * Finds the central directory of a zip file and checks it: every record is there, and every entry
 * lies in the archive. A directory with a fault is not used at all.
 */
final class ZipDirectoryReader {
  /**
   * How far from the end the last record is searched: its longest comment, and as much after it.
   */
  private static final int TAIL = 1 << 17;

  /**
   * What was found.
   *
   * @param directory the directory, or null if there is no usable one
   * @param fault what is wrong with the directory, or null
   * @param limit which limit keeps entries from being read, or null
   */
  record Found(@Nullable ZipDirectory directory, @Nullable String fault, @Nullable String limit) {
    private static final Found NOTHING = new Found(null, null, null);

    private static Found fault(String text) {
      return new Found(null, text, null);
    }
  }

  /**
   * What the records at the end say.
   *
   * @param count the number of entries, modulo 65,536 unless {@code exact}
   * @param base where the archive starts in the file
   * @param start where the directory starts
   * @param end where it ends
   */
  private record End(long count, boolean exact, long base, long start, long end) {}

  private final FileWindow window;
  private final long fileSize;
  private final ReadLimits limits;
  private final ZipEntryHeader header = new ZipEntryHeader();

  /**
   * Creates a reader for a file.
   *
   * @param window a window on the file; its position changes
   */
  ZipDirectoryReader(FileWindow window, long fileSize, ReadLimits limits) {
    this.window = window;
    this.fileSize = fileSize;
    this.limits = limits;
  }

  Found find() throws IOException {
    Found fault = Found.NOTHING;
    int tail = (int) Math.min(fileSize, TAIL);
    for (long at = fileSize - ZipFormat.END_SIZE; at >= fileSize - tail; at--) {
      if (isAt(at, ZipFormat.END)) {
        Found found = findBefore(at);
        if (found.fault() == null) {
          return found;
        }
        if (fault.fault() == null) {
          fault = found;
        }
      }
    }
    return fault;
  }

  private boolean isAt(long position, int signature) throws IOException {
    return show(position, 4) && i32(window.buffer(), window.next()) == signature;
  }

  /** Buffers bytes; backwards in large steps, so that a search reads the file once. */
  private boolean show(long position, int length) throws IOException {
    if (position < 0) {
      return false;
    }
    if (!window.moveInSight(position)) {
      window.seek(Math.max(0, position - TAIL));
      window.ensure(TAIL);
      window.seek(position);
    }
    return window.ensure(length) >= length;
  }

  private Found findBefore(long last) throws IOException {
    End end = readEnd(last);
    if (end == null || end.base < 0 || end.start < 0) {
      return Found.fault("its last record does not say where its directory is");
    }
    if (end.base > 0 && isAt(0, ZipFormat.LOCAL) && isAt(end.base, ZipFormat.LOCAL)) {
      // Concatenated archives: the directory lists the entries of the last one only.
      return Found.NOTHING;
    }
    return readRecords(end);
  }

  private @Nullable End readEnd(long last) throws IOException {
    if (!show(last, ZipFormat.END_SIZE)) {
      return null;
    }
    byte[] bytes = window.buffer();
    int at = window.next();
    if (last + ZipFormat.END_SIZE + u16(bytes, at + 20) > fileSize) {
      return null;
    }
    long count = u16(bytes, at + 10);
    long size = u32(bytes, at + 12);
    long offset = u32(bytes, at + 16);
    if (count == ZipFormat.MARK16 || size == ZipFormat.MARK32 || offset == ZipFormat.MARK32) {
      End end = readEnd64(last - ZipFormat.LOCATOR64_SIZE);
      if (end != null) {
        return end;
      }
    }
    return end(count, false, size, offset, last);
  }

  private @Nullable End readEnd64(long locator) throws IOException {
    if (!isAt(locator, ZipFormat.LOCATOR64) || !show(locator, ZipFormat.LOCATOR64_SIZE)) {
      return null;
    }
    long stated = i64(window.buffer(), window.next() + 8);
    // Bytes before the archive move the record, but not its stated position.
    long position = isAt(stated, ZipFormat.END64) ? stated : locator - ZipFormat.END64_SIZE;
    if (!isAt(position, ZipFormat.END64) || !show(position, ZipFormat.END64_SIZE)) {
      return null;
    }
    byte[] bytes = window.buffer();
    int at = window.next();
    return end(i64(bytes, at + 32), true, i64(bytes, at + 40), i64(bytes, at + 48), position);
  }

  private static @Nullable End end(
      long count, boolean exact, long size, long offset, long position) {
    if (size < 0 || size > position || offset < 0) {
      return null;
    }
    long start = position - size;
    return new End(count, exact, start - offset, start, position);
  }

  private Found readRecords(End end) throws IOException {
    ZipDirectory directory = new ZipDirectory(end.base, end.start);
    long inflated = 0;
    long firstOffset = 0;
    window.seek(end.start);
    String limit = null;
    while (window.position() < end.end && limit == null) {
      long position = window.position();
      if (!header.readCentral(window)) {
        break;
      }
      if (!liesBefore(header, end.start - end.base)) {
        return Found.fault("its directory lists an entry outside of it");
      }
      inflated += Math.min(header.size(), Long.MAX_VALUE / 2 - inflated);
      limit = limit(directory.count(), inflated);
      if (limit == null) {
        firstOffset = directory.count() == 0 ? header.offset() : firstOffset;
        directory.add(position, header);
      }
    }
    String fault = limit == null ? countFault(end, directory.count()) : null;
    if (fault == null && directory.count() > 0) {
      fault = placeFault(end, firstOffset);
    }
    return fault != null ? Found.fault(fault) : finish(end, directory, limit);
  }

  private static boolean liesBefore(ZipEntryHeader entry, long end) {
    return entry.compressed() <= end
        && entry.offset() <= end
        && entry.offset() + entry.span() <= end;
  }

  private @Nullable String limit(long count, long inflated) {
    if (count == limits.maxEntries()) {
      return InputStop.reached("entries", limits.maxEntries());
    }
    return inflated > limits.maxTotalBytes()
        ? InputStop.reached("total-bytes", limits.maxTotalBytes())
        : null;
  }

  private @Nullable String countFault(End end, long count) throws IOException {
    boolean whole = window.position() == end.end || isSignature(end.end);
    long stated = end.exact ? end.count : end.count & ZipFormat.MARK16;
    long counted = end.exact ? count : count & ZipFormat.MARK16;
    if (!whole) {
      return "its directory is damaged after entry " + count;
    }
    return counted == stated
        ? null
        : "its directory lists " + count + " entries, not " + end.count + " as stated";
  }

  private boolean isSignature(long end) throws IOException {
    return window.position() < end && isAt(window.position(), ZipFormat.SIGNATURE);
  }

  /** Checks the position of two entries. That of each entry is checked when it is read. */
  private @Nullable String placeFault(End end, long firstOffset) throws IOException {
    long lastOffset = header.offset();
    return isAt(end.base + firstOffset, ZipFormat.LOCAL)
            && isAt(end.base + lastOffset, ZipFormat.LOCAL)
        ? null
        : "its entries are not where its directory says";
  }

  private Found finish(End end, ZipDirectory directory, @Nullable String limit) throws IOException {
    if (!directory.inOrder()) {
      if (directory.count() > ZipDirectory.Overlaps.MOST_ENTRIES
          || end.start > ZipDirectory.Overlaps.LARGEST_OFFSET) {
        return Found.fault("its directory is out of order");
      }
      directory.overlapping(overlaps(end, (int) directory.count()));
    }
    return new Found(
        directory,
        null,
        limit == null ? null : "only " + directory.count() + " entries are read: " + limit);
  }

  private BitSet overlaps(End end, int count) throws IOException {
    ZipDirectory.Overlaps overlaps = new ZipDirectory.Overlaps(count);
    window.seek(end.start);
    for (int i = 0; i < count && header.readCentral(window); i++) {
      overlaps.add(header);
    }
    return overlaps.find();
  }
}
