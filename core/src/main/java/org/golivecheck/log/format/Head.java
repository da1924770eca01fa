package org.golivecheck.log.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * The first bytes of a log.
 *
 * @param bytes a copy of them, at most {@link #BYTES}
 * @param log the whole log, with these bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record Head(byte[] bytes, InputStream log) {
  /** How many bytes are looked at to find a log after other lines, and to recognise its form. */
  public static final int BYTES = 1 << 16;

  /** Looks at the first bytes of a log. */
  public static Head of(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(BYTES);
    return new Head(bytes, new SequenceInputStream(new ByteArrayInputStream(bytes), in));
  }
}
