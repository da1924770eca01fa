package org.golivecheck.web.jdk.java.nio.channels;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** A temporary file, in memory. */
public class FileChannel extends OutputStream implements WritableByteChannel {
  private byte[] bytes = new byte[1 << 16];
  private int size;

  /**
   * Returns a new file.
   *
   * @throws NoSuchFileException if it is not to be written: there are no other files
   */
  public static FileChannel open(Path path, OpenOption... options) throws IOException {
    if (!List.of(options).contains(StandardOpenOption.WRITE)) {
      throw new NoSuchFileException(path.toString());
    }
    return new FileChannel();
  }

  /** Returns the number of bytes. */
  public long size() {
    return size;
  }

  /** Returns the end of the file, where it is written. */
  public long position() {
    return size;
  }

  /** Goes to the end of the file, where it is written. */
  public FileChannel position(long position) {
    if (position != size) {
      throw new IllegalArgumentException("not the end of the file");
    }
    return this;
  }

  /** Reads from a place. */
  public int read(ByteBuffer into, long from) {
    if (from >= size) {
      return -1;
    }
    int count = (int) Math.min(into.remaining(), size - from);
    into.put(bytes, (int) from, count);
    return count;
  }

  /** Adds bytes. */
  @Override
  public int write(ByteBuffer from) {
    byte[] added = new byte[from.remaining()];
    from.get(added);
    write(added, 0, added.length);
    return added.length;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] added, int from, int count) {
    if (size + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
    }
    System.arraycopy(added, from, bytes, size, count);
    size += count;
  }

  @Override
  public void close() {
    bytes = new byte[0];
    size = 0;
  }
}
