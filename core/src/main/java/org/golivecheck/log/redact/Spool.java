package org.golivecheck.log.redact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.golivecheck.log.redact.RedactedZip.OutputFailure;
import org.golivecheck.text.BlockStream;
import org.jspecify.annotations.Nullable;

/**
 * Stores a log or an entry while it is read twice: in memory, or, if it is large, in a temporary
 * file that only this user may read and that is gone with the process.
 */
public final class Spool extends OutputStream {
  private static final int MOST_IN_MEMORY = 1 << 22;

  private byte[] memory = new byte[1 << 16];
  private int length;
  private @Nullable FileChannel file;

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) {
    if (length + count > MOST_IN_MEMORY) {
      spill();
    }
    if (length + count > memory.length) {
      memory = Arrays.copyOf(memory, Math.max(2 * memory.length, length + count));
    }
    System.arraycopy(bytes, offset, memory, length, count);
    length += count;
  }

  private void spill() {
    try {
      FileChannel target = file;
      if (target == null) {
        target = open();
        file = target;
      }
      ByteBuffer rest = ByteBuffer.wrap(memory, 0, length);
      while (rest.hasRemaining()) {
        target.write(rest);
      }
      length = 0;
    } catch (IOException e) {
      throw new OutputFailure(new IOException("no temporary file: " + e.getMessage(), e));
    }
  }

  private static FileChannel open() throws IOException {
    Path path = Files.createTempFile("golive-check", ".tmp");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Returns a stream of all bytes, which ends where they end now. */
  public InputStream in() {
    InputStream rest = new ByteArrayInputStream(memory, 0, length);
    FileChannel spilled = file;
    if (spilled == null) {
      return rest;
    }
    InputStream start =
        new BlockStream() {
          private long at;

          @Override
          public int read(byte[] bytes, int offset, int count) throws IOException {
            int read = spilled.read(ByteBuffer.wrap(bytes, offset, count), at);
            at += Math.max(read, 0);
            return read;
          }
        };
    return new SequenceInputStream(start, rest);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
