package org.golivecheck.log.source;

import static org.golivecheck.log.source.ZipFormat.i32;
import static org.golivecheck.log.source.ZipFormat.i64;
import static org.golivecheck.log.source.ZipFormat.u32;

import java.io.IOException;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.golivecheck.log.ReadLimits;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one entry of a zip, inflated and checked: its end is reached only if size and
 * checksum are right. Reused from entry to entry.
 */
final class EntryStream extends BlockStream {
  /** The number of bytes after which the ratio of an entry is checked. */
  private static final long RATIO_FROM = 1 << 20;

  private static final int LONGEST_DESCRIPTOR = 24;

  private final Inflater inflater;
  private final int maxRatio;
  private final CRC32 crc = new CRC32();
  private PeekStream in = new PeekStream(0);
  private Input.@Nullable ByteLimit byteLimit;
  private boolean deflated;
  private boolean sizeFollows;
  private boolean wide;
  private long expectedCrc;
  private long expectedSize;
  private long compressedLeft;
  private long compressedSeen;
  private long count;
  private int lent;
  private boolean ended;
  private boolean ranOut;

  EntryStream(Inflater inflater, ReadLimits limits) {
    this.inflater = inflater;
    this.maxRatio = limits.maxRatio();
  }

  /**
   * Starts an entry whose header contains its size and checksum.
   *
   * @param source positioned at the first byte of the entry
   * @param total limits what the entry inflates to, or null if that is known beforehand
   */
  void open(PeekStream source, ZipEntryHeader header, Input.@Nullable ByteLimit total) {
    start(source, header, total);
    sizeFollows = false;
    compressedLeft = header.compressed();
  }

  /** Starts an entry that is followed by its size and checksum. */
  void openUntilDescriptor(
      PeekStream source, ZipEntryHeader header, Input.@Nullable ByteLimit total) {
    start(source, header, total);
    sizeFollows = true;
    compressedLeft = Long.MAX_VALUE;
  }

  private void start(PeekStream source, ZipEntryHeader header, Input.@Nullable ByteLimit total) {
    in = source;
    byteLimit = total;
    deflated = header.deflated();
    wide = header.wide();
    expectedCrc = header.crc();
    expectedSize = header.size();
    compressedSeen = 0;
    count = 0;
    lent = 0;
    ended = false;
    ranOut = false;
    crc.reset();
    inflater.reset();
  }

  /** Returns whether the archive ended before the entry did. */
  boolean ranOut() {
    return ranOut;
  }

  /** Returns how many bytes from the entry's start on were taken from the archive. */
  long compressedSeen() {
    return compressedSeen;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (ended) {
      return -1;
    }
    if (length == 0) {
      return 0;
    }
    int read;
    if (deflated) {
      read = inflate(into, offset, length);
    } else {
      read = sizeFollows ? copyUntilDescriptor(into, offset, length) : copy(into, offset, length);
    }
    if (read < 0) {
      finish();
      return -1;
    }
    crc.update(into, offset, read);
    count += read;
    checkLimits(read);
    return read;
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    while (!inflater.finished()) {
      int read;
      try {
        read = inflater.inflate(into, offset, length);
      } catch (DataFormatException e) {
        throw EntryFault.damaged("its compressed bytes are damaged: " + e.getMessage());
      }
      settle();
      if (read > 0) {
        return read;
      }
      if (inflater.needsDictionary()) {
        throw EntryFault.damaged("its compressed bytes ask for a dictionary");
      }
      if (!inflater.finished()) {
        lend();
      }
    }
    return -1;
  }

  /** Consumes the bytes of the archive that the inflater has used. */
  private void settle() {
    int used = lent - inflater.getRemaining();
    in.take(used);
    lent -= used;
    compressedSeen += used;
    compressedLeft -= used;
  }

  private void lend() throws IOException {
    lent = visible();
    if (lent == 0) {
      throw EntryFault.damaged("its compressed bytes end too early");
    }
    inflater.setInput(in.buffer(), in.next(), lent);
  }

  /** Returns how many bytes of the entry are buffered; 0 only at its end. */
  private int visible() throws IOException {
    if (compressedLeft == 0) {
      return 0;
    }
    int seen = in.ensure(1);
    if (seen == 0) {
      throw ranOutFault();
    }
    return (int) Math.min(seen, compressedLeft);
  }

