package org.golivecheck.web.jdk.javax.crypto;

import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.golivecheck.web.jdk.java.security.Key;
import org.golivecheck.web.jdk.java.security.MessageDigest;

/** HMAC-SHA-256, by RFC 2104. */
public final class Mac {
  private static final int BLOCK = 64;

  private final MessageDigest inner;
  private final MessageDigest outer;
  private byte[] key = new byte[BLOCK];

  private Mac(String algorithm) throws NoSuchAlgorithmException {
    if (!algorithm.equals("HmacSHA256")) {
      throw new NoSuchAlgorithmException(algorithm);
    }
    inner = MessageDigest.getInstance("SHA-256");
    outer = MessageDigest.getInstance("SHA-256");
  }

  /** Returns a new function. */
  public static Mac getInstance(String algorithm) throws NoSuchAlgorithmException {
    return new Mac(algorithm);
  }

  /** Sets the key. */
  public void init(Key secret) {
    byte[] bytes = secret.bytes().length > BLOCK ? inner.digest(secret.bytes()) : secret.bytes();
    key = Arrays.copyOf(bytes, BLOCK);
    start(inner, 0x36);
  }

  private void start(MessageDigest digest, int pad) {
    digest.reset();
    for (byte part : key) {
      digest.update((byte) (part ^ pad));
    }
  }

  /** Adds a byte. */
  public void update(byte value) {
    inner.update(value);
  }

  /** Adds bytes. */
  public void update(byte[] bytes) {
    inner.update(bytes);
  }

  /** Adds bytes and returns the code. */
  public byte[] doFinal(byte[] bytes) {
    update(bytes);
    return doFinal();
  }

  /** Returns the code. */
  public byte[] doFinal() {
    start(outer, 0x5c);
    byte[] code = outer.digest(inner.digest());
    start(inner, 0x36);
    return code;
  }
}
