package org.golivecheck.cli.fetch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a file with an RSA private key: PEM with PKCS#8 or, as DocuSign writes it, PKCS#1. */
final class PrivateKeyFile {
  private static final int MAX_BYTES = 64 << 10;
  private static final int MIN_BITS = 2_048;
  private static final String PKCS1 = "RSA PRIVATE KEY";
  private static final String PKCS8 = "PRIVATE KEY";
  private static final Pattern PEM =
      Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----");

  /** The bytes before a PKCS#1 key in PKCS#8: version 0, and that it is an RSA key. */
  private static final byte[] RSA =
      HexFormat.of().parseHex("020100" + "300d06092a864886f70d010101" + "0500");

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;

  private PrivateKeyFile() {}

  /**
   * Reads the key.
   *
   * @throws FetchException if there is none in the file
   */
  static PrivateKey read(Path file, FetchMessages messages) throws FetchException {
    String text =
        new String(
            SecretFile.read(file, "private key file", MAX_BYTES, messages),
            StandardCharsets.US_ASCII);
    Matcher pem = PEM.matcher(text);
    while (pem.find()) {
      String kind = pem.group(1);
      if (kind.equals(PKCS1) && pem.group(2).contains("ENCRYPTED")) {
        throw encrypted(file);
      }
      if (kind.equals(PKCS1) || kind.equals(PKCS8)) {
        return key(kind, pem.group(2), file);
      }
      if (kind.equals("ENCRYPTED PRIVATE KEY")) {
        throw encrypted(file);
      }
    }
    throw failure(
        file, "contains no private key; it must have a line -----BEGIN RSA PRIVATE KEY-----");
  }

  private static PrivateKey key(String kind, String base64, Path file) throws FetchException {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      byte[] pkcs8 = kind.equals(PKCS1) ? element(SEQUENCE, RSA, element(OCTETS, der)) : der;
      PrivateKey key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      int bits = ((RSAKey) key).getModulus().bitLength();
      if (bits < MIN_BITS) {
        throw failure(
            file,
            "contains an RSA key of "
                + bits
                + " bits, which is too short to be safe; generate a key pair of at least "
                + MIN_BITS
                + " bits for the integration");
      }
      return key;
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw failure(file, "contains a private key that is damaged, or not an RSA key");
    }
  }

  /** Writes an element of DER: its type, the length of its content, the content. */
  private static byte[] element(int type, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(type);
    int length = content.size();
    if (length < 0x80) {
      element.write(length);
    } else {
      int bytes = length < 0x100 ? 1 : length < 0x1_0000 ? 2 : 3;
      element.write(0x80 | bytes);
      for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        element.write(length >> shift);
      }
    }
    element.writeBytes(content.toByteArray());
    return element.toByteArray();
  }

  private static FetchException encrypted(Path file) {
    return failure(
        file,
        "is encrypted; write it without a password by openssl rsa -in FILE -out OTHER, and let"
            + " no other user read that file");
  }

  private static FetchException failure(Path file, String message) {
    return new FetchException(
        FetchException.Kind.CONFIGURATION, "the private key file " + file + " " + message);
  }
}
