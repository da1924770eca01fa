package org.golivecheck.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.golivecheck.cli.fetch.StubDocuSign.answer;
import static org.golivecheck.cli.fetch.StubDocuSign.error;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.golivecheck.cli.fetch.FetchException.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JwtGrantTest {
  private static final String INTEGRATION = "7c2b8d7e-0000-4000-8000-00000000000a";
  private static final String USER = "9d0f1c22-0000-4000-8000-00000000000b";
  private static final String TOKEN = "POST /oauth/token";

  private final FakeTime time = new FakeTime();
  private final Told told = new Told();
  private final List<FetchedLog> taken = new ArrayList<>();
  private StubDocuSign stub;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    stub = StubDocuSign.start();
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  private LogFetcher fetcher(Path key, @Nullable String redirectUri) throws FetchException {
    Endpoint server = Endpoint.parse(stub.uri(), "it");
    FetchPlan plan =
        new FetchPlan(
            null,
            server,
            null,
            true,
            false,
            false,
            null,
            new FetchPlan.Network(Duration.ofSeconds(20), Map.of(), null, 1 << 21));
    JwtGrant.Settings settings =
        new JwtGrant.Settings(server, INTEGRATION, USER, key, JwtGrant.DEFAULT_SCOPES, redirectUri);
    return LogFetcher.of(plan, new JwtGrant(settings, told), time, told);
  }

  private LogFetcher fetcher() throws FetchException, IOException {
    return fetcher(Keys.writePkcs8(folder.resolve("key")), null);
  }

  @Test
  void getsATokenAndUsesItForAllRequests() throws Exception {
    stub.logging(3);

    fetcher().fetch(taken::add);

    assertThat(taken).hasSize(1);
    assertThat(stub.seen()).filteredOn(TOKEN::equals).hasSize(1);
  }

  @Test
  void signsWhatDocuSignAsksFor() throws Exception {
    stub.logging(3);

    fetcher().fetch(taken::add);

    String form = stub.bodies().get(0);
    String start = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=";
    assertThat(form).startsWith(start);
    String assertion = URLDecoder.decode(form.substring(start.length()), StandardCharsets.UTF_8);
    String[] parts = assertion.split("\\.", -1);
    Base64.Decoder base64 = Base64.getUrlDecoder();
    assertThat(new String(base64.decode(parts[0]), StandardCharsets.UTF_8))
        .isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    assertThat(new String(base64.decode(parts[1]), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"iss\":\""
                + INTEGRATION
                + "\",\"sub\":\""
                + USER
                + "\",\"aud\":\"127.0.0.1\",\"iat\":"
                + time.now.getEpochSecond()
                + ",\"exp\":"
                + (time.now.getEpochSecond() + 3_600)
                + ",\"scope\":\"signature impersonation\"}");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(Keys.PAIR.getPublic());
    signature.update((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(base64.decode(parts[2]))).isTrue();
  }

  @Test
  void getsAnotherTokenBeforeTheFirstExpires() throws Exception {
    stub.logging(3);
    LogFetcher fetcher = fetcher();

    fetcher.fetch(taken::add);
    time.now = time.now.plus(Duration.ofMinutes(54));
    fetcher.fetch(taken::add);
    assertThat(stub.seen()).filteredOn(TOKEN::equals).hasSize(1);
    time.now = time.now.plus(Duration.ofMinutes(2));
    fetcher.fetch(taken::add);

    assertThat(stub.seen()).filteredOn(TOKEN::equals).hasSize(2);
  }

  @Test
  void getsAnotherTokenOnceWhereOneIsRefused() throws Exception {
    stub.logging(3).next("GET " + StubDocuSign.LOGS, error(401, "AUTHORIZATION_INVALID_TOKEN"));

    fetcher().fetch(taken::add);

    assertThat(taken).hasSize(1);
    assertThat(stub.seen()).filteredOn(TOKEN::equals).hasSize(2);
  }

  @Test
  void givesUpWhereTheSecondTokenIsRefusedToo() {
    stub.logging(3)
        .next("GET " + StubDocuSign.LOGS, error(401, "AUTHORIZATION_INVALID_TOKEN"))
        .next("GET " + StubDocuSign.LOGS, error(401, "AUTHORIZATION_INVALID_TOKEN"));

    assertThatThrownBy(() -> fetcher().fetch(taken::add))
        .hasMessageContaining("refuses the access token");
  }

  @Test
  void consentBecomesALinkToOpen() {
    stub.next(TOKEN, answer(400, "{\"error\":\"consent_required\"}"));
    String consent =
        stub.uri()
            + "/oauth/auth?response_type=code&scope=signature%20impersonation&client_id="
            + INTEGRATION
            + "&redirect_uri=https%3A%2F%2Fexample.com%2Fback%3Fa%3D1";

    assertThatThrownBy(
            () ->
                fetcher(Keys.writePkcs8(folder.resolve("key")), "https://example.com/back?a=1")
                    .fetch(taken::add))
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
        .hasMessageContaining("open " + consent + " once and accept");
    assertThat(time.slept).isEmpty();
  }

  @Test
  void withoutARedirectUriTheLinkSaysWhatIsMissing() {
    stub.next(TOKEN, answer(400, "{\"error\":\"consent_required\"}"));

    assertThatThrownBy(() -> fetcher().fetch(taken::add))
        .hasMessageContaining("&redirect_uri=REDIRECT_URI once")
        .hasMessageContaining("or give it with --redirect-uri");
  }

  @ParameterizedTest
  @CsvSource({
    "issuer_not_found, --integration-key",
    "user_not_found, --user-id",
    "invalid_subject, --user-id",
    "no_valid_keys_or_signatures, public key",
    "expired_grant, clock",
    "something_else, 400 invalid_grant",
  })
  void aRefusedGrantTellsWhatToCheck(String description, String words) {
    stub.next(
        TOKEN,
        answer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"" + description + "\"}"));

    assertThatThrownBy(() -> fetcher().fetch(taken::add)).hasMessageContaining(words);
  }

  @Test
  void aFaultOfTheTokenServerIsWaitedFor() throws Exception {
    stub.logging(1).next(TOKEN, answer(503, ""));

    fetcher().fetch(taken::add);

    assertThat(taken).hasSize(1);
    assertThat(time.slept).hasSize(1);
  }

  @Test
  void anAnswerWithoutATokenIsToldOf() {
    stub.next(TOKEN, answer(200, "<html>"));

    assertThatThrownBy(() -> fetcher().fetch(taken::add)).hasMessageContaining("no access token");
  }

  @Test
  void nothingOfTheKeyOrTheTokenIsTold() throws Exception {
    stub.logging(3);

    fetcher().fetch(taken::add);

    assertThat(told.details).isNotEmpty().noneMatch(line -> line.contains(StubDocuSign.TOKEN));
    assertThat(told.details).noneMatch(line -> line.contains("eyJ"));
  }

  @Test
  void keysOfDocuSignAreRead() throws Exception {
    PrivateKey read =
        SecretFile.privateKey(Keys.writePkcs1(Keys.PAIR, folder.resolve("key")), told);

    assertThat(read).isEqualTo(Keys.PAIR.getPrivate());
  }

  @Test
  void aKeyThatIsTooShortIsRefused() throws Exception {
    Path key = Keys.writePkcs1(Keys.generate(1_024), folder.resolve("key"));

    assertThatThrownBy(() -> SecretFile.privateKey(key, told))
        .hasMessageContaining("an RSA key of 1024 bits")
        .hasMessageContaining("at least 2048 bits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------", "rw-r-----", "rw----r--"})
  void aKeyThatOthersCanReadIsWarnedOf(String mode) throws Exception {
    Path key = Keys.writePkcs8(folder.resolve("key"));
    assumeThat(key.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));

    SecretFile.privateKey(key, told);

    assertThat(told.warnings)
        .isEqualTo(
            mode.endsWith("------")
                ? List.of()
                : List.of(
                    "other users of this machine can read the private key file "
                        + key
                        + "; run chmod 600 on it"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "3600.5", "9223372036854775807", "1e400", "\"soon\"", "null"})
  void aTokenIsUsedHoweverLongItIsSaidToLive(String life) throws Exception {
    stub.logging(3)
        .next(
            TOKEN,
            answer(
                200,
                "{\"access_token\":\"" + StubDocuSign.TOKEN + "\",\"expires_in\":" + life + "}"));

    fetcher().fetch(taken::add);

    assertThat(taken).hasSize(1);
  }

  @Test
  void keysWithWindowsLineEndsAndWordsAroundAreRead() throws Exception {
    Path key = Keys.writePkcs8(folder.resolve("key"));
    Files.writeString(
        key, "Bag Attributes\r\n" + Files.readString(key).replace("\n", "\r\n") + "\r\n");

    assertThat(SecretFile.privateKey(key, told)).isEqualTo(Keys.PAIR.getPrivate());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "nothing > contains no private key",
        "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY----- > contains no private key",
        "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY----- > is damaged",
        "-----BEGIN RSA PRIVATE KEY-----AAAA-----END RSA PRIVATE KEY----- > is damaged",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----AAAA-----END ENCRYPTED PRIVATE KEY----- > is"
            + " encrypted",
        "-----BEGIN RSA PRIVATE KEY-----Proc-Type: 4,ENCRYPTED-----END RSA PRIVATE KEY----- > is"
            + " encrypted",
      })
  void aFileThatHoldsNoKeyIsToldOfBeforeAnythingIsAsked(String text, String words)
      throws IOException {
    Path key = Files.writeString(folder.resolve("key"), text);

    assertThatThrownBy(() -> fetcher(key, null))
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
        .hasMessageContaining("the private key file " + key)
        .hasMessageContaining(words);
    assertThat(stub.seen()).isEmpty();
  }
}
