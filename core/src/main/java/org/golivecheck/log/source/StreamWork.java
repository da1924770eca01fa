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
  public List<Work> split(Content content) {
    return List.of(this);
  }

  @Override
  public Cursor open(Content content) {
    PeekStream in = content.buffers().peek(content.buffers().meter().over(stream));
    return new InputCursor(content, origin, calls -> content.begin(origin, in, calls), () -> {});
  }
}
