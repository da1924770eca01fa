package org.golivecheck.log.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Converts UTF-16 text to UTF-8, which readers expect. Invalid characters become U+FFFD. */
final class Utf16Stream extends BlockStream {
  private static final int CHUNK = 8192;

  private final PeekStream in;
  private final CharsetDecoder decoder;
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8));
  private final CharBuffer chars = CharBuffer.allocate(CHUNK);
  private final ByteBuffer bytes = ByteBuffer.allocate(3 * CHUNK).limit(0);
  private boolean ended;

  /**
   * Starts after the byte order mark.
   *
   * @param order UTF-16LE or UTF-16BE
   */
  Utf16Stream(PeekStream in, Charset order) {
    this.in = in;
    this.decoder =
        order
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    while (!bytes.hasRemaining() && !ended) {
      transcode();
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(into, offset, count);
    return count > 0 ? count : -1;
  }

  private void transcode() throws IOException {
    // The longest character has four bytes: with fewer buffered, this is the end of the text.
    int seen = Math.min(in.ensure(4), 2 * CHUNK);
    ended = seen < 4;
    ByteBuffer source = ByteBuffer.wrap(in.buffer(), in.next(), seen);
    decoder.decode(source, chars, ended);
    in.take(seen - source.remaining());
    if (ended) {
      decoder.flush(chars);
    }
    chars.flip();
    bytes.clear();
    encoder.encode(chars, bytes, ended);
    chars.compact();
    bytes.flip();
  }
}
