package org.golivecheck.log.source;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.text.BlockStream;
import org.jspecify.annotations.Nullable;

/** Inflates raw deflate data and limits how much they become. */
abstract class InflatedStream extends BlockStream {
  /** The number of bytes after which the ratio is checked. */
  private static final long RATIO_FROM = 1 << 20;

  final Inflater inflater;
  final CRC32 crc = new CRC32();
  private final String data;
  private final int maxRatio;
  PeekStream in;
  Input.@Nullable ByteLimit byteLimit;

  /** How many bytes were taken from the source, and how many came out. */
  long compressed;

  long count;
  private int lent;

  /**
   * Starts before any data.
   *
   * @param inflater an inflater for raw deflate; not ended here
   * @param data what is inflated, for messages
   */
  InflatedStream(PeekStream in, Inflater inflater, String data, ReadLimits limits) {
    this.in = in;
    this.inflater = inflater;
    this.data = data;
    this.maxRatio = limits.maxRatio();
  }

  /** Starts with the next data. */
  final void restart() {
    inflater.reset();
    crc.reset();
    lent = 0;
  }

  /** Returns how many bytes of the data are buffered, at least 1. */
  abstract int visible() throws IOException;

  /** Inflates some bytes, and returns their number, or -1 at the end of the data. */
  final int inflate(byte[] into, int offset, int length) throws IOException {
    while (!inflater.finished()) {
      int read;
      try {
        read = inflater.inflate(into, offset, length);
      } catch (DataFormatException e) {
        throw EntryFault.damaged(data + " are damaged: " + e.getMessage());
      }
      int used = lent - inflater.getRemaining();
      take(used);
      lent -= used;
      if (read > 0) {
        return read;
      }
      if (inflater.needsDictionary()) {
        throw EntryFault.damaged(data + " ask for a dictionary");
      }
      if (!inflater.finished()) {
        lent = visible();
        inflater.setInput(in.buffer(), in.next(), lent);
      }
    }
    return -1;
  }

  /** Takes bytes from the source. */
  final void take(int bytes) {
    in.take(bytes);
    compressed += bytes;
  }

  /** Adds bytes that came out to the checksum, and checks the limits. */
  final void check(byte[] bytes, int offset, int length) throws IOException {
    crc.update(bytes, offset, length);
    count += length;
    if (count > RATIO_FROM && count / Math.max(1, compressed) > maxRatio) {
      throw EntryFault.limit("ratio", maxRatio);
    }
    if (byteLimit != null) {
      byteLimit.take(length);
    }
  }
}
