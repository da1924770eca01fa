package org.golivecheck.log.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.golivecheck.text.BlockStream;

/** A layer around a log that is recognised by the bytes that it starts with. */
enum Layer {
  ZIP,
  GZIP,
  UTF8_MARK,
  UTF16_LE,
  UTF16_BE,
  COLOURS,
  NONE;

  private static final byte ESCAPE = 0x1B;

  /** Returns the layer that the first bytes show. */
  static Layer of(byte[] head, int length) {
    if (length >= 4 && isZip(ZipFormat.i32(head, 0))) {
      return ZIP;
    }
    if (GzipStream.starts(head, 0, length)) {
      return GZIP;
    }
    if (starts(head, length, 0xEF, 0xBB, 0xBF)) {
      return UTF8_MARK;
    }
    if (starts(head, length, 0xFF, 0xFE)) {
      return UTF16_LE;
    }
    if (starts(head, length, 0xFE, 0xFF)) {
      return UTF16_BE;
    }
    return hasColours(head, length) ? COLOURS : NONE;
  }

  private static boolean hasColours(byte[] head, int length) {
    for (int i = 0; i < length - 1; i++) {
      if (head[i] == ESCAPE && head[i + 1] == '[') {
        return true;
      }
    }
    return false;
  }

  private static boolean isZip(int signature) {
    return signature == ZipFormat.LOCAL
        || signature == ZipFormat.END
        || signature == ZipFormat.DESCRIPTOR;
  }

  private static boolean starts(byte[] head, int length, int... mark) {
    if (length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the text after a byte order mark as UTF-8, or without colours. Invalid characters
   * become U+FFFD.
   */
  InputStream text(PeekStream in) throws IOException {
    if (this == COLOURS) {
      return new Plain(in);
    }
    if (this == UTF8_MARK) {
      in.take(3);
      return in;
    }
    in.take(2);
    Charset order = this == UTF16_LE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    return Utf16.decode(in, order);
  }

  /** Leaves out the sequences by which a text controls a terminal. */
  private static final class Plain extends BlockStream {
    private final InputStream text;
    private final byte[] bytes = new byte[8192];

    /** What a sequence has so far: nothing, its first byte, or more. */
    private int begun;

    private Plain(InputStream text) {
      this.text = text;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = 0;
      while (count == 0 && length > 0) {
        int read = text.read(bytes, 0, Math.min(length, bytes.length));
        if (read < 0) {
          return -1;
        }
        for (int i = 0; i < read; i++) {
          byte b = bytes[i];
          if (b == ESCAPE) {
            begun = 1;
          } else if (begun == 1 && b == '[') {
            begun = 2;
          } else if (begun == 2) {
            // A line break ends a sequence that is cut off.
            begun = b >= '@' || b == '\n' ? 0 : 2;
            count += b == '\n' ? put(b, into, offset + count) : 0;
          } else {
            begun = 0;
            count += put(b, into, offset + count);
          }
        }
      }
      return count;
    }

    private static int put(byte b, byte[] into, int at) {
      into[at] = b;
      return 1;
    }
  }

  /** Converts text as it comes, so that what is before a fault is read before it is thrown. */
  private static final class Utf16 extends BlockStream {
    private final Reader text;
    private final char[] chars = new char[8192];
    private int kept;
    private byte[] bytes = {};
    private int at;

    private Utf16(Reader text) {
      this.text = text;
    }

    static InputStream decode(PeekStream in, Charset order) {
      return new Utf16(new InputStreamReader(in, order));
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      while (at == bytes.length) {
        int read = text.read(chars, kept, chars.length - kept);
        if (read < 0) {
          return -1;
        }
        int end = kept + read;
        // The other half of a character comes next.
        kept = Character.isHighSurrogate(chars[end - 1]) ? 1 : 0;
        bytes = new String(chars, 0, end - kept).getBytes(StandardCharsets.UTF_8);
        chars[0] = chars[end - 1];
        at = 0;
      }
      int count = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, into, offset, count);
      at += count;
      return count;
    }
  }

  /**
   * Decodes base64 text. Line breaks, blanks, quotes and everything after the padding are skipped.
   */
  static final class Base64 extends BlockStream {
    private static final byte OTHER = -1;
    private static final byte SPACE = -2;
    private static final byte PAD = -3;
    private static final byte[] MEANING = meanings();

    /** The bits of a letter. Without a further letter they do not make a byte. */
    private static final int ALONE = 6;

    private final PeekStream in;
    private final boolean whole;
    private int bits;
    private int bitCount;
    private boolean ended;

    private Base64(PeekStream in, boolean whole) {
      this.in = in;
      this.whole = whole;
    }

    private static byte[] meanings() {
      byte[] table = new byte[256];
      Arrays.fill(table, OTHER);
      String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
      for (int i = 0; i < alphabet.length(); i++) {
        table[alphabet.charAt(i)] = (byte) i;
      }
      for (char c : new char[] {' ', '\t', '\r', '\n', '"'}) {
        table[c] = SPACE;
      }
      table['='] = PAD;
      return table;
    }

    /** Returns the bytes that a text encodes. */
    static InputStream decode(PeekStream text) {
      return new Base64(text, true);
    }

    /** Returns whether bytes, up to their end, can be base64 text. */
    static boolean isBase64(byte[] bytes, int at, int length) {
      int letters = 0;
      boolean padded = false;
      for (int i = at; i < at + length; i++) {
        byte meaning = MEANING[bytes[i] & 0xFF];
        if (meaning == OTHER || (padded && meaning >= 0)) {
          return false;
        }
        padded |= meaning == PAD;
        letters += meaning >= 0 ? 1 : 0;
      }
      return letters >= 4;
    }

    /** Decodes the first bytes of a base64 text. Returns an empty array if they are not base64. */
    static byte[] decodeHead(byte[] head, int length) {
      InputStream text = new ByteArrayInputStream(head, 0, length);
      try (InputStream decoded = new Base64(new PeekStream(length, text), false)) {
        return decoded.readAllBytes();
      } catch (IOException e) {
        return new byte[0];
      }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, into.length);
      if (length == 0) {
        return 0;
      }
      int count = 0;
      while (count == 0 && !ended) {
        int seen = in.ensure(1);
        if (seen == 0) {
          if (whole && bitCount == ALONE) {
            throw EntryFault.truncated("the base64 text stops before its end; get the file again");
          }
          ended = true;
        } else {
          count = decode(into, offset, length, seen);
        }
      }
      return count > 0 ? count : -1;
    }

    private int decode(byte[] into, int offset, int length, int seen) throws IOException {
      byte[] text = in.buffer();
      int from = in.next();
      int at = from;
      int count = 0;
      while (count < length && at < from + seen && !ended) {
        byte meaning = MEANING[text[at++] & 0xFF];
        if (meaning >= 0) {
          bits = bits << 6 | meaning;
          bitCount += 6;
          if (bitCount >= 8) {
            bitCount -= 8;
            into[offset + count++] = (byte) (bits >> bitCount);
          }
        } else if (meaning == PAD) {
          ended = true;
        } else if (meaning == OTHER) {
          throw EntryFault.damaged("the base64 text contains other characters");
        }
      }
      in.take(at - from);
      if (ended) {
        in.drain();
      }
      return count;
    }
  }
}
