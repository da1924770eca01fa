package org.golivecheck.log.redact;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
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
import org.jspecify.annotations.Nullable;

/**
 * Stores an entry while it is read twice: in memory, or, if it is large, in a temporary file that
 * only this user may read and that is gone with the process. Reused from entry to entry.
 */
public final class Spool implements Closeable {
  private static final int MOST_IN_MEMORY = 1 << 22;

  private byte[] memory = new byte[1 << 16];
  private int length;
  private @Nullable FileChannel file;

  /** Takes bytes as they come. */
  @FunctionalInterface
  public interface Reader {
    /** Takes the bytes in {@code [from, to)}. */
    void read(byte[] bytes, int from, int to);
  }

  /** Discards the entry. */
  public void clear() {
    length = 0;
    if (file != null) {
      try {
        file.truncate(0);
      } catch (IOException e) {
        throw new OutputFailure(e);
      }
    }
  }

  /** Adds bytes. */
  public void write(byte[] bytes, int from, int to) {
    int count = to - from;
    if (length + count > MOST_IN_MEMORY) {
      spill();
    }
    if (length + count > memory.length) {
      memory = Arrays.copyOf(memory, Math.max(2 * memory.length, length + count));
    }
    System.arraycopy(bytes, from, memory, length, count);
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

  /** Returns a stream that writes here. */
  OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int count) {
        Spool.this.write(bytes, offset, offset + count);
      }
    };
  }

  /** Returns a stream of all bytes, which ends where they end now. */
  InputStream in() {
    InputStream rest = new ByteArrayInputStream(memory, 0, length);
    FileChannel spilled = file;
    if (spilled == null) {
      return rest;
    }
    InputStream start =
        new InputStream() {
          private long at;

          @Override
          public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
          }

          @Override
          public int read(byte[] bytes, int offset, int count) throws IOException {
            int read = spilled.read(ByteBuffer.wrap(bytes, offset, count), at);
            at += Math.max(read, 0);
            return read;
          }
        };
    return new SequenceInputStream(start, rest);
  }

  /** Hands on all bytes in order. */
  public void replay(Reader reader) {
    if (file != null) {
      replay(file, reader);
    }
    reader.read(memory, 0, length);
  }

  private static void replay(FileChannel file, Reader reader) {
    byte[] bytes = new byte[1 << 16];
    try {
      long at = 0;
      for (int count = 0; count >= 0; at += count) {
        reader.read(bytes, 0, count);
        count = file.read(ByteBuffer.wrap(bytes), at);
      }
    } catch (IOException e) {
      throw new OutputFailure(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
