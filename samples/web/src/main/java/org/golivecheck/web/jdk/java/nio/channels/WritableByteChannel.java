package org.golivecheck.web.jdk.java.nio.channels;

import java.nio.ByteBuffer;

/** What takes bytes. */
public interface WritableByteChannel {
  /** Adds bytes. */
  int write(ByteBuffer from);
}
