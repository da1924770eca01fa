package org.golivecheck.log.source;

import static org.golivecheck.log.source.ZipFormat.i32;
import static org.golivecheck.log.source.ZipFormat.i64;
import static org.golivecheck.log.source.ZipFormat.u32;

import java.io.IOException;
import java.util.Objects;
import java.util.zip.Inflater;
import org.golivecheck.log.ReadLimits;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one entry of a zip, inflated and checked: its end is reached only if size and
 * checksum are right. Reused from entry to entry.
 */
final class EntryStream extends InflatedStream {
  private static final int LONGEST_DESCRIPTOR = 24;

  private boolean deflated;
  private boolean sizeFollows;
  private boolean wide;
  private long expectedCrc;
  private long expectedSize;
  private long compressedSize;
  private boolean ended;
  private boolean ranOut;

  EntryStream(Inflater inflater, ReadLimits limits) {
    super(new PeekStream(0), inflater, "its compressed bytes", limits);
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
    compressedSize = header.compressed();
  }

  /** Starts an entry that is followed by its size and checksum. */
  void openUntilDescriptor(
      PeekStream source, ZipEntryHeader header, Input.@Nullable ByteLimit total) {
    start(source, header, total);
    sizeFollows = true;
    compressedSize = Long.MAX_VALUE;
  }

  private void start(PeekStream source, ZipEntryHeader header, Input.@Nullable ByteLimit total) {
    in = source;
    byteLimit = total;
    deflated = header.deflated();
    wide = header.wide();
    expectedCrc = header.crc();
    expectedSize = header.size();
    compressed = 0;
    count = 0;
    ended = false;
    ranOut = false;
    restart();
  }

  /** Returns whether the archive ended before the entry did. */
  boolean ranOut() {
    return ranOut;
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
    if (!sizeFollows && count + read > expectedSize) {
      throw EntryFault.damaged(sizeMessage("more than " + (count + read)));
    }
    check(into, offset, read);
    return read;
  }

  @Override
  int visible() throws IOException {
    int seen = seen();
    if (seen == 0) {
      throw EntryFault.damaged("its compressed bytes end too early");
    }
    return seen;
  }

  /** Returns how many bytes of the entry are buffered; 0 only at its end. */
  private int seen() throws IOException {
    if (compressed == compressedSize) {
      return 0;
    }
    int seen = in.ensure(1);
    if (seen == 0) {
      throw ranOutFault();
    }
    return (int) Math.min(seen, compressedSize - compressed);
  }

  private EntryFault ranOutFault() {
    ranOut = true;
    return EntryFault.truncated("the archive ends inside it");
  }

  private int copy(byte[] into, int offset, int length) throws IOException {
    int read = Math.min(seen(), length);
    if (read == 0) {
      return -1;
    }
    takeStored(into, offset, read);
    return read;
  }

  private void takeStored(byte[] into, int offset, int read) {
    System.arraycopy(in.buffer(), in.next(), into, offset, read);
    take(read);
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

  private void finish() throws IOException {
    if (sizeFollows) {
      takeDescriptor();
    } else {
      checkEnd();
    }
    ended = true;
  }

  private void checkEnd() throws EntryFault {
    if (compressed != compressedSize) {
      throw EntryFault.damaged(
          "its compressed bytes end "
              + (compressedSize - compressed)
              + " bytes before their stated end");
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
        && number(bytes, at + 4, width) == compressed
        && number(bytes, at + 4 + width, width) == count;
  }

  private static long number(byte[] bytes, int at, int width) {
    return width == 8 ? i64(bytes, at) : u32(bytes, at);
  }
}
