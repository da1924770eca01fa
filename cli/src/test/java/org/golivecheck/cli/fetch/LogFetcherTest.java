package org.golivecheck.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.golivecheck.cli.fetch.StubDocuSign.LOGS;
import static org.golivecheck.cli.fetch.StubDocuSign.SETTINGS;
import static org.golivecheck.cli.fetch.StubDocuSign.answer;
import static org.golivecheck.cli.fetch.StubDocuSign.error;
import static org.golivecheck.cli.fetch.StubDocuSign.hangUp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.golivecheck.cli.fetch.FetchException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LogFetcherTest {
  private static final FetchPlan.Network NETWORK =
      new FetchPlan.Network(Duration.ofSeconds(20), Map.of(), null, 1 << 21);

  private final FakeTime time = new FakeTime();
  private final Told told = new Told();
  private final List<FetchedLog> taken = new ArrayList<>();
  private StubDocuSign stub;

  @BeforeEach
  void start() throws IOException {
    stub = StubDocuSign.start();
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  private FetchPlan plan(boolean download, boolean clear, boolean start) throws FetchException {
    return new FetchPlan(server(), server(), null, download, clear, start, null, NETWORK);
  }

  private Endpoint server() throws FetchException {
    return Endpoint.parse(stub.uri(), "--base-uri");
  }

  private void fetch(FetchPlan plan) throws FetchException {
    fetch(plan, StubDocuSign.TOKEN);
  }

  private void fetch(FetchPlan plan, String token) throws FetchException {
    LogFetcher.of(plan, AccessToken.of(token, "it"), time, told).fetch(taken::add);
  }

  private FetchException failure(FetchPlan plan) {
    FetchException failure = catchThrowableOfType(FetchException.class, () -> fetch(plan));
    assertThat(failure).isNotNull();
    assertThat(failure.getMessage()).doesNotContain("Secret words", StubDocuSign.TOKEN);
    return failure;
  }

  @ParameterizedTest
  @CsvSource({
    "GET /oauth/userinfo, https://evil.example",
    "GET /oauth/userinfo, https://docusign.net.evil.example",
    "GET /oauth/userinfo, https://evil.example/docusign.net",
    "GET /oauth/userinfo, https://evildocusign.net",
  })
  void aReplyDoesNotChooseWhoElseGetsTheToken(String request, String server) throws Exception {
    stub.next(
        request,
        answer(
            200,
            "{\"accounts\":[{\"account_id\":\"a\",\"is_default\":true,\"base_uri\":\""
                + server
                + "\"}]}"));

    assertThat(failure(new FetchPlan(null, server(), null, true, false, false, null, NETWORK)))
        .hasMessageContaining("is not DocuSign's, so the access token is not sent there")
        .hasMessageContaining("--base-uri https://");
  }

  @ParameterizedTest
  @ValueSource(strings = {SETTINGS, "/oauth/userinfo"})
  void aReplyThatIsNotALogIsSmall(String path) throws Exception {
    byte[] large = new byte[(1 << 20) + 1];
    Arrays.fill(large, (byte) ' ');
    stub.next("GET " + path, StubDocuSign.bytes(large));
    Endpoint server = path.equals(SETTINGS) ? server() : null;

    assertThat(failure(new FetchPlan(server, server(), null, true, false, false, null, NETWORK)))
        .hasMessageContaining("is larger than 1048576 bytes; check --base-uri and --auth-host");
  }

  @Test
  void aLogMayBeLargerButNotThanItsOption() throws Exception {
    stub.logging(1).next("GET " + LOGS, StubDocuSign.bytes(new byte[(1 << 21) + 1]));

    assertThat(failure(plan(true, false, false)))
        .hasMessageContaining("is larger than 2097152 bytes; allow more by --log-bytes");
    assertThat(time.slept).as("it is not asked for again").isEmpty();
  }

  @Test
  void aLogOfTheLargestSizeIsKept() throws Exception {
    byte[] zip = stub.logging(1).zip();
    FetchPlan.Network network =
        new FetchPlan.Network(Duration.ofSeconds(20), Map.of(), null, zip.length);

    fetch(new FetchPlan(server(), server(), null, true, false, false, null, network));

    assertThat(taken).singleElement().extracting(FetchedLog::zip).isEqualTo(zip);
  }

  @Test
  void downloadsTheLogAndLeavesItThere() throws Exception {
    stub.logging(23);

    fetch(plan(true, false, false));

    assertThat(taken).singleElement().extracting(FetchedLog::entries).isEqualTo(23);
    assertThat(taken.get(0).zip()).isEqualTo(stub.zip());
    assertThat(stub.seen()).containsExactly("GET " + SETTINGS, "GET " + LOGS);
    assertThat(told.warnings).containsExactly("the log takes 27 more calls");
  }

  @Test
  void switchesOnAndTellsWhatTheLogTakes() throws Exception {
    fetch(plan(false, false, true));

    assertThat(stub.isLogging()).isTrue();
    assertThat(told.warnings).containsExactly("request logging is on; the log takes 50 more calls");
  }

  @Test
  void clearsAfterTheDownloadAndSwitchesOnAgain() throws Exception {
    stub.logging(60);

    fetch(plan(true, true, true));

    assertThat(taken).singleElement().extracting(FetchedLog::entries).isEqualTo(50);
    assertThat(stub.seen())
        .containsExactly(
            "GET " + SETTINGS,
            "GET " + LOGS,
            "GET " + SETTINGS,
            "DELETE " + LOGS,
            "PUT " + SETTINGS);
    assertThat(told.warnings)
        .containsExactly(
            "the log was full: calls after the last one in it are missing",
            "request logging is on; the log takes 50 more calls");
  }

  @Test
  void doesNotClearWhatIsNotSafe() throws Exception {
    stub.logging(3);
    AccessToken token = AccessToken.of(StubDocuSign.TOKEN, "it");

    LogFetcher.of(plan(true, true, false), token, time, told).fetch(log -> false);

    assertThat(stub.entries()).isEqualTo(3);
  }

  @Test
  void anEmptyAnswerForALogThatHasCallsClearsNothing() throws Exception {
    stub.logging(3);
    for (int i = 0; i < 3; i++) {
      stub.next("GET " + LOGS, answer(200, ""));
    }

    assertThat(stopped(plan(true, true, false)))
        .containsExactly(
            "the settings counted 3 calls, but the log has 0, so it was not cleared; run again");
    assertThat(stub.entries()).isEqualTo(3);
  }

  @Test
  void anArchiveThatIsDamagedClearsNothing() throws Exception {
    byte[] damaged = stub.logging(3).zip();
    damaged[damaged.length / 4] ^= 0x55;
    for (int i = 0; i < 3; i++) {
      stub.next("GET " + LOGS, StubDocuSign.bytes(damaged));
    }

    assertThat(failure(plan(true, true, false))).hasMessageContaining("nothing is cleared");
    assertThat(stub.entries()).isEqualTo(3);
  }

  @Test
  void settingsThatDoNotCountClearNothing() throws Exception {
    String uncounted = "{\"apiRequestLogging\":\"true\"}";
    stub.logging(3)
        .next("GET " + SETTINGS, answer(200, uncounted))
        .next("GET " + SETTINGS, answer(200, uncounted));

    assertThat(stopped(plan(true, true, false)))
        .containsExactly(
            "the settings do not say how many calls were logged; the log has 3, so it was not"
                + " cleared; run again");
    assertThat(stub.entries()).isEqualTo(3);
  }

  @Test
  void aLogThatAnotherRunClearedIsIncomplete() throws Exception {
    stub.logging(20)
        .next(
            "GET " + LOGS,
            exchange -> {
              byte[] zip = stub.zip();
              stub.clear().calling(2);
              StubDocuSign.bytes(zip).to(exchange);
            });

    assertThat(stopped(plan(true, true, false)))
        .singleElement()
        .asString()
        .contains("the log had 20 calls, then 2: somebody else cleared it");
    assertThat(taken).singleElement().extracting(FetchedLog::entries).isEqualTo(20);
    assertThat(stub.entries()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "99999999999"})
  void aTimeToWaitThatMakesNoSenseIsIgnored(String seconds) throws Exception {
    stub.logging(2).next("GET " + LOGS, error(429, "", "Retry-After", seconds));

    fetch(plan(true, false, false));

    assertThat(taken).hasSize(1);
    assertThat(time.slept).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void anHourThatBeginsBeyondAnyCalendarBeginsOnTheHour() {
    Reply.Limits limits =
        new Reply.Limits(
            OptionalLong.empty(), OptionalLong.of(0), Instant.MAX, OptionalLong.empty());

    assertThat(limits.pause(time.now)).isEqualTo(Duration.ofSeconds(30 * 60 + 1));
  }

  private List<String> stopped(FetchPlan plan) throws FetchException {
    List<String> reasons = new ArrayList<>();
    LogFetcher.Sink sink =
        new LogFetcher.Sink() {
          @Override
          public boolean take(FetchedLog log) {
            return taken.add(log);
          }

          @Override
          public void stopped(String reason) {
            reasons.add(reason);
          }
        };
    LogFetcher.of(plan, AccessToken.of(StubDocuSign.TOKEN, "it"), time, told).fetch(sink);
    return reasons;
  }

  @Test
  void aFullLogTakesNothingUntilItIsCleared() throws Exception {
    stub.logging(50)
        .next(
            "PUT " + SETTINGS,
            answer(
                200, "{\"apiRequestLogging\":\"True\",\"apiRequestLogRemainingEntries\":\"-2\"}"));

    fetch(plan(false, false, true));

    assertThat(told.warnings)
        .containsExactly("the log is full and takes no call until it is empty; add --clear");
  }

  @Test
  void aFullLogThatWasDownloadedIsToldOf() throws Exception {
    stub.logging(50);

    fetch(plan(true, false, false));

    assertThat(told.warnings)
        .singleElement()
        .asString()
        .contains("off, since the log is full", "--clear", "--start");
  }

  @Test
  void loggingThatIsOffIsToldOf() throws Exception {
    fetch(plan(true, false, false));

    assertThat(taken).isEmpty();
    assertThat(told.warnings).singleElement().asString().contains("contains no call", "--start");
  }

  @Test
  void anEmptyLogThatIsOnAsksForTheUser() throws Exception {
    stub.logging(0).next("GET " + LOGS, answer(204, ""));

    fetch(plan(true, true, false));

    assertThat(taken).isEmpty();
    assertThat(told.warnings).singleElement().asString().contains("as this user");
  }

  @Test
  void refusalToSwitchOnIsToldOf() throws Exception {
    stub.next("PUT " + SETTINGS, answer(200, "{\"apiRequestLogging\":\"false\"}"));

    fetch(plan(false, false, true));

    assertThat(told.warnings).singleElement().asString().contains("administrator");
  }

  @Test
  void findsTheServerOfTheAccount() throws Exception {
    stub.logging(1);

    fetch(new FetchPlan(null, server(), null, true, false, false, null, NETWORK));
    fetch(new FetchPlan(null, server(), "MINE", true, false, false, null, NETWORK));

    assertThat(taken).hasSize(2);
    assertThat(stub.seen()).contains("GET /oauth/userinfo");
  }

  @Test
  void anAccountThatIsNotTheUsersIsNamed() throws Exception {
    FetchPlan plan = new FetchPlan(null, server(), "nobodys", true, false, false, null, NETWORK);

    assertThat(failure(plan)).hasMessageContaining("not a member of the account nobodys");
  }

  @Test
  void anExpiredTokenIsNotTriedAgain() throws Exception {
    assertThatThrownBy(() -> fetch(plan(true, true, true), "expired"))
        .hasMessageContaining("refuses the access token (401 AUTHORIZATION_INVALID_TOKEN)")
        .hasMessageContaining("get a new one")
        .hasMessageNotContaining("expired-");
    assertThat(stub.seen()).hasSize(1);
    assertThat(time.slept).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "401, USER_LACKS_PERMISSIONS, REFUSED, account administrator",
    "400, USER_LACKS_PERMISSIONS, REFUSED, account administrator",
    "403, '', REFUSED, account administrator",
    "404, '', REFUSED, --base-uri",
    "302, '', REFUSED, --base-uri",
    "400, INVALID_REQUEST_PARAMETER, REFUSED, 400 INVALID_REQUEST_PARAMETER",
    "400, <b>x, REFUSED, refuses (400)",
  })
  void aRefusalTellsWhomToAsk(int status, String code, Kind kind, String words) throws Exception {
    stub.next("GET " + SETTINGS, error(status, code));

    FetchException failure = failure(plan(true, true, true));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageContaining(words);
    assertThat(time.slept).isEmpty();
  }

  @Test
  void theTraceTokenIsToldForSupport() throws Exception {
    stub.next("GET " + SETTINGS, error(400, "X_Y", "X-DocuSign-TraceToken", "1234abcd-00"));

    assertThat(failure(plan(true, false, false)))
        .hasMessageContaining("400 X_Y, trace token 1234abcd-00");
  }

  @Test
  void errorsInXmlAreRead() throws Exception {
    stub.next(
        "GET " + LOGS,
        answer(400, "<errorDetails><errorCode>USER_LACKS_PERMISSIONS</errorCode></errorDetails>"));

    assertThat(failure(plan(true, false, false))).hasMessageContaining("administrator");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 444, 408})
  void aFaultIsWaitedFor(int status) throws Exception {
    stub.logging(2).next("GET " + LOGS, error(status, "")).next("GET " + LOGS, error(status, ""));

    fetch(plan(true, false, false));

    assertThat(taken).hasSize(1);
    assertThat(time.slept).hasSize(2);
    assertThat(time.slept.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_500));
    assertThat(time.slept.get(1)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
  }

  @Test
  void aFaultThatLastsEndsTheRun() throws Exception {
    for (int i = 0; i < 4; i++) {
      stub.next("GET " + SETTINGS, error(503, ""));
    }

    FetchException failure = failure(plan(true, true, true));

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("503").hasMessageContaining("later");
    assertThat(stub.seen()).hasSize(4);
  }

  @Test
  void aBurstLimitIsWaitedFor() throws Exception {
    stub.logging(2)
        .next("GET " + LOGS, error(400, "BURST_APIINVOCATION_LIMIT_EXCEEDED"))
        .next("GET " + LOGS, error(429, "", "Retry-After", "7"));

    fetch(plan(true, false, false));

    assertThat(taken).hasSize(1);
    assertThat(time.slept).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(7));
  }

  @Test
  void anHourlyLimitThatEndsSoonIsWaitedFor() throws Exception {
    String reset = String.valueOf(time.now.plusSeconds(40).getEpochSecond());
    stub.logging(2)
        .next(
            "GET " + LOGS,
            error(400, "HOURLY_APIINVOCATION_LIMIT_EXCEEDED", "X-RateLimit-Reset", reset));

    fetch(plan(true, false, false));

    assertThat(taken).hasSize(1);
    assertThat(time.slept).containsExactly(Duration.ofSeconds(41));
  }

  @Test
  void anHourlyLimitEndsTheRunAndTellsUntilWhen() throws Exception {
    stub.logging(2).next("GET " + LOGS, error(400, "HOURLY_APIINVOCATION_LIMIT_EXCEEDED"));

    FetchException failure = failure(plan(true, true, true));

    assertThat(failure.kind()).isEqualTo(Kind.LIMIT);
    assertThat(failure).hasMessageContaining("fetch after 11:00 UTC");
    assertThat(stub.entries()).isEqualTo(2);
    assertThat(time.slept).isEmpty();
  }

  @Test
  void aConnectionThatEndsIsTriedAgain() throws Exception {
    stub.logging(2).next("GET " + LOGS, hangUp()).next("GET " + LOGS, hangUp());

    fetch(plan(true, false, false));

    assertThat(taken).hasSize(1);
  }

  @Test
  void aConnectionThatAlwaysEndsIsToldOf() throws Exception {
    for (int i = 0; i < 20; i++) {
      stub.next("GET " + SETTINGS, hangUp());
    }

    FetchException failure = failure(plan(true, true, true));

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("broke off").hasMessageContaining("tried 4 times");
  }

  @Test
  void aConnectionThatIsResetIsToldOf() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> resetAll(server));
      thread.setDaemon(true);
      thread.start();
      Endpoint reset = Endpoint.parse("http://127.0.0.1:" + server.getLocalPort(), "it");

      assertThat(failure(new FetchPlan(reset, reset, null, true, false, false, null, NETWORK)))
          .hasMessageContaining("tried 4 times");
    }
  }

  private static void resetAll(ServerSocket server) {
    while (true) {
      try (Socket socket = server.accept()) {
        socket.getInputStream().read();
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        return;
      }
    }
  }

  @Test
  void aServerThatIsNotThereIsToldOf() throws Exception {
    Endpoint gone = server();
    stub.close();

    assertThat(failure(new FetchPlan(gone, gone, null, true, false, false, null, NETWORK)))
        .hasMessageContaining("cannot connect to " + gone.host());
  }

  @Test
  void aHostThatDoesNotExistIsToldOfAtOnce() throws Exception {
    Endpoint none = Endpoint.parse("https://docusign.invalid", "it");

    assertThat(failure(new FetchPlan(none, none, null, true, false, false, null, NETWORK)))
        .hasMessageContaining("cannot find the host docusign.invalid");
    assertThat(time.slept).isEmpty();
  }

  @Test
  void anAnswerThatDoesNotEndIsGivenUp() throws Exception {
    stub.next(
        "GET " + SETTINGS,
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
        });
    Duration timeout = Duration.ofMillis(500);
    FetchPlan plan =
        new FetchPlan(
            server(),
            server(),
            null,
            false,
            false,
            true,
            null,
            new FetchPlan.Network(timeout, Map.of(), null, 1 << 21));
    stub.next("PUT " + SETTINGS, answer(200, ""));

    fetch(plan);

    assertThat(told.details).anyMatch(line -> line.contains("did not answer in time"));
    assertThat(stub.isLogging()).isFalse();
  }

  @Test
  void aDownloadThatBreaksOffIsTriedAgain() throws Exception {
    stub.logging(9);
    byte[] part = Arrays.copyOf(stub.zip(), 500);
    stub.next("GET " + LOGS, StubDocuSign.cutOff(part))
        .next("GET " + LOGS, StubDocuSign.bytes(part));

    fetch(plan(true, true, false));

    assertThat(taken).singleElement().extracting(FetchedLog::entries).isEqualTo(9);
    assertThat(stub.entries()).isZero();
  }

  @Test
  void aDownloadThatAlwaysBreaksOffClearsNothing() throws Exception {
    stub.logging(9);
    byte[] zip = stub.zip();
    for (int i = 0; i < 3; i++) {
      stub.next("GET " + LOGS, StubDocuSign.bytes(Arrays.copyOf(zip, zip.length - 1)));
    }

    FetchException failure = failure(plan(true, true, true));

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("ends too soon").hasMessageContaining("not");
    assertThat(stub.entries()).isEqualTo(9);
    assertThat(taken).isEmpty();
  }

  @Test
  void aPageInPlaceOfTheZipIsToldOf() throws Exception {
    stub.next("GET " + LOGS, answer(200, "<html>Sign in", "Content-Type", "text/html; charset=x"));

    assertThat(failure(plan(true, true, false)))
        .hasMessageContaining("sends no zip but text/html; check --base-uri");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Sign in", "{}", ""})
  void aPageInPlaceOfTheSettingsIsToldOf(String page) throws Exception {
    stub.next("GET " + SETTINGS, answer(200, page));

    assertThat(failure(plan(true, true, true)))
        .hasMessageContaining("sends no settings of request logging; check --base-uri");
    assertThat(stub.seen()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "demo.docusign.net, https://demo.docusign.net",
    "https://demo.docusign.net/restapi/, https://demo.docusign.net",
    "HTTPS://na3.docusign.net:443, https://na3.docusign.net:443",
    "http://localhost:8080, http://localhost:8080",
    "http://[::1]:8080, http://[::1]:8080",
  })
  void servers(String typed, String uri) throws FetchException {
    assertThat(Endpoint.parse(typed, "--base-uri").uri()).hasToString(uri);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://demo.docusign.net",
        "http://127.0.0.1.example.com",
        "ftp://demo.docusign.net",
        "https://user:secret@demo.docusign.net",
        "",
        "https://",
        "a b",
      })
  void aSecretIsSentNowhereElse(String typed) {
    assertThatThrownBy(() -> Endpoint.parse(typed, "--base-uri"))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("--base-uri");
  }

  @Test
  void aTokenNeverShows() throws FetchException {
    assertThat(AccessToken.of("  bearer abc \n", "it")).hasToString("[token]");
    assertThat(AccessToken.of("  bearer abc \n", "it").authorization()).isEqualTo("Bearer abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "Bearer ", "abc\r\nX: y", "abc def", "caf\u00e9"})
  void whatCannotBeATokenIsRefused(String text) {
    assertThatThrownBy(() -> AccessToken.of(text, "it"))
        .isInstanceOf(FetchException.class)
        .hasMessageStartingWith("it ")
        .hasMessageNotContaining("abc");
  }
}
