package org.golivecheck.cli.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;

/** RSA keys, and how they look in files. */
public final class Keys {
  /** A pair; making one takes a while. */
  public static final KeyPair PAIR = generate(2_048);

  private Keys() {}

  static KeyPair generate(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes the private key as Java, and newer tools, do. */
  public static Path writePkcs8(Path file) throws IOException {
    return Files.writeString(file, pem("PRIVATE KEY", PAIR.getPrivate().getEncoded()));
  }

  /** Writes a private key as DocuSign does. */
  static Path writePkcs1(KeyPair pair, Path file) throws IOException {
    byte[] pkcs8 = pair.getPrivate().getEncoded();
    // Two lengths of four bytes each, the version, and the name of the algorithm.
    byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
    return Files.writeString(file, pem("RSA PRIVATE KEY", pkcs1));
  }

  static String pem(String kind, byte[] der) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
  }
}
