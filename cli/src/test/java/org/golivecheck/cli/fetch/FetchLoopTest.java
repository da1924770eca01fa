package org.golivecheck.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.golivecheck.cli.fetch.StubDocuSign.LOGS;
import static org.golivecheck.cli.fetch.StubDocuSign.SETTINGS;
import static org.golivecheck.cli.fetch.StubDocuSign.answer;
import static org.golivecheck.cli.fetch.StubDocuSign.error;
import static org.golivecheck.cli.fetch.StubDocuSign.hangUp;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.golivecheck.cli.fetch.FetchException.Kind;
import org.golivecheck.cli.fetch.FetchPlan.Rhythm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FetchLoopTest {
  private static final String HOURLY = "HOURLY_APIINVOCATION_LIMIT_EXCEEDED";

  private final FakeTime time = new FakeTime();
  private final Instant begin = time.now;
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

  /** Fetches every minute for ten minutes. */
  private void run(LogFetcher.Sink sink) throws FetchException {
    Endpoint server = Endpoint.parse(stub.uri(), "it");
    Rhythm rhythm = new Rhythm(Duration.ofMinutes(1), Duration.ofMinutes(10));
    FetchPlan plan =
        new FetchPlan(
            server,
            server,
            null,
            true,
            false,
            false,
            rhythm,
            new FetchPlan.Network(Duration.ofSeconds(20), Map.of(), null, 1 << 21));
    LogFetcher.of(plan, AccessToken.of(StubDocuSign.TOKEN, "it"), time, told).fetch(sink);
  }

  private void run() throws FetchException {
    run(taken::add);
  }

  private int entries() {
    return taken.stream().mapToInt(FetchedLog::entries).sum();
  }

  @Test
  void getsMoreCallsThanOneLogTakes() throws Exception {
    time.meanwhile = () -> stub.calling(30);

    run();

    assertThat(entries()).isEqualTo(300);
    assertThat(taken).hasSize(10);
    assertThat(time.now).isEqualTo(begin.plus(Duration.ofMinutes(10)));
    assertThat(told.warnings).isEmpty();
    assertThat(stub.entries()).isZero();
  }

  @Test
  void asksOnceAMinuteWhereNothingHappens() throws Exception {
    run();

    assertThat(stub.seen()).hasSize(11).containsOnlyOnce("PUT " + SETTINGS);
    assertThat(told.warnings).singleElement().asString().contains("no call was logged");
  }

  @Test
  void tellsThatCallsMayBeMissing() throws Exception {
    time.meanwhile = () -> stub.calling(51);

    run();

    assertThat(entries()).isEqualTo(500);
    assertThat(told.warnings).hasSize(10).allMatch(line -> line.contains("--every 30s"));
  }

  @Test
  void switchesOnWhatSomebodySwitchedOff() throws Exception {
    time.meanwhile = () -> stub.calling(5);
    stub.next(
        "GET " + SETTINGS,
        exchange -> {
          stub.switchOff();
          answer(200, "{\"apiRequestLogging\":\"false\",\"apiRequestLogRemainingEntries\":\"50\"}")
              .to(exchange);
        });

    run();

    assertThat(entries()).isEqualTo(50);
  }

  @Test
  void aLimitInTheMiddleIsWaitedFor() throws Exception {
    time.meanwhile = () -> stub.calling(5);
    String reset = String.valueOf(begin.plus(Duration.ofMinutes(6)).getEpochSecond());
    stub.next("GET " + LOGS, error(400, HOURLY, "X-RateLimit-Reset", reset));

    run();

    assertThat(time.slept).contains(Duration.ofSeconds(5 * 60 + 1));
    assertThat(taken).isNotEmpty();
    assertThat(told.warnings)
        .singleElement()
        .asString()
        .contains("used up its calls of this hour", "after 10:36 UTC", "going on");
    assertThat(stub.entries()).isZero();
  }

  @Test
  void aLongTimeToWaitIsWaitedAsLongAsTheServerSays() throws Exception {
    time.meanwhile = () -> stub.calling(5);
    stub.next("GET " + LOGS, error(429, "", "Retry-After", "150"));

    run();

    assertThat(time.slept).contains(Duration.ofSeconds(150));
    assertThat(stub.entries()).isZero();
  }

  @Test
  void aFullLogIsFetchedThoughItIsNotClearedFirst() throws Exception {
    stub.logging(50);

    run();

    assertThat(entries()).isEqualTo(50);
    assertThat(told.warnings).anyMatch(line -> line.contains("before this run, which are judged"));
    assertThat(stub.isLogging()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {SETTINGS, LOGS})
  void onePageOfAProxyDoesNotEndTheRun(String path) throws Exception {
    time.meanwhile = () -> stub.calling(5);
    stub.next("GET " + path, answer(200, "<html>", "Content-Type", "text/html"));

    run();

    assertThat(entries()).isEqualTo(50);
    assertThat(told.warnings).singleElement().asString().contains("text/html", "going on");
  }

  @Test
  void aLimitThatOutlastsTheRunEndsItWithWhatThereIs() {
    time.meanwhile = () -> stub.calling(5);
    String reset = String.valueOf(begin.plus(Duration.ofHours(1)).getEpochSecond());
    time.meanwhile =
        () -> {
          stub.calling(5);
          if (taken.size() == 3) {
            stub.next(
                "GET " + LOGS,
                error(429, "", "X-RateLimit-Reset", reset, "X-RateLimit-Remaining", "0"));
          }
        };

    assertThatThrownBy(this::run)
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LIMIT));
    assertThat(taken).hasSize(3);
    assertThat(time.now).isEqualTo(begin.plus(Duration.ofMinutes(4)));
    assertThat(stub.entries()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-RateLimit-Remaining", "X-BurstLimit-Remaining"})
  void leavesTheLastCallsToTheIntegration(String header) throws Exception {
    String reset = String.valueOf(begin.plus(Duration.ofMinutes(8)).getEpochSecond());
    stub.header(header, "9").header("X-RateLimit-Limit", "1000").header("X-RateLimit-Reset", reset);

    run();

    boolean hourly = header.startsWith("X-Rate");
    assertThat(time.slept)
        .contains(hourly ? Duration.ofSeconds(7 * 60 + 1) : Duration.ofSeconds(30));
    assertThat(told.warnings).anyMatch(line -> line.contains("few calls left"));
    assertThat(time.now).isEqualTo(begin.plus(Duration.ofMinutes(10)));
  }

  @Test
  void aFaultIsOvercomeInTheNextRound() throws Exception {
    time.meanwhile = () -> stub.calling(1);
    for (int i = 0; i < 4; i++) {
      stub.next("GET " + LOGS, error(503, ""));
    }

    run();

    assertThat(taken).isNotEmpty();
    assertThat(stub.entries()).isZero();
    assertThat(told.warnings).singleElement().asString().contains("503", "going on");
  }

  @Test
  void faultsThatLastEndTheRun() {
    for (int i = 0; i < 100; i++) {
      stub.next("GET " + SETTINGS, i % 2 == 0 ? hangUp() : error(502, ""));
    }

    assertThatThrownBy(this::run).isInstanceOf(FetchException.class);
    assertThat(told.warnings).hasSize(2);
    assertThat(time.now).isBefore(begin.plus(Duration.ofMinutes(5)));
  }

  @Test
  void aRefusalEndsTheRunAtOnce() {
    stub.next("GET " + SETTINGS, error(401, "AUTHORIZATION_INVALID_TOKEN"));

    assertThatThrownBy(this::run).hasMessageContaining("get a new one");
    assertThat(time.now).isEqualTo(begin.plus(Duration.ofMinutes(1)));
  }

  @Test
  void aLogThatCannotBeKeptIsNotCleared() {
    time.meanwhile = () -> stub.calling(5);

    assertThatThrownBy(() -> run(log -> false)).hasMessageContaining("not cleared");
    assertThat(stub.entries()).isEqualTo(5);
  }

  @Test
  void loggingThatCannotBeSwitchedOnEndsTheRun() {
    stub.next("PUT " + SETTINGS, answer(200, "{\"apiRequestLogging\":\"false\"}"));

    assertThatThrownBy(this::run).hasMessageContaining("administrator");
    assertThat(time.slept).isEmpty();
  }

  @Test
  void callsThatAreFetchedTwiceAreHarmless() throws Exception {
    time.meanwhile = () -> stub.calling(2);
    for (int i = 0; i < 4; i++) {
      stub.next("DELETE " + LOGS, error(500, ""));
    }

    run();

    assertThat(entries()).isGreaterThan(20);
    assertThat(stub.entries()).isZero();
  }
}
