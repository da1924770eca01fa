package org.golivecheck.web.jdk.java.security;

import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The hash SHA-256, by FIPS 180-4. */
public class MessageDigest {
  private static final int BLOCK = 64;
  private static final int LENGTH = 32;
  private static final int[] ROUNDS = new int[BLOCK];
  private static final int[] START = new int[8];

  static {
    // The fractions of the roots of the first primes.
    int found = 0;
    for (int n = 2; found < BLOCK; n++) {
      boolean prime = true;
      for (int d = 2; d * d <= n; d++) {
        prime &= n % d != 0;
      }
      if (prime) {
        if (found < START.length) {
          START[found] = fraction(Math.sqrt(n));
        }
        ROUNDS[found++] = fraction(Math.cbrt(n));
      }
    }
  }

  private final byte[] block = new byte[BLOCK];
  private int[] state = START.clone();
  private long length;

  private static int fraction(double number) {
    return (int) (long) ((number - Math.floor(number)) * 0x1p32);
  }

  /**
   * Returns a new hash.
   *
   * @throws NoSuchAlgorithmException if it is not SHA-256
   */
  public static MessageDigest getInstance(String algorithm) throws NoSuchAlgorithmException {
    if (!algorithm.equals("SHA-256")) {
      throw new NoSuchAlgorithmException(algorithm);
    }
    return new MessageDigest();
  }

  /** Returns the name of the hash. */
  public final String getAlgorithm() {
    return "SHA-256";
  }

  /** Returns the number of bytes of the hash. */
  public final int getDigestLength() {
    return LENGTH;
  }

  /** Adds a byte. */
  public void update(byte value) {
    block[(int) (length++ % BLOCK)] = value;
    if (length % BLOCK == 0) {
      take();
    }
  }

  /** Adds bytes. */
  public void update(byte[] bytes) {
    update(bytes, 0, bytes.length);
  }

  /** Adds bytes. */
  public void update(byte[] bytes, int from, int count) {
    for (int i = from; i < from + count; i++) {
      update(bytes[i]);
    }
  }

  /** Adds bytes and returns the hash. */
  public byte[] digest(byte[] bytes) {
    update(bytes);
    return digest();
  }

  /** Returns the hash and starts again. */
  public byte[] digest() {
    long bits = length * Byte.SIZE;
    update((byte) 0x80);
    while (length % BLOCK != BLOCK - Long.BYTES) {
      update((byte) 0);
    }
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      update((byte) (bits >>> shift));
    }
    byte[] hash = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      hash[i] = (byte) (state[i / 4] >>> (24 - i % 4 * Byte.SIZE));
    }
    reset();
    return hash;
  }

  /** Starts again. */
  public void reset() {
    state = START.clone();
    length = 0;
  }

  private void take() {
    int[] w = new int[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      w[i] =
          i < 16
              ? (block[4 * i] << 24)
                  | (block[4 * i + 1] & 0xff) << 16
                  | (block[4 * i + 2] & 0xff) << 8
                  | (block[4 * i + 3] & 0xff)
              : w[i - 16]
                  + w[i - 7]
                  + (rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ (w[i - 15] >>> 3))
                  + (rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ (w[i - 2] >>> 10));
    }
    int[] s = Arrays.copyOf(state, state.length);
    for (int i = 0; i < BLOCK; i++) {
      int e = s[4];
      int first =
          s[7]
              + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25))
              + ((e & s[5]) ^ (~e & s[6]))
              + ROUNDS[i]
              + w[i];
      int a = s[0];
      int second =
          (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22))
              + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
      System.arraycopy(s, 0, s, 1, s.length - 1);
      s[4] += first;
      s[0] = first + second;
    }
    for (int i = 0; i < s.length; i++) {
      state[i] += s[i];
    }
  }

  private static int rotated(int word, int by) {
    return (word >>> by) | (word << (32 - by));
  }
}
