package org.golivecheck.log.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Decodes base64 text. Line breaks, blanks, quotes and everything after the padding are skipped.
 */
final class Base64Stream extends BlockStream {
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

  Base64Stream(PeekStream in) {
    this(in, true);
  }

  private Base64Stream(PeekStream in, boolean whole) {
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
    try (InputStream decoded = new Base64Stream(new PeekStream(length, text), false)) {
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
