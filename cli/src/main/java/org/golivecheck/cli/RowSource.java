package org.golivecheck.cli;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Sorted rows with one at hand, as merging wants them. */
final class RowSource {
  private static final int BUFFER = 1 << 14;

  private final Iterator<CallRow> rest;
  private CallRow row;

  private RowSource(Iterator<CallRow> rows) {
    this.row = rows.next();
    this.rest = rows;
  }

  /** Returns the rows of a list, which is not empty. */
  static RowSource ofMemory(List<CallRow> rows) {
    return new RowSource(rows.iterator());
  }

  /** Returns rows that were written to a file, at least one. */
  static RowSource ofFile(FileChannel file, long start, long count) {
    return new RowSource(new FileRows(file, start, count));
  }

  /** Returns the row at hand. */
  CallRow row() {
    return row;
  }

  /** Takes the next row in hand; returns false where there is none. */
  boolean advance() {
    if (!rest.hasNext()) {
      return false;
    }
    row = rest.next();
    return true;
  }

  private static final class FileRows implements Iterator<CallRow> {
    private final DataInputStream in;
    private long left;

    FileRows(FileChannel file, long start, long count) {
      in = new DataInputStream(new BufferedInputStream(new Window(file, start), BUFFER));
      left = count;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public CallRow next() {
      if (left == 0) {
        throw new NoSuchElementException();
      }
      left--;
      try {
        return RowCodec.read(in);
      } catch (IOException e) {
        throw new SpillException(e);
      }
    }
  }

  /** Reads on from a position of its own, so that many runs share one file. */
  private static final class Window extends InputStream {
    private final FileChannel file;
    private long position;

    Window(FileChannel file, long start) {
      this.file = file;
      this.position = start;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = file.read(ByteBuffer.wrap(bytes, offset, length), position);
      position += Math.max(read, 0);
      return read;
    }
  }
}
