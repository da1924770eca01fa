package org.golivecheck.log.redact;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose bytes are kept as they are read. */
public final class CopyingStream extends FilterInputStream {
  private final Spool copy;

  /** Keeps what is read of {@code in}. */
  public CopyingStream(InputStream in, Spool copy) {
    super(in);
    this.copy = copy;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    if (count > 0) {
      copy.write(into, offset, offset + count);
    }
    return count;
  }
}
