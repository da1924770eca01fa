package org.golivecheck.web.jdk.java.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Reads characters of a stream. TeaVM's returns 0 at the end of some. */
public class InputStreamReader extends Reader {
  private static final int SIZE = 8192;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.wrap(new byte[SIZE]);
  private boolean ended;
  private boolean flushed;

  /** Creates the reader. */
  public InputStreamReader(InputStream in, String charset) {
    this(in, Charset.forName(charset));
  }

  /** Creates the reader. */
  public InputStreamReader(InputStream in, Charset charset) {
    this.in = in;
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    bytes.flip();
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(new char[Math.max(length, 2)]);
    if (length == 0) {
      return 0;
    }
    chars.limit(length);
    while (chars.position() == 0) {
      if (flushed) {
        return -1;
      }
      decoder.decode(bytes, chars, ended);
      if (chars.position() == 0 && length == 1 && bytes.hasRemaining() && chars.limit() == 1) {
        // A pair of surrogates needs two places.
        fill();
      } else if (chars.position() == 0) {
        if (ended) {
          decoder.flush(chars);
          flushed = true;
        } else {
          fill();
        }
      }
    }
    chars.flip();
    int count = chars.remaining();
    chars.get(into, from, count);
    return count;
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = read < 0;
    bytes.position(bytes.position() + Math.max(read, 0));
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
