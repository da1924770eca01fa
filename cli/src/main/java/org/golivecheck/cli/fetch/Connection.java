package org.golivecheck.cli.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The network. Follows no redirect, since the token would be passed on. */
final class Connection {
  /** How many bytes a response may have that is not a log. */
  static final int SMALL = 1 << 20;

  private static final byte[] NOTHING = {};

  /** The body of a response is larger than the limit. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
    final int maxBytes;

    TooLargeException(int maxBytes) {
      super("larger than " + maxBytes + " bytes");
      this.maxBytes = maxBytes;
    }
  }

  private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";
  private static final String USER_AGENT = "golive-check";

  static {
    // Java sends no password to a proxy that tunnels, unless this is set before the first
    // request. They are sent only where the user wrote them into HTTPS_PROXY.
    if (System.getProperty(DISABLED_SCHEMES) == null) {
      System.setProperty(DISABLED_SCHEMES, "");
    }
  }

  private static final String PASSWORD = "GOLIVE_CHECK_TRUST_STORE_PASSWORD";
  private static final String USUAL_PASSWORD = "changeit";
  private static final String PEM = "-----BEGIN CERTIFICATE-----";
  private static final int MAX_STORE_BYTES = 16 << 20;

  private final HttpClient client;
  private final Duration timeout;
  private final @Nullable String proxyAuthorization;

  private Connection(HttpClient client, Duration timeout, @Nullable String proxyAuthorization) {
    this.client = client;
    this.timeout = timeout;
    this.proxyAuthorization = proxyAuthorization;
  }

  /**
   * Prepares the network.
   *
   * @throws FetchException if what the user set up for it cannot be used
   */
  static Connection open(FetchPlan.Network network) throws FetchException {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(network.timeout());
    if (network.trustStore() != null) {
      client.sslContext(trusting(network.trustStore(), network.variables()));
    }
    ProxySettings proxy = ProxySettings.of(network.variables());
    client.proxy(proxy == null ? ProxySelector.getDefault() : proxy);
    return new Connection(
        client.build(), network.timeout(), proxy == null ? null : proxy.authorization());
  }

  /**
   * Sends a request and waits for the whole response.
   *
   * @param maxBytes how many bytes the body of the response may have
   * @throws IOException if no response arrives, or only a part of it
   */
  Reply send(HttpRequest.Builder request, int maxBytes) throws IOException, InterruptedException {
    request.header("User-Agent", USER_AGENT);
    if (proxyAuthorization != null) {
      request.header("Proxy-Authorization", proxyAuthorization);
    }
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request.build(), head -> limited(maxBytes));
    try {
      // The time of the request itself would end with the head of the response.
      return new Reply(sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no response within " + timeout);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      sent.cancel(true);
    }
  }

  /** Keeps a body in memory, up to a limit. */
  private static BodySubscriber<byte[]> limited(int maxBytes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    return BodySubscribers.mapping(
        BodySubscribers.ofByteArrayConsumer(
            part -> {
              byte[] more = part.orElse(NOTHING);
              if (more.length > maxBytes - bytes.size()) {
                throw new UncheckedIOException(new TooLargeException(maxBytes));
              }
              bytes.writeBytes(more);
            }),
        end -> bytes.toByteArray());
  }

  private static IOException failure(@Nullable Throwable cause) {
    if (cause instanceof UncheckedIOException unchecked) {
      return Objects.requireNonNull(unchecked.getCause());
    }
    return cause instanceof IOException failure ? failure : new IOException(cause);
  }

  /**
   * Returns what trusts the certificates in a file and no others.
   *
   * @param variables the environment variables, one of which may contain the password
   * @throws FetchException if it cannot be read or contains no certificate
   */
  static SSLContext trusting(Path file, Map<String, String> variables) throws FetchException {
    byte[] bytes = SecretFile.read(file, "trust store", MAX_STORE_BYTES);
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
        ("the trust store %s contains no certificates that can be read; it must be PEM, "
                + "PKCS#12 or JKS, and its password in the environment variable %s if that is not "
                + "%s")
            .formatted(file, PASSWORD, USUAL_PASSWORD));
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
