package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Vantage;
import org.golivecheck.call.Identity;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.KeyWindow;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.report.data.ReportData;
import org.golivecheck.rule.ReviewSettings.Traffic;
import org.junit.jupiter.api.Test;

/** Every integration key is reviewed by itself, and the worst verdict is the run's. */
final class KeyReviewTest {
  private static final String K1 = "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
  private static final String K2 = "22222222-AAAA-4aaa-8aaa-aaaaaaaaaaaa";
  private static final String K2_LOWER = "22222222-aaaa-4aaa-8aaa-aaaaaaaaaaaa";

  /** The verdict of the first key where its 20 calls pass. */
  private static final KeyVerdict PASSES =
      new ReportData.KeyVerdict(
          new Redactor().redact(K1), Verdict.PASS, List.of(), new KeyWindow(20, 20, 0), 20, 20);

  private final CallLog log = new CallLog();
  private int line;

  private void call(double minutes, String method, String path, String key, String file) {
    int number = ++line;
    log.add(
        minutes,
        method,
        path,
        call ->
            call.source(file + ":" + number)
                .vantage(Vantage.CLIENT)
                .identity(new Identity(key, null, null)));
  }

  private void clean(int count, String key, String file) {
    for (int i = 0; i < count; i++) {
      call(i, "POST", "/envelopes", key, file);
    }
  }

  private static ReviewSettings of(String key) {
    return ReviewSettings.DEFAULT.withTraffic(new Traffic(Set.of(), Map.of(), key));
  }

  @Test
  void aLogWithoutKeysHasNoVerdictsOfKeys() {
    assertThat(new CallLog().clean(0, 20).review(Profile.CLASSIC).keys()).isEmpty();
  }

  @Test
  void oneKeyHasTheVerdictOfTheRun() {
    clean(19, K1, "app.log");
    call(30, "POST", "/envelopes", null, "app.log");
    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(review.keys()).containsExactly(PASSES);
  }

