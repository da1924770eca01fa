package org.golivecheck.cli.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A file with the certificates to trust: PEM, or a key store of Java. */
final class TrustStore {
  private static final String PASSWORD = "GOLIVE_CHECK_TRUST_STORE_PASSWORD";
  private static final String USUAL_PASSWORD = "changeit";
  private static final String PEM = "-----BEGIN CERTIFICATE-----";
  private static final int MAX_BYTES = 16 << 20;

  private TrustStore() {}

  /**
   * Returns what trusts the certificates in a file and no others.
   *
   * @param variables the environment variables, one of which may contain the password
   * @throws FetchException if it cannot be read or contains no certificate
   */
  static SSLContext context(Path file, Map<String, String> variables) throws FetchException {
    byte[] bytes = SecretFile.read(file, "trust store", MAX_BYTES);
    try {
      KeyStore store =
          new String(bytes, StandardCharsets.ISO_8859_1).contains(PEM)
              ? pem(bytes)
              : KeyStore.getInstance(
                  file.toFile(), variables.getOrDefault(PASSWORD, USUAL_PASSWORD).toCharArray());
      if (store.size() > 0) {
        TrustManagerFactory trust =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
      }
    } catch (IOException | GeneralSecurityException e) {
      // reported below
    }
    throw new FetchException(
        FetchException.Kind.CONFIGURATION,
        "the trust store "
            + file
            + " holds no certificates that can be read; it must be PEM, PKCS#12 or JKS, and its"
            + " password in the environment variable "
            + PASSWORD
            + " if that is not "
            + USUAL_PASSWORD);
  }

  private static KeyStore pem(byte[] bytes) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    for (Certificate certificate : factory.generateCertificates(new ByteArrayInputStream(bytes))) {
      store.setCertificateEntry(String.valueOf(store.size()), certificate);
    }
    return store;
  }
}