  private EntryFault ranOutFault() {
    ranOut = true;
    return EntryFault.truncated("the archive ends inside it");
  }

  private int copy(byte[] into, int offset, int length) throws IOException {
    int read = Math.min(visible(), length);
    if (read == 0) {
      return -1;
    }
    takeStored(into, offset, read);
    return read;
  }

  private void takeStored(byte[] into, int offset, int read) {
    System.arraycopy(in.buffer(), in.next(), into, offset, read);
    in.take(read);
    compressedSeen += read;
    compressedLeft -= read;
  }

  /**
   * Copies bytes of a stored entry of unknown size: it ends where a descriptor follows that states
   * exactly the size and checksum so far.
   */
  private int copyUntilDescriptor(byte[] into, int offset, int length) throws IOException {
    int seen = in.look(LONGEST_DESCRIPTOR);
    if (seen == 0) {
      throw ranOutFault();
    }
    if (startsDescriptor() && descriptorLength() > 0) {
      return -1;
    }
    int most = Math.min(length, seen);
    int read = 1;
    while (read < most && in.buffer()[in.next() + read] != 'P') {
      read++;
    }
    takeStored(into, offset, read);
    return read;
  }

  private boolean startsDescriptor() {
    return in.available() >= 16 && i32(in.buffer(), in.next()) == ZipFormat.DESCRIPTOR;
  }

  private void checkLimits(int read) throws IOException {
    if (!sizeFollows && count > expectedSize) {
      throw EntryFault.damaged(sizeMessage("more than " + count));
    }
    if (count > RATIO_FROM && count / Math.max(1, compressedSeen) > maxRatio) {
      throw EntryFault.limit("ratio", maxRatio);
    }
    if (byteLimit != null) {
      byteLimit.take(read);
    }
  }

  private void finish() throws IOException {
    if (sizeFollows) {
      takeDescriptor();
    } else {
      check();
    }
    ended = true;
  }

  private void check() throws EntryFault {
    if (compressedLeft != 0) {
      throw EntryFault.damaged(
          "its compressed bytes end " + compressedLeft + " bytes before their stated end");
    }
    if (count != expectedSize) {
      throw EntryFault.damaged(sizeMessage(String.valueOf(count)));
    }
    if (crc.getValue() != expectedCrc) {
      throw EntryFault.damaged("its checksum is wrong");
    }
  }

  private String sizeMessage(String actual) {
    return "its size is " + actual + " bytes, not " + expectedSize + " as stated";
  }

  private void takeDescriptor() throws IOException {
    in.look(LONGEST_DESCRIPTOR);
    int length = descriptorLength();
    if (length > 0) {
      in.take(length);
      return;
    }
    if (in.available() < LONGEST_DESCRIPTOR) {
      // After a descriptor there are at least the records of the archive's end.
      throw ranOutFault();
    }
    throw EntryFault.damaged("its checksum or size is wrong");
  }

  /** Returns the length of the buffered descriptor, or 0 if none matches what was read. */
  private int descriptorLength() {
    int mark = startsDescriptor() ? 4 : 0;
    int first = wide ? 8 : 4;
    if (descriptorFits(mark, first)) {
      return mark + 4 + 2 * first;
    }
    // Writers disagree on when the numbers are long, and on whether the mark is there.
    int second = 12 - first;
    if (descriptorFits(mark, second)) {
      return mark + 4 + 2 * second;
    }
    if (mark > 0 && descriptorFits(0, first)) {
      return 4 + 2 * first;
    }
    return 0;
  }

  private boolean descriptorFits(int mark, int width) {
    if (in.available() < mark + 4 + 2 * width) {
      return false;
    }
    byte[] bytes = in.buffer();
    int at = in.next() + mark;
    return u32(bytes, at) == crc.getValue()
        && number(bytes, at + 4, width) == compressedSeen
        && number(bytes, at + 4 + width, width) == count;
  }

  private static long number(byte[] bytes, int at, int width) {
    return width == 8 ? i64(bytes, at) : u32(bytes, at);
  }
}
