package org.golivecheck.text;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/** Passes text on to an {@link Appendable}, which is neither flushed nor closed. */
public final class AppendableWriter extends Writer {
  private final Appendable out;

  public AppendableWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    out.append(CharBuffer.wrap(text, offset, length));
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    out.append(text, offset, offset + length);
  }

  @Override
  public void write(int c) throws IOException {
    out.append((char) c);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