  @Test
  void theWorstOfSeveralKeysIsTheVerdictOfTheRun() {
    clean(20, K1, "app.log");
    clean(15, K2, "app.log");
    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.keys())
        .extracting(key -> key.key() == null ? null : key.key().toString())
        .containsExactly(K1, K2_LOWER);
    assertThat(review.keys())
        .extracting(KeyVerdict::verdict)
        .containsExactly(Verdict.PASS, Verdict.FAIL);
    assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(review.window().cleanCallsNeeded()).isEqualTo(5);
    assertThat(review.window().calls()).hasSize(15);
    assertThat(review.calls().countable()).isEqualTo(35);
    assertThat(review.reasons())
        .singleElement()
        .satisfies(
            reason ->
                assertThat(reason.message().toString())
                    .startsWith("Calls of integration key 22222222: Only 15 calls"));
    assertThat(review.findings())
        .filteredOn(finding -> finding.rule().equals("GL-001"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message().toString())
                    .endsWith("(Calls of integration key 22222222.)"));
  }

  @Test
  void amongFailuresTheOneThatNeedsMostCallsIsTheWorst() {
    clean(19, K1, "app.log");
    clean(3, K2, "app.log");
    assertThat(log.review(Profile.CLASSIC).window().cleanCallsNeeded()).isEqualTo(17);
  }

  @Test
  void aFailureThatNeedsNoCallsIsWorseThanAPass() {
    clean(20, K1, "app.log");
    call(-20, "GET", CallLog.envelope(7), K2, "app.log");
    call(-19, "GET", CallLog.envelope(7), K2, "app.log");
    clean(20, K2, "app.log");
    GoLiveReport review = log.review(Profile.CURRENT);

    assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(review.reasons().get(0).message().toString())
        .startsWith("Calls of integration key 22222222:");
  }

  @Test
  void amongEqualKeysTheFirstIsTheRuns() {
    clean(20, K1, "app.log");
    clean(20, K2, "other.log");
    assertThat(log.review(Profile.CLASSIC).window().calls())
        .hasSize(20)
        .allMatch(call -> call.source().toString().startsWith("app.log:"));
  }

  @Test
  void keysDoNotPollForEachOther() {
    call(0, "GET", CallLog.envelope(7), K1, "app.log");
    call(5, "GET", CallLog.envelope(7), K2, "app.log");
    clean(20, K1, "app.log");
    clean(20, K2, "app.log");
    GoLiveReport review = log.review(Profile.STRICT);

    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(review.findings()).noneMatch(finding -> finding.rule().equals("PL-001"));
  }

  @Test
  void limitsOfAnAccountAreSharedByAllKeys() {
    for (int i = 0; i < 250; i++) {
      call(i / 1000.0, "POST", "/envelopes", i % 2 == 0 ? K1 : K2, "app.log");
    }

    assertThat(log.finding("RL-002").message().toString()).contains("250");
  }

  @Test
  void aChosenKeyIsTheOnlyOneJudged() {
    clean(20, K1, "app.log");
    clean(15, K2, "app.log");
    GoLiveReport review = log.review(of(K1));

    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(review.calls().total()).isEqualTo(20);
    assertThat(review.calls().filtered()).isEqualTo(15);
    assertThat(review.keys()).containsExactly(PASSES);
    assertThat(log.review(of(K2_LOWER)).calls().total()).isEqualTo(15);
  }

  @Test
  void callsOfLogsThatShowNoKeyBelongToTheChosenOne() {
    clean(5, K1, "one.log");
    clean(5, K2, "one.log");
    call(30, "POST", "/envelopes", null, "one.log");
    clean(7, null, "request.log");
    GoLiveReport review = log.review(of(K1));

    assertThat(review.calls().total()).isEqualTo(12);
    assertThat(review.notes()).anyMatch(note -> note.startsWith("Calls of logs that show several"));
  }

  @Test
  void aKeyThatNoCallShowsIsToldWithThoseThereAre() {
    clean(5, K1, "one.log");
    GoLiveReport review = log.review(of(K2));

    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(review.notes())
        .contains("No call was made with " + K2 + "; those in this log were made with " + K1 + ".");
  }

  @Test
  void callsWithoutAKeyBelongToTheOnlyKeyOfAllLogs() {
    clean(5, K1, "app.log");
    clean(15, null, "request.log");

    assertThat(log.review(Profile.CLASSIC).keys())
        .singleElement()
        .satisfies(key -> assertThat(key.countable()).isEqualTo(20));
  }

  @Test
  void callsOfWhichNothingTellsTheKeyAreJudgedByThemselves() {
    clean(20, K1, "app.log");
    clean(20, K2, "app.log");
    call(90, "POST", "/envelopes", null, "app.log");
    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.keys())
        .extracting(key -> key.key() == null ? null : key.key().toString())
        .containsExactly(K1, K2_LOWER, null);
    assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(review.reasons().get(0).message().toString())
        .startsWith("Calls without an integration key: ");
  }

  @Test
  void aKeyOfWhichNoCallCountsIsNotJudged() {
    clean(20, K1, "app.log");
    call(3, "POST", "https://account-d.docusign.com/oauth/token", K2, "app.log");
    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(review.keys())
        .extracting(KeyVerdict::verdict)
        .containsExactly(Verdict.PASS, Verdict.NO_VERDICT);
  }

  @Test
  void aRequestLogLearnsTheKeyFromTheLogOfTheApplication() {
    log.add(0, "GET", CallLog.envelope(1), call -> call.traceToken("t").source("logs.zip!1.txt"));
    log.add(
        0.001,
        "GET",
        CallLog.envelope(1),
        call -> call.traceToken("T").source("app.log:1").identity(new Identity(K1, null, null)));
    clean(3, K2, "app.log");
    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.calls().duplicates()).isEqualTo(1);
    assertThat(review.keys())
        .extracting(key -> key.key() == null ? null : key.key().toString())
        .containsExactly(K1, K2_LOWER);
    assertThat(review.keys().get(0).countable()).isEqualTo(1);
  }

  @Test
  void aLogOfOneKeyOwnsItsCallsWithoutOneWhateverOtherLogsShow() {
    clean(2, K1, "app.log");
    call(30, "POST", "/envelopes", null, "app.log");
    clean(4, K2, "other.log");

    assertThat(log.review(Profile.CLASSIC).keys())
        .extracting(KeyVerdict::countable)
        .containsExactly(3L, 4L);
  }

  @Test
  void aLogOwnsItsOtherCallsByTheKeyThatItLearnsOfOne() {
    log.add(0, "GET", CallLog.envelope(1), call -> call.traceToken("t").source("logs.zip!1.txt"));
    log.add(1, "GET", CallLog.envelope(2), call -> call.traceToken("u").source("logs.zip!2.txt"));
    log.add(
        0.001,
        "GET",
        CallLog.envelope(1),
        call -> call.traceToken("T").source("app.log:1").identity(new Identity(K1, null, null)));
    clean(3, K2, "other.log");

    assertThat(log.review(Profile.CLASSIC).keys())
        .extracting(KeyVerdict::countable)
        .containsExactly(2L, 3L);
  }

  @Test
  void aCallThatAnotherLogShowsToBeOfAnotherKeyIsNotOfTheChosenOne() {
    log.add(
        0,
        "GET",
        CallLog.envelope(1),
        call -> call.traceToken("t").source("app.log:1").identity(new Identity(K1, null, null)));
    log.add(1, "GET", CallLog.envelope(1), call -> call.traceToken("T").source("logs.zip!1.txt"));
    for (int i = 0; i < 10; i++) {
      String token = "u" + i / 2;
      String source = (i % 2 == 0 ? "logs.zip!" : "more.zip!") + i;
      log.add(i, "GET", CallLog.envelope(i), call -> call.traceToken(token).source(source));
    }
    clean(3, K2, "other.log");

    assertThat(log.review(of(K2_LOWER)).calls().total()).isEqualTo(3 + 5);
    assertThat(log.review(of(K1)).calls().total()).isEqualTo(1 + 5);
  }

  @Provide
  Arbitrary<List<ApiCall>> logs() {
    return RandomLogs.logs();
  }

  @Property(tries = 200)
  void eachKeyIsJudgedAsItsCallsAlone(@ForAll("logs") List<ApiCall> calls, @ForAll long seed) {
    Random random = new Random(seed);
    List<List<ApiCall>> ofKeys = List.of(new ArrayList<>(), new ArrayList<>());
    List<ApiCall> all = new ArrayList<>();
    for (ApiCall call : calls) {
      int key = random.nextInt(2);
      ApiCall keyed =
          ApiCall.builder(call.timestamp(), call.method(), call.url().toString(), call.status())
              .source("log:" + (all.size() + 1))
              .error(call.error())
              .identity(new Identity(key == 0 ? K1 : K2, null, null))
              .build();
      ofKeys.get(key).add(keyed);
      all.add(keyed);
    }
    Collections.shuffle(all, random);
    GoLiveReport review = all.stream().collect(GoLiveCheck.withDefaults().collector());

    for (KeyVerdict key : review.keys()) {
      GoLiveReport own =
          ofKeys.get(K1.contentEquals(key.key()) ? 0 : 1).stream()
              .collect(GoLiveCheck.withDefaults().collector());
      if (key.countable() > 0) {
        assertThat(key.verdict()).isEqualTo(own.verdict());
        assertThat(key.reasons()).isEqualTo(own.reasons());
        assertThat(key.window().cleanCallsNeeded()).isEqualTo(own.window().cleanCallsNeeded());
      }
    }
    boolean error =
        review.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(error).isEqualTo(review.verdict() == Verdict.FAIL);
  }
}
