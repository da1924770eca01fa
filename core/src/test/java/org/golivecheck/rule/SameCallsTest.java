package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collector;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.Client;
import org.golivecheck.call.Identity;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.rule.ReviewSettings.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs that show the same calls without a common trace token. */
final class SameCallsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String ENVELOPE = CallLog.ACCOUNT + CallLog.envelope(7);
  private static final String PATH = ENVELOPE.substring("https://demo.docusign.net".length());

  private final List<ApiCall> calls = new ArrayList<>();

  private static ApiCall.Builder call(double seconds, String url, String source) {
    Instant time = NOON.plusMillis(Math.round(seconds * 1000));
    return ApiCall.builder(time, "GET", url, 200).source(source);
  }

  private SameCallsTest add(double seconds, String source) {
    calls.add(call(seconds, ENVELOPE, source).build());
    return this;
  }

  private GoLiveReport review() {
    return calls.stream().collect(collector());
  }

  private List<String> sources() {
    return review().window().calls().stream().map(call -> call.source().toString()).toList();
  }

  @Test
  void nearCallsOfTwoLogsAreOne() {
    add(0, "app.log:1").add(0.9, "proxy.log:1");

    assertThat(sources()).containsExactly("app.log:1");
    assertThat(review().calls().duplicates()).isEqualTo(1);
    assertThat(review().findings()).noneMatch(finding -> finding.rule().equals("PL-001"));
    assertThat(review().notes())
        .contains(
            "1 call was taken for copies without a trace token: another log has the same method,"
                + " URL and status within a second.");
  }

  @Test
  void callsMoreThanASecondApartAreTwo() {
    add(0, "app.log:1").add(1.001, "proxy.log:1");

    assertThat(sources()).hasSize(2);
  }

  @Test
  void callsOfOneLogAreNeverOne() {
    add(0, "app.log:1").add(0, "app.log:12").add(5, "a/1.txt").add(5, "a/2.txt");
    add(9, "a.zip!1.txt").add(9, "a.zip!2.txt");

    assertThat(sources()).hasSize(6);
  }

  @Test
  void theNearestPairsAreJoined() {
    add(0, "app.log:1").add(0.1, "app.log:2").add(0.15, "proxy.log:1").add(0.9, "proxy.log:2");

    assertThat(sources()).containsExactly("app.log:1", "app.log:2");
  }

  @Test
  void severalLogsOfOneCallAreOne() {
    add(0, "app.log:1").add(0.2, "proxy.log:1").add(0.5, "x.har:1").add(0.95, "app.log:2");

    assertThat(sources()).containsExactly("app.log:1", "app.log:2");
  }

  @Test
  void theRowWithATokenStaysAndLearnsWhatTheOtherShows() {
    calls.add(
        ApiCall.builder(NOON, "GET", PATH, 404)
            .source("proxy.log:1")
            .traceToken("t1")
            .error(ApiError.EMPTY)
            .build());
    calls.add(
        ApiCall.builder(NOON.minusMillis(400), "GET", ENVELOPE, 404)
            .source("app.log:1")
            .client(new Client("my app", null, null, null, null))
            .legacyAuthentication(true)
            .error(new ApiError("ENVELOPE_DOES_NOT_EXIST", "no", BodyForm.DOCUSIGN, null, ""))
            .build());
    GoLiveReport review = review();

    assertThat(review.window().calls()).hasSize(1);
    assertThat(review.window().calls().get(0).source().toString()).isEqualTo("proxy.log:1");
    assertThat(String.valueOf(review.window().calls().get(0).errorCode()))
        .isEqualTo("ENVELOPE_DOES_NOT_EXIST");
    assertThat(review.findings()).anyMatch(finding -> finding.rule().equals("GL-011"));
    assertThat(review.findings()).anyMatch(finding -> finding.rule().equals("ER-not-found"));
  }

  static Stream<Arguments> copies() {
    ApiCall.Builder first = call(0, ENVELOPE, "a.zip!1").traceToken("t");
    return Stream.of(
            call(1, ENVELOPE, "a.zip!1"),
            ApiCall.builder(NOON, "PUT", ENVELOPE, 200).source("a.zip!1"),
            call(0, ENVELOPE.replace("demo.", "eu."), "a.zip!1"),
            call(0, ENVELOPE + "/recipients", "a.zip!1"),
            ApiCall.builder(NOON, "GET", ENVELOPE, 201).source("a.zip!1"),
            call(0, ENVELOPE, "a.zip!2"),
            call(-9, ENVELOPE, "a.zip!1").gaps(Set.of(Gap.TIME)))
        .map(later -> Arguments.of(first.build(), later.traceToken("T").build()));
  }

  @ParameterizedTest
  @MethodSource("copies")
  void ofCallsWithOneTokenTheFirstStaysInWhateverOrderTheyAreRead(ApiCall first, ApiCall later) {
    for (List<ApiCall> order : List.of(List.of(first, later), List.of(later, first))) {
      GoLiveReport review = order.stream().collect(collector());

      assertThat(review).isEqualTo(Stream.of(first, first).collect(collector()));
    }
  }

  private static Collector<ApiCall, ?, GoLiveReport> collector() {
    return GoLiveCheck.withDefaults().collector();
  }

  @Test
  void tokensWithOneHashAreDifferentCalls() {
    for (int i = 0; i < 16; i++) {
      // The hash is of the sum of the halves, one of them turned.
      UUID token = i % 2 == 0 ? new UUID(1, 0) : new UUID(0, 1L << 32);
      calls.add(call(i, ENVELOPE, "a.zip!" + i).traceToken(token.toString()).build());
    }

    assertThat(sources()).containsExactly("a.zip!0", "a.zip!1");
  }

  @Test
  void differentTokensAreDifferentCalls() {
    calls.add(call(0, ENVELOPE, "app.log:1").traceToken("t1").build());
    calls.add(call(0, ENVELOPE, "proxy.log:1").traceToken("t2").build());
    add(0.1, "third.log:1");

    assertThat(sources()).hasSize(2);
  }

  @Test
  void methodPathQueryAndStatusMustBeTheSameButNotTheHost() {
    add(0, "app.log:1");
    calls.add(call(0, PATH, "c.log:1").build());
    calls.add(call(0, PATH + "?include=tabs", "d.log:1").build());
    calls.add(ApiCall.builder(NOON, "PUT", ENVELOPE, 200).source("e.log:1").build());
    calls.add(ApiCall.builder(NOON, "GET", ENVELOPE, 204).source("f.log:1").build());

    assertThat(sources()).containsExactlyInAnyOrder("c.log:1", "d.log:1", "e.log:1", "f.log:1");
  }

  @Test
  void idsCompareIgnoringCase() {
    add(0, "app.log:1");
    String guid = CallLog.envelope(7).substring("/envelopes/".length());
    calls.add(
        call(0.1, ENVELOPE.replace(guid, guid.toUpperCase(java.util.Locale.ROOT)), "b.log:1")
            .build());

    assertThat(sources()).hasSize(1);
  }

  @Test
  void callsWithoutTimesAreNotCompared() {
    for (String source : List.of("a.log:1", "b.log:1")) {
      calls.add(call(0, ENVELOPE, source).gaps(Set.of(Gap.TIME)).build());
    }

    assertThat(sources()).hasSize(2);
  }

  private SameCallsTest add(double seconds, String source, String key, String account) {
    calls.add(call(seconds, ENVELOPE, source).identity(new Identity(key, account, null)).build());
    return this;
  }

  @Test
  void callsOfDifferentKeysAreTwo() {
    add(0, "app.log:1", "a", null).add(0.1, "other.log:1", "b", null);

    assertThat(review().calls().total()).isEqualTo(2);
    assertThat(review().calls().duplicates()).isZero();
  }

  @Test
  void aLogOfOneKeyOwnsItsCallsWithoutOne() {
    add(-60, "app.log:1", "a", null).add(0, "app.log:2");
    add(-30, "other.log:1", "b", null).add(0.1, "other.log:2");

    assertThat(review().calls().total()).isEqualTo(4);
  }

  @Test
  void callsOfDifferentAccountsAreTwo() {
    String other = "ffffffff-0000-4000-8000-000000000001";
    add(0, "app.log:1", null, other).add(0.1, "other.log:1", null, CallLog.ACCOUNT_ID);

    assertThat(sources()).hasSize(2);
  }

  @Test
  void theNumberOfAnAccountIsNotKnownToDifferFromItsGuid() {
    add(0, "app.log:1", null, "1234567").add(0.1, "other.log:1", null, CallLog.ACCOUNT_ID);

    assertThat(sources()).hasSize(1);
  }

  @Test
  void callsOfOneKeyAndAccountAreOneWhateverComesBetween() {
    add(0, "a.log:1", "A", "x").add(0.1, "b.log:1", "b", "x").add(0.2, "c.log:1", "a", "X");
    add(0.3, "d.log:1", "b", "x");

    assertThat(review().calls().total()).isEqualTo(2);
    assertThat(review().calls().duplicates()).isEqualTo(2);
  }

  @Test
  void aCallOfUnknownKeyIsOneWithTheNearest() {
    add(0, "a.log:1", "a", null).add(0.6, "b.log:1", "b", null).add(0.5, "c.log:1");
    add(-0.6, "d.log:1").add(5, "e.log:1");
    GoLiveReport review = review();

    assertThat(review.calls().total()).isEqualTo(3);
    assertThat(review.keys())
        .extracting(GoLiveReport.KeyVerdict::total)
        .containsExactly(1L, 1L, 1L);
  }

  private static GoLiveReport of(String key, List<ApiCall> calls) {
    ReviewSettings settings =
        ReviewSettings.DEFAULT.withTraffic(new Traffic(Set.of(), Map.of(), key));
    return calls.stream().collect(GoLiveCheck.withDefaults().withSettings(settings).collector());
  }

  @Test
  void aChosenKeyHasItsCallsThoughAnotherLogShowsTheSameToken() {
    for (String key : List.of("a", "b")) {
      calls.add(
          call(0, ENVELOPE, key + ".log:1")
              .traceToken("t")
              .identity(new Identity(key, null, null))
              .build());
    }

    assertThat(of("b", calls).calls().total()).isEqualTo(1);
    assertThat(of("b", calls).window().calls().get(0).source().toString()).isEqualTo("b.log:1");
  }

  @Test
  void copiesOfAChosenKeyAreDuplicatesAndCallsOfOthersAreFiltered() {
    add(0, "a.log:1", "a", null).add(9, "b.log:1", "b", null).add(9.1, "c.log:1");
    add(0.1, "c.log:2");
    GoLiveReport.Calls counts = of("b", calls).calls();

    assertThat(counts.total()).isEqualTo(1);
    assertThat(counts.duplicates()).isEqualTo(1);
    assertThat(counts.filtered()).isEqualTo(2);
  }

  @Property(tries = 300)
  void aChosenKeyIsJudgedAsItsLogsAlone(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int size) {
    Random random = new Random(seed);
    List<ApiCall> all = new ArrayList<>();
    List<ApiCall> own = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int log = random.nextInt(4);
      // The first call of each log shows its key.
      boolean shown = i < 4 || random.nextBoolean();
      log = i < 4 ? i : log;
      String key = log < 2 ? "a" : "b";
      ApiCall call =
          call(random.nextInt(40) / 10.0, ENVELOPE, "abcd".charAt(log) + ".log:" + (i + 1))
              .traceToken(random.nextInt(3) == 0 ? key + random.nextInt(9) : null)
              .identity(new Identity(shown ? key : null, null, null))
              .build();
      all.add(call);
      if (key.equals("b")) {
        own.add(call);
      }
    }
    Collections.shuffle(all, random);
    GoLiveReport alone = of("b", own);
    GoLiveReport chosen = of("b", all);

    assertThat(chosen.window()).isEqualTo(alone.window());
    assertThat(chosen.findings()).isEqualTo(alone.findings());
    assertThat(chosen.verdict()).isEqualTo(alone.verdict());
    assertThat(chosen.calls().total()).isEqualTo(alone.calls().total());
    assertThat(chosen.calls().duplicates()).isEqualTo(alone.calls().duplicates());
    assertThat(chosen.calls().filtered()).isEqualTo(all.size() - own.size());
  }

  @Test
  void aBusyLogIsJoinedInTime() {
    for (int i = 0; i < 50_000; i++) {
      add(i * 0.01, "app.log:" + (i + 1));
      add(i * 0.01 + 0.003, "proxy.log:" + (i + 1));
    }

    assertThat(review().calls().total()).isEqualTo(50_000);
  }

  @Test
  void severalThreadsFindTheCopiesOfManyCalls() {
    Random random = new Random(1);
    for (int i = 0; i < 70_000; i++) {
      String token = i % 70 == 0 ? null : new UUID(random.nextLong(), i).toString();
      calls.add(call(9 * i, ENVELOPE, "app.log:" + (i + 1)).traceToken(token).build());
      if (i % 100 == 1) {
        calls.add(
            call(9 * i, ENVELOPE, "proxy.log:" + (i + 1))
                .traceToken(token == null ? null : token.toUpperCase(java.util.Locale.ROOT))
                .build());
      }
    }
    // The common pool may leave the work to this thread.
    ForkJoinPool pool = new ForkJoinPool(2);
    GoLiveReport review = pool.submit(this::review).join();
    pool.shutdown();

    assertThat(review.calls().total()).isEqualTo(70_000);
    assertThat(review.calls().duplicates()).isEqualTo(700);
    assertThat(review).isEqualTo(review());
  }

  @Property(tries = 300)
  void neitherOrderNorPartitionMatter(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int size) {
    Random random = new Random(seed);
    List<ApiCall> log = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double seconds = random.nextInt(40) / 10.0;
      String token = random.nextInt(4) == 0 ? "t" + random.nextInt(9) : null;
      String source = List.of("a.log:", "b.log:", "c.zip!", "d/").get(random.nextInt(4)) + (i + 1);
      String key = random.nextInt(3) == 0 ? "k" + random.nextInt(2) : null;
      String account = random.nextInt(3) == 0 ? "x" + random.nextInt(2) : null;
      log.add(
          call(seconds, ENVELOPE, source)
              .traceToken(token)
              .identity(new Identity(key, account, null))
              .build());
    }
    GoLiveReport review = log.stream().collect(GoLiveCheck.withDefaults().collector());
    List<ApiCall> shuffled = new ArrayList<>(log);
    Collections.shuffle(shuffled, random);

    assertThat(shuffled.parallelStream().collect(GoLiveCheck.withDefaults().collector()))
        .isEqualTo(review);
    assertThat(review.calls().total() + review.calls().duplicates()).isEqualTo(size);
  }

  @Property(tries = 100)
  void severalLogsOfTheSameCallsAreJudgedAsOne(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int size) {
    Random random = new Random(seed);
    List<ApiCall> one = new ArrayList<>();
    List<ApiCall> several = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double seconds = 3 * i + random.nextInt(9) / 10.0;
      String url = CallLog.ACCOUNT + CallLog.envelope(random.nextInt(3));
      ApiCall call = call(seconds, url, "logs.zip!" + i).traceToken("t" + i).build();
      one.add(call);
      several.add(call);
      several.add(call(seconds + random.nextInt(9) / 10.0, url, "app.log:" + (i + 1)).build());
    }
    Collections.shuffle(several, random);
    GoLiveReport expected = one.stream().collect(GoLiveCheck.withDefaults().collector());
    GoLiveReport review = several.stream().collect(GoLiveCheck.withDefaults().collector());

    assertThat(review.window()).isEqualTo(expected.window());
    assertThat(review.findings()).isEqualTo(expected.findings());
    assertThat(review.verdict()).isEqualTo(expected.verdict());
    assertThat(review.calls().duplicates()).isEqualTo(size);
  }
}
