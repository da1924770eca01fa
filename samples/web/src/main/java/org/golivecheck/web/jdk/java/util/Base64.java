package org.golivecheck.web.jdk.java.util;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Base64 as in Java, which refuses what is no Base64. */
public final class Base64 {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final String URL = PLAIN.replace('+', '-').replace('/', '_');

  private Base64() {}

  /** Returns an encoder. */
  public static Encoder getEncoder() {
    return new Encoder(PLAIN, true);
  }

  /** Returns an encoder for URLs. */
  public static Encoder getUrlEncoder() {
    return new Encoder(URL, true);
  }

  /** Returns a decoder. */
  public static Decoder getDecoder() {
    return new Decoder(PLAIN, false);
  }

  /** Returns a decoder of what is in URLs. */
  public static Decoder getUrlDecoder() {
    return new Decoder(URL, false);
  }

  /** Returns a decoder that skips other characters. */
  public static Decoder getMimeDecoder() {
    return new Decoder(PLAIN, true);
  }

  /** Encodes. */
  public static final class Encoder {
    private final String alphabet;
    private final boolean padded;

    private Encoder(String alphabet, boolean padded) {
      this.alphabet = alphabet;
      this.padded = padded;
    }

    /** Returns the encoder that adds no equal signs. */
    public Encoder withoutPadding() {
      return new Encoder(alphabet, false);
    }

    /** Encodes bytes. */
    public String encodeToString(byte[] bytes) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < bytes.length; i += 3) {
        int bits = bits(bytes, i) << 16 | bits(bytes, i + 1) << 8 | bits(bytes, i + 2);
        for (int k = 0; k < 4; k++) {
          if (i + k <= bytes.length) {
            text.append(alphabet.charAt(bits >> (18 - 6 * k) & 63));
          } else if (padded) {
            text.append('=');
          }
        }
      }
      return text.toString();
    }

    private static int bits(byte[] bytes, int at) {
      return at < bytes.length ? bytes[at] & 0xff : 0;
    }
  }

  /** Decodes. */
  public static final class Decoder {
    private final int[] values = new int[256];
    private final boolean skips;

    private Decoder(String alphabet, boolean skips) {
      this.skips = skips;
      Arrays.fill(values, -1);
      for (int i = 0; i < alphabet.length(); i++) {
        values[alphabet.charAt(i)] = i;
      }
    }

    /** Decodes a text. */
    public byte[] decode(String text) {
      return decode(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Decodes a text. */
    public byte[] decode(byte[] text) {
      if (text.length == 1 && !(skips && values[text[0] & 0xff] < 0)) {
        throw new IllegalArgumentException("Input byte[] should at least have 2 bytes");
      }
      byte[] bytes = new byte[text.length / 4 * 3 + 3];
      int count = 0;
      int bits = 0;
      int digits = 0;
      int at = 0;
      while (at < text.length) {
        int c = text[at++] & 0xff;
        if (c == '=') {
          if (digits == 0 || (digits == 2 && (at == text.length || text[at++] != '='))) {
            throw new IllegalArgumentException("Input byte array has wrong 4-byte ending unit");
          }
          break;
        }
        if (values[c] >= 0) {
          bits = bits << 6 | values[c];
          if (++digits == 4) {
            bytes[count++] = (byte) (bits >> 16);
            bytes[count++] = (byte) (bits >> 8);
            bytes[count++] = (byte) bits;
            digits = 0;
            bits = 0;
          }
        } else if (!skips) {
          throw new IllegalArgumentException("Illegal base64 character " + Integer.toString(c, 16));
        }
      }
      if (digits == 1) {
        throw new IllegalArgumentException("Last unit does not have enough valid bits");
      }
      if (digits >= 2) {
        bytes[count++] = (byte) (digits == 2 ? bits >> 4 : bits >> 10);
      }
      if (digits == 3) {
        bytes[count++] = (byte) (bits >> 2);
      }
      while (at < text.length) {
        if (!skips || values[text[at++] & 0xff] >= 0) {
          throw new IllegalArgumentException("Input byte array has incorrect ending byte at " + at);
        }
      }
      return Arrays.copyOf(bytes, count);
    }
  }
}
