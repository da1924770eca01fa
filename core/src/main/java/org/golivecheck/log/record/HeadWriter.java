package org.golivecheck.log.record;

import java.io.Writer;

/** Keeps the beginning of a text. */
final class HeadWriter extends Writer {
  private static final int MOST = 1 << 20;

  private final StringBuilder text = new StringBuilder();

  @Override
  public void write(char[] chars, int from, int count) {
    text.append(chars, from, Math.min(count, MOST - text.length()));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
