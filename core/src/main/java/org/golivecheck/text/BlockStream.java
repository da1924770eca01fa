package org.golivecheck.text;

import java.io.IOException;
import java.io.InputStream;

/** A stream that produces its bytes in blocks. A single byte is read as a block of one. */
public abstract class BlockStream extends InputStream {
  private final byte[] single = new byte[1];

  @Override
  public final int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
  }

  @Override
  public abstract int read(byte[] into, int offset, int length) throws IOException;
}
