package org.golivecheck.cli.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small file that contains a secret. */
final class SecretFile {
  private static final int MAX_KEY_BYTES = 64 << 10;
  private static final int MIN_BITS = 2_048;
  private static final String PKCS1 = "RSA PRIVATE KEY";
  private static final String PKCS8 = "PRIVATE KEY";
  private static final Pattern PEM =
      Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----");

  /** The bytes before a PKCS#1 key in PKCS#8: version 0, and that it is an RSA key. */
  private static final byte[] RSA =
      HexFormat.of().parseHex("020100" + "300d06092a864886f70d010101" + "0500");

  /** The types of DER, each with the sign of a length of two bytes. */
  private static final short SEQUENCE = 0x3082;

  private static final short OCTETS = 0x0482;

  private SecretFile() {}

  /**
   * Reads it, and warns if other users can read it too.
   *
   * @param what what it is, for a message
   * @param maxBytes how large such a file can be
   * @throws FetchException if it cannot be read, or is larger
   */
  static byte[] read(Path file, String what, int maxBytes, LogFetcher.Listener messages)
      throws FetchException {
    byte[] bytes = read(file, what, maxBytes);
    if (isReadableByOthers(file)) {
      messages.warning(
          "other users of this machine can read the %s %s; run chmod 600 on it"
              .formatted(what, file));
    }
    return bytes;
  }

  /** Reads a file that is not secret in the same way. */
  static byte[] read(Path file, String what, int maxBytes) throws FetchException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length <= maxBytes) {
        return bytes;
      }
      throw new FetchException("the " + what + " " + file + " is too large to be one");
    } catch (NoSuchFileException e) {
      throw new FetchException("there is no " + what + " " + file);
    } catch (AccessDeniedException e) {
      throw new FetchException("cannot read the " + what + " " + file + ": permission denied");
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? ": it is a folder" : "";
      throw new FetchException("cannot read the " + what + " " + file + reason);
    }
  }

  private static boolean isReadableByOthers(Path file) {
    Set<PosixFilePermission> permissions;
    try {
      permissions = Files.getPosixFilePermissions(file);
    } catch (IOException | UnsupportedOperationException e) {
      return false; // The system does not say.
    }
    return permissions.contains(PosixFilePermission.GROUP_READ)
        || permissions.contains(PosixFilePermission.OTHERS_READ);
  }

  /**
   * Reads an RSA private key: PEM with PKCS#8 or, as DocuSign writes it, PKCS#1.
   *
   * @throws FetchException if there is none in the file
   */
  static PrivateKey privateKey(Path file, LogFetcher.Listener messages) throws FetchException {
    String text =
        new String(
            read(file, "private key file", MAX_KEY_BYTES, messages), StandardCharsets.US_ASCII);
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
    throw keyFailure(
        file, "contains no private key; it must have a line -----BEGIN RSA PRIVATE KEY-----");
  }

  private static PrivateKey key(String kind, String base64, Path file) throws FetchException {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      byte[] pkcs8 = kind.equals(PKCS1) ? pkcs8(der) : der;
      PrivateKey key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      int bits = ((RSAKey) key).getModulus().bitLength();
      if (bits < MIN_BITS) {
        throw keyFailure(
            file,
            ("contains an RSA key of %s bits, which is too short to be safe; generate a "
                    + "key pair of at least %s bits for the integration")
                .formatted(bits, MIN_BITS));
      }
      return key;
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw keyFailure(file, "contains a private key that is damaged, or not an RSA key");
    }
  }

  /** Wraps a key. Lengths of two bytes are right for all keys that are long enough to be safe. */
  private static byte[] pkcs8(byte[] pkcs1) {
    return ByteBuffer.allocate(8 + RSA.length + pkcs1.length)
        .putShort(SEQUENCE)
        .putShort((short) (RSA.length + 4 + pkcs1.length))
        .put(RSA)
        .putShort(OCTETS)
        .putShort((short) pkcs1.length)
        .put(pkcs1)
        .array();
  }

  private static FetchException encrypted(Path file) {
    return keyFailure(
        file,
        "is encrypted; write it without a password by openssl rsa -in FILE -out OTHER, and let"
            + " no other user read that file");
  }

  private static FetchException keyFailure(Path file, String message) {
    return new FetchException("the private key file " + file + " " + message);
  }
}
