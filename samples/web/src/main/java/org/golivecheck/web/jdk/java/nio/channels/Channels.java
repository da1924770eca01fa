package org.golivecheck.web.jdk.java.nio.channels;

import java.io.OutputStream;

/** Streams of channels. */
public final class Channels {
  private Channels() {}

  /** Returns a stream that writes a file. */
  public static OutputStream newOutputStream(WritableByteChannel file) {
    return (FileChannel) file;
  }
}
