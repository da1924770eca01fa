package org.golivecheck.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.golivecheck.cli.fetch.FetchException.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies and certificates: DocuSign's name, through a proxy that leads to this machine. */
final class NetworkTest {
  private static final String PASSWORD = "another password";

  @TempDir private static Path folder;

  private static Path pkcs12;
  private static Path pem;
  private static SSLContext context;

  private final FakeTime time = new FakeTime();
  private final Told told = new Told();
  private final List<FetchedLog> taken = new ArrayList<>();
  private StubDocuSign stub;
  private StubProxy proxy;

  @BeforeAll
  static void makeCertificate() throws Exception {
    pkcs12 = folder.resolve("store.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String line =
        "-genkeypair -alias a -keyalg RSA -keysize 2048 -validity 2 -dname CN=demo.docusign.net"
            + " -ext SAN=dns:demo.docusign.net -storetype PKCS12";
    List<String> command = new ArrayList<>(List.of(keytool.toString()));
    command.addAll(List.of(line.split(" ")));
    command.addAll(List.of("-keystore", pkcs12.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(pkcs12)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    String certificate = Keys.pem("CERTIFICATE", store.getCertificate("a").getEncoded());
    pem = Files.writeString(folder.resolve("ca.pem"), "Our CA\n" + certificate);
  }

  @BeforeEach
  void start() throws IOException {
    stub = StubDocuSign.startSecure(context).logging(3);
    proxy = StubProxy.to(stub.port());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    stub.close();
  }

  private void fetch(String user, @Nullable Path trustStore) throws FetchException {
    fetch(Map.of("HTTPS_PROXY", "http://" + user + "127.0.0.1:" + proxy.port()), trustStore);
  }

  private void fetch(Map<String, String> variables, @Nullable Path trustStore)
      throws FetchException {
    Endpoint server = Endpoint.parse("https://demo.docusign.net", "it");
    Map<String, String> all = new HashMap<>(variables);
    all.put("GOLIVE_CHECK_TRUST_STORE_PASSWORD", PASSWORD);
    FetchPlan.Network network =
        new FetchPlan.Network(Duration.ofSeconds(20), all, trustStore, 1 << 21);
    FetchPlan plan = new FetchPlan(server, server, null, true, false, false, null, network);
    LogFetcher.of(plan, AccessToken.of(StubDocuSign.TOKEN, "it"), time, told).fetch(taken::add);
  }

  @Test
  void goesThroughTheProxyAndTrustsTheGivenCertificate() throws Exception {
    fetch("", pem);

    assertThat(taken).singleElement().extracting(FetchedLog::entries).isEqualTo(3);
    assertThat(proxy.heads())
        .isNotEmpty()
        .allMatch(head -> head.startsWith("CONNECT demo.docusign.net:443 HTTP/1.1"))
        .noneMatch(head -> head.toLowerCase(Locale.ROOT).contains("authorization"));
  }

  @Test
  void trustsAKeyStore() throws Exception {
    fetch("", pkcs12);

    assertThat(taken).hasSize(1);
  }

  @Test
  void showsUserAndPasswordToTheProxyAlone() throws Exception {
    fetch("me:p%40ss+word@", pem);

    // me:p@ss+word
    assertThat(proxy.heads())
        .isNotEmpty()
        .allMatch(head -> head.contains("Proxy-Authorization: Basic bWU6cEBzcyt3b3Jk\r\n"));
    assertThat(stub.headerNames()).isNotEmpty().doesNotContain("Proxy-authorization");
  }

  @Test
  void aCertificateThatIsNotTrustedIsToldOfAtOnce() {
    assertThatThrownBy(() -> fetch("", null)).hasMessageContaining("--trust-store");
    assertThat(stub.seen()).isEmpty();
    assertThat(time.slept).isEmpty();
  }

  @Test
  void aProxyThatWantsAPasswordIsToldOf() {
    proxy.refusal = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic";

    assertThatThrownBy(() -> fetch("", pem)).hasMessageContaining("USER:PASSWORD");
  }

  @Test
  void aProxyThatForbidsIsToldOf() {
    proxy.refusal = "HTTP/1.1 403 Forbidden";

    assertThatThrownBy(() -> fetch("", pem))
        .hasMessageContaining("the proxy does not connect to demo.docusign.net");
    assertThat(time.slept).isEmpty();
  }

  @Test
  void aProxyThatIsNotThereIsToldOf() throws Exception {
    proxy.close();

    assertThatThrownBy(() -> fetch("", pem)).hasMessageContaining("HTTPS_PROXY");
  }

  @ParameterizedTest
  @CsvSource({
    "demo.docusign.net, true",
    "docusign.net, true",
    ".docusign.net, true",
    "*.docusign.net, true",
    "'localhost, DOCUSIGN.NET', true",
    "*, true",
    "docusign.com, false",
    "usign.net, false",
    ".net.example, false",
    "'', false",
    "'.', false",
  })
  void noProxyNamesWhatIsReachedDirectly(String value, boolean direct) throws Exception {
    ProxySettings settings =
        ProxySettings.of(Map.of("https_proxy", "proxy.example.com:8080", "NO_PROXY", value));

    assertThat(settings).isNotNull();
    assertThat(settings.select(URI.create("https://demo.docusign.net/x")).get(0).type())
        .isEqualTo(direct ? Proxy.Type.DIRECT : Proxy.Type.HTTP);
  }

  @Test
  void theLowerCaseGoesFirst() throws Exception {
    assertThat(ProxySettings.of(Map.of("https_proxy", "", "HTTPS_PROXY", "x:1"))).isNull();
  }

  @Test
  void thePropertiesOfJavaGoFirst() throws Exception {
    System.setProperty("https.proxyHost", "proxy.example.com");
    try {
      assertThat(ProxySettings.of(Map.of("https_proxy", "other:1"))).isNull();
    } finally {
      System.clearProperty("https.proxyHost");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://x:1", "https://x:1", "http://", "a b:secret@x"})
  void aProxyThatCannotBeUsedIsToldOfWithoutItsValue(String value) {
    assertThatThrownBy(() -> ProxySettings.of(Map.of("HTTPS_PROXY", value)))
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----",
      })
  void aTrustStoreWithoutCertificatesIsToldOf(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("broken"), text);

    assertThatThrownBy(() -> Connection.trusting(file, Map.of()))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("the trust store " + file);
  }

  @Test
  void aTrustStoreWithAnotherPasswordIsToldOf() {
    assertThatThrownBy(() -> Connection.trusting(pkcs12, Map.of()))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("GOLIVE_CHECK_TRUST_STORE_PASSWORD");
  }
}
