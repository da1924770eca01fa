package org.golivecheck.log.source;

import java.io.InputStream;
import java.util.List;

/**
 * A stream from outside, such as standard input.
 *
 * @param origin the name that it is reported with
 * @param stream its bytes; never closed here
 */
record StreamWork(Origin origin, InputStream stream) implements Work {
  /** A guess that leaves files to other threads. */
  private static final long BYTES = 1 << 26;

  @Override
  public long bytes() {
    return BYTES;
  }

  @Override
  public List<Work> split(EntryReader reader) {
    return List.of(this);
  }

  @Override
  public Cursor open(EntryReader reader) {
    PeekStream in = reader.buffers().peek(reader.buffers().meter().over(stream));
    return new InputCursor(reader, origin, calls -> reader.begin(origin, in, calls), () -> {});
  }
}
