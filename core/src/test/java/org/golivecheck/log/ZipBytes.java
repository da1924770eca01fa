package org.golivecheck.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds zips byte by byte, also such as no library writes. */
final class ZipBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Entry> entries = new ArrayList<>();
  private boolean zip64;
  private boolean reversed;

  /** One entry, with what its headers say of it. */
  static final class Entry {
    private final byte[] name;
    private byte[] data;
    private int method = 8;
    private int flags;
    private long crc;
    private long size;
    private int descriptorWidth;
    private boolean descriptorMark = true;
    private boolean zip64;
    private long offset = -1;

    Entry(byte[] name, byte[] content) {
      this.name = name;
      CRC32 sum = new CRC32();
      sum.update(content);
      crc = sum.getValue();
      size = content.length;
      data = deflate(content);
    }

    Entry(String name, String content) {
      this(name.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8));
    }

    static Entry stored(String name, byte[] content) {
      Entry entry = new Entry(name.getBytes(StandardCharsets.UTF_8), content);
      entry.method = 0;
      entry.data = content.clone();
      return entry;
    }

    static Entry stored(String name, String content) {
      return stored(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Entry method(int value) {
      method = value;
      return this;
    }

    Entry encrypted() {
      flags |= 1;
      return this;
    }

    Entry utf8() {
      flags |= 1 << 11;
      return this;
    }

    Entry wrongCrc() {
      crc ^= 1;
      return this;
    }

    Entry statedSize(long value) {
      size = value;
      return this;
    }

    /** Breaks the compressed bytes in the middle. */
    Entry damaged() {
      for (int i = data.length / 3; i < data.length; i++) {
        data[i] = (byte) 0xFF;
      }
      return this;
    }

    /** Writes sizes and checksum after the bytes, in numbers of 4 or 8 bytes. */
    Entry descriptor(int width, boolean mark) {
      flags |= 1 << 3;
      descriptorWidth = width;
      descriptorMark = mark;
      return this;
    }

    Entry zip64() {
      zip64 = true;
      return this;
    }

    /** Has the directory say that the entry is elsewhere. */
    Entry at(long value) {
      offset = value;
      return this;
    }
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(6, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] buffer = new byte[content.length + 64];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }

  /** Returns a plain zip whose entries are named by number and hold a call each. */
  static byte[] of(String... contents) {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < contents.length; i++) {
      zip.add(new Entry(i + ".txt", contents[i]));
    }
    return zip.bytes();
  }

  ZipBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  ZipBytes zip64() {
    zip64 = true;
    return this;
  }

  /** Lists the entries in the directory from the last to the first. */
  ZipBytes reversed() {
    reversed = true;
    return this;
  }

  ZipBytes add(Entry entry) {
    if (entry.offset < 0) {
      entry.offset = out.size();
    }
    entries.add(entry);
    boolean later = entry.descriptorWidth > 0;
    ByteBuffer header = buffer(64).putInt(0x04034b50).putShort((short) 45);
    header.putShort((short) entry.flags).putShort((short) entry.method).putInt(0);
    header.putInt(later ? 0 : (int) entry.crc);
    if (entry.zip64) {
      header.putInt(-1).putInt(-1).putShort((short) entry.name.length).putShort((short) 20);
    } else {
      header.putInt(later ? 0 : entry.data.length).putInt(later ? 0 : (int) entry.size);
      header.putShort((short) entry.name.length).putShort((short) 0);
    }
    write(header).raw(entry.name);
    if (entry.zip64) {
      ByteBuffer extra = buffer(20).putShort((short) 1).putShort((short) 16);
      write(extra.putLong(later ? 0 : entry.size).putLong(later ? 0 : entry.data.length));
    }
    raw(entry.data);
    return later ? descriptor(entry) : this;
  }

  private ZipBytes descriptor(Entry entry) {
    ByteBuffer descriptor = buffer(24);
    if (entry.descriptorMark) {
      descriptor.putInt(0x08074b50);
    }
    descriptor.putInt((int) entry.crc);
    if (entry.descriptorWidth == 8) {
      descriptor.putLong(entry.data.length).putLong(entry.size);
    } else {
      descriptor.putInt(entry.data.length).putInt((int) entry.size);
    }
    return write(descriptor);
  }

  /** Returns the bytes so far, without a directory. */
  byte[] withoutDirectory() {
    return out.toByteArray();
  }

  byte[] bytes() {
    return bytes(0, entries.size());
  }

  /**
   * Returns the whole zip.
   *
   * @param shift how far the directory says that it lies from where it lies
   * @param stated how many entries the last record says there are
   */
  byte[] bytes(int shift, int stated) {
    int start = out.size();
    if (reversed) {
      Collections.reverse(entries);
    }
    entries.forEach(this::record);
    int size = out.size() - start;
    if (zip64) {
      end64(start, size);
    }
    ByteBuffer end = buffer(22).putInt(0x06054b50).putInt(0);
    if (zip64) {
      end.putInt(-1).putInt(-1).putInt(-1);
    } else {
      end.putShort((short) stated).putShort((short) stated).putInt(size).putInt(start - shift);
    }
    return write(end.putShort((short) 0)).withoutDirectory();
  }

  private void record(Entry entry) {
    ByteBuffer header = buffer(46).putInt(0x02014b50).putShort((short) 45).putShort((short) 45);
    header.putShort((short) entry.flags).putShort((short) entry.method).putInt(0);
    header.putInt((int) entry.crc);
    if (entry.zip64) {
      header.putInt(-1).putInt(-1).putShort((short) entry.name.length).putShort((short) 28);
    } else {
      header.putInt(entry.data.length).putInt((int) entry.size);
      header.putShort((short) entry.name.length).putShort((short) 0);
    }
    header.putLong(0).putShort((short) 0).putInt(entry.zip64 ? -1 : (int) entry.offset);
    write(header).raw(entry.name);
    if (entry.zip64) {
      ByteBuffer extra = buffer(28).putShort((short) 1).putShort((short) 24).putLong(entry.size);
      write(extra.putLong(entry.data.length).putLong(entry.offset));
    }
  }

  private void end64(int start, int size) {
    int position = out.size();
    ByteBuffer end = buffer(56).putInt(0x06064b50).putLong(44).putInt(0).putLong(0);
    end.putLong(entries.size()).putLong(entries.size()).putLong(size).putLong(start);
    write(end);
    write(buffer(20).putInt(0x07064b50).putInt(0).putLong(position).putInt(1));
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private ZipBytes write(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes);
    return raw(bytes);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
