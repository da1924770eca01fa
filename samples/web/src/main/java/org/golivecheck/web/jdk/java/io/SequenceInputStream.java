package org.golivecheck.web.jdk.java.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;

/** Streams, one after the other. */
public class SequenceInputStream extends InputStream {
  private final Deque<InputStream> rest = new ArrayDeque<>();

  /** Creates the stream of two. */
  public SequenceInputStream(InputStream first, InputStream second) {
    rest.addAll(List.of(first, second));
  }

  /** Creates the stream of many. */
  public SequenceInputStream(Enumeration<? extends InputStream> all) {
    rest.addAll(Collections.list(all));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!rest.isEmpty()) {
      int read = rest.peek().read(bytes, from, length);
      if (read > 0) {
        return read;
      }
      rest.poll().close();
    }
    return -1;
  }

  @Override
  public int available() throws IOException {
    return rest.isEmpty() ? 0 : rest.peek().available();
  }

  @Override
  public void close() throws IOException {
    while (!rest.isEmpty()) {
      rest.poll().close();
    }
  }
}
