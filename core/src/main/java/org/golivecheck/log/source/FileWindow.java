package org.golivecheck.log.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file from any position on, read in large pieces: neighbouring entries of an
 * archive share one read. Several windows may lie on one channel.
 */
final class FileWindow extends PeekStream {
  private final Meter meter;
  private @Nullable FileChannel channel;
  private long readAt;

  FileWindow(int size, Meter meter) {
    super(size);
    this.meter = meter;
  }

  /** Goes on with another file, at its start. */
  void open(FileChannel file) {
    reset(nullInputStream());
    channel = file;
    readAt = 0;
  }

  /** Goes to a position in the file. */
  void seek(long position) {
    if (!moveInSight(position)) {
      moveTo(position);
      readAt = position;
    }
  }

  @Override
  int refill(byte[] into, int offset, int length) throws IOException {
    if (channel == null) {
      return -1;
    }
    meter.check();
    int count = channel.read(ByteBuffer.wrap(into, offset, length), readAt);
    meter.count(count);
    if (count > 0) {
      readAt += count;
    }
    return count;
  }
}
