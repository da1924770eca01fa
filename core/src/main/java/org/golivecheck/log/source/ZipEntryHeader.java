package org.golivecheck.log.source;

import static org.golivecheck.log.source.ZipFormat.i32;
import static org.golivecheck.log.source.ZipFormat.i64;
import static org.golivecheck.log.source.ZipFormat.u16;
import static org.golivecheck.log.source.ZipFormat.u32;

import java.io.IOException;
import org.golivecheck.log.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * The data of one entry, from the central directory of a zip or from the entry's own header. Reused
 * from entry to entry; the name is valid until the stream that it was read from moves on.
 */
final class ZipEntryHeader {
  private int flags;
  private int method;
  private long crc;
  private long compressed;
  private long size;
  private long offset;
  private boolean wide;
  private byte[] bytes = {};
  private int nameAt;
  private int nameLength;

  /**
   * Reads a record of the central directory and takes it from the stream.
   *
   * @return false if there is no whole record
   */
  boolean readCentral(PeekStream in) throws IOException {
    if (in.ensure(ZipFormat.CENTRAL_SIZE) < ZipFormat.CENTRAL_SIZE
        || i32(in.buffer(), in.next()) != ZipFormat.CENTRAL) {
      return false;
    }
    int variable = variableLength(in.buffer(), in.next() + 28) + u16(in.buffer(), in.next() + 32);
    int length = ZipFormat.CENTRAL_SIZE + variable;
    if (in.ensure(length) < length) {
      return false;
    }
    int at = in.next();
    readSizes(in.buffer(), at + 8, at + 28, at + ZipFormat.CENTRAL_SIZE);
    offset = u32(bytes, at + 42);
    readZip64(u16(bytes, at + 30));
    in.take(length);
    return size >= 0 && compressed >= 0 && offset >= 0;
  }

  /**
   * Reads a local header and takes it from the stream.
   *
   * @return false if there is no whole header, or it states a size that no entry can have
   */
  boolean readLocal(PeekStream in) throws IOException {
    if (in.ensure(ZipFormat.LOCAL_SIZE) < ZipFormat.LOCAL_SIZE) {
      return false;
    }
    int length = ZipFormat.LOCAL_SIZE + variableLength(in.buffer(), in.next() + 26);
    if (in.ensure(length) < length) {
      return false;
    }
    int at = in.next();
    readSizes(in.buffer(), at + 6, at + 26, at + ZipFormat.LOCAL_SIZE);
    offset = 0;
    readZip64(u16(bytes, at + 28));
    if (size < 0 || compressed < 0) {
      return false;
    }
    in.take(length);
    return true;
  }

  private static int variableLength(byte[] bytes, int at) {
    return u16(bytes, at) + u16(bytes, at + 2);
  }

  /** Reads the fields that both kinds of header have in the same order. */
  private void readSizes(byte[] header, int at, int lengthAt, int name) {
    bytes = header;
    flags = u16(header, at);
    method = u16(header, at + 2);
    crc = u32(header, at + 8);
    compressed = u32(header, at + 12);
    size = u32(header, at + 16);
    nameAt = name;
    nameLength = u16(header, lengthAt);
    wide = false;
  }

  private void readZip64(int extraLength) {
    int at = nameAt + nameLength;
    int end = at + extraLength;
    while (at + 4 <= end) {
      int fieldEnd = Math.min(end, at + 4 + u16(bytes, at + 2));
      if (u16(bytes, at) == ZipFormat.EXTRA_ZIP64) {
        wide = true;
        readZip64Field(at + 4, fieldEnd);
        return;
      }
      at = fieldEnd;
    }
  }

  /** The field contains, in this order, the numbers that do not fit into 32 bits. */
  private void readZip64Field(int start, int end) {
    int at = start;
    if (size == ZipFormat.MARK32 && at + 8 <= end) {
      size = i64(bytes, at);
      at += 8;
    }
    if (compressed == ZipFormat.MARK32 && at + 8 <= end) {
      compressed = i64(bytes, at);
      at += 8;
    }
    if (offset == ZipFormat.MARK32 && at + 8 <= end) {
      offset = i64(bytes, at);
    }
  }

  /** Returns why the entry cannot be read at all, or null if it can. */
  @Nullable EntryFault obstacle() {
    if ((flags & ZipFormat.FLAG_ENCRYPTED) != 0) {
      return new EntryFault(
          ProblemCode.ENCRYPTED,
          "has a password; unpack the archive with it, and check the folder");
    }
    if (method != ZipFormat.STORED && method != ZipFormat.DEFLATED) {
      return new EntryFault(
          ProblemCode.UNSUPPORTED_COMPRESSION,
          "is compressed by method "
              + method
              + "; only stored and deflated entries can be read, so pack the archive again");
    }
    return null;
  }

  boolean deflated() {
    return method == ZipFormat.DEFLATED;
  }

  /** Returns whether size and checksum follow the entry's bytes. */
  boolean hasDescriptor() {
    return (flags & ZipFormat.FLAG_DESCRIPTOR) != 0;
  }

  /** Returns whether the header has a zip64 field: its descriptor then has long numbers. */
  boolean wide() {
    return wide;
  }

  long crc() {
    return crc;
  }

  long compressed() {
    return compressed;
  }

  long size() {
    return size;
  }

  /** Returns where the local header lies, from where the archive starts. */
  long offset() {
    return offset;
  }

  /** Returns the least number of bytes that the entry takes in the archive. */
  long span() {
    return ZipFormat.LOCAL_SIZE + nameLength + compressed;
  }

  /** Returns the name: for people only, never a path to anything. */
  String name() {
    return EntryNames.decode(bytes, nameAt, nameLength, (flags & ZipFormat.FLAG_UTF8) != 0);
  }
}
