package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Vantage;
import org.golivecheck.call.Identity;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.PartVerdict;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.report.data.ReportData;
import org.golivecheck.rule.review.Coverage;
import org.golivecheck.rule.review.Reviewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each input, account or integration key has a verdict of its own if the user asks for it. */
final class PartReviewTest {
  private static final String A = "aaaaaaaa-0000-4000-8000-000000000001";
  private static final String B = "BBBBBBBB-0000-4000-8000-000000000002";
  private static final String B_LOWER = B.toLowerCase(Locale.ROOT);
  private static final String KEY = "22222222-AAAA-4aaa-8aaa-aaaaaaaaaaaa";

  private final CallLog log = new CallLog();

  private static String url(String account) {
    return "https://demo.docusign.net/restapi/v2.1/accounts/" + account + "/envelopes";
  }

  private void clean(int count, String account) {
    for (int i = 0; i < count; i++) {
      log.call(i, "POST", url(account), 201);
    }
  }

  private GoLiveReport review(PartKind each) {
    return log.review(ReviewSettings.DEFAULT.withEach(each));
  }

  @Test
  void withoutTheOptionThereAreNoParts() {
    clean(20, A);
    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.each()).isNull();
    assertThat(review.parts()).isEmpty();
  }

  @Test
  void eachAccountHasItsOwnVerdictAndTheWorstIsTheRuns() {
    clean(20, A);
    clean(15, B);
    GoLiveReport review = review(PartKind.ACCOUNT);

    assertThat(review.each()).isEqualTo(PartKind.ACCOUNT);
    assertThat(review.parts())
        .extracting(
            part -> part.name().toString(),
            PartVerdict::verdict,
            PartVerdict::cleanCallsNeeded,
            PartVerdict::total,
            PartVerdict::countable)
        .containsExactly(
            tuple(A, Verdict.PASS, 0, 20L, 20L), tuple(B_LOWER, Verdict.FAIL, 5, 15L, 15L));
    assertThat(review.parts().get(1).reasons()).extracting(Reason::rule).containsExactly("GL-001");
    assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(review.window().calls()).hasSize(15);
    assertThat(review.window().cleanCallsNeeded()).isEqualTo(5);
    assertThat(review.reasons())
        .singleElement()
        .satisfies(
            reason ->
                assertThat(reason.message().toString())
                    .startsWith("Calls of account " + B_LOWER + ": Only 15 calls"));
    assertThat(review.findings())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message().toString())
                    .endsWith("(Calls of account " + B_LOWER + ".)"));
  }

  @Test
  void theCallsOfChartsDoNotClaimToLieInTheWindowOfAPart() {
    clean(20, A);
    clean(15, B);
    GoLiveReport review =
        log.calls().stream()
            .collect(
                GoLiveCheck.withDefaults()
                    .withSettings(ReviewSettings.DEFAULT.withEach(PartKind.ACCOUNT))
                    .withSeries()
                    .collector());

    assertThat(review.window().calls()).hasSize(15);
    assertThat(review.series().calls()).hasSize(35).noneMatch(call -> call.inWindow());
  }

  @Test
  void anErrorThatIsOldForItsAccountIsOnlyAWarning() {
    log.call(0, "POST", url(A), 400);
    for (int i = 1; i <= 20; i++) {
      log.call(i, "POST", url(A), 201);
    }
    clean(20, B);

    assertThat(review(PartKind.ACCOUNT).verdict()).isEqualTo(Verdict.PASS);
    assertThat(review(PartKind.ACCOUNT).findings())
        .extracting(Finding::severity)
        .doesNotContain(Severity.ERROR);
  }

  @Test
  void callsWithoutAnAccountBelongToNoAccountAndDecideNothing() {
    clean(20, A);
    log.call(30, "GET", "https://demo.docusign.net/restapi/v2.1/billing_plans", 500);
    for (Profile profile : Profile.values()) {
      GoLiveReport review = log.review(ReviewSettings.of(profile).withEach(PartKind.ACCOUNT));

      assertThat(review.verdict()).isEqualTo(Verdict.PASS);
      assertThat(review.parts()).extracting(PartVerdict::total).containsExactly(20L);
      assertThat(review.calls().countable()).isEqualTo(21);
      assertThat(review.findings())
          .filteredOn(finding -> finding.rule().startsWith("ER-"))
          .extracting(Finding::severity)
          .containsExactly(Severity.WARNING);
      assertThat(review.notes()).contains("1 call shows no account, so no verdict rests on it.");
    }
  }

  @Test
  void callsWithoutAKeyThatPollDecideNothingForTheKeys() {
    for (String key : List.of("a", "b")) {
      for (int i = 0; i < 20; i++) {
        log.add(i, "POST", "/envelopes", call -> call.identity(new Identity(key, null, null)));
      }
    }
    log.call(30, "GET", CallLog.envelope(1)).call(31, "GET", CallLog.envelope(1));
    for (Profile profile : Profile.values()) {
      GoLiveReport review = log.review(ReviewSettings.of(profile).withEach(PartKind.KEY));

      assertThat(review.verdict()).isEqualTo(Verdict.PASS);
      assertThat(review.findings())
          .filteredOn(finding -> finding.rule().equals("PL-001"))
          .extracting(Finding::severity)
          .containsExactly(Severity.WARNING);
    }
  }

  @Test
  void thePartsOfSeveralKeysAreJudgedByTheWorstKeyAndTheirLimitsOnce() {
    for (int i = 0; i < 250; i++) {
      String key = i < 3 ? "aaaa" : "bbbb";
      log.add(i / 1000.0, "POST", url(A), call -> call.identity(new Identity(key, null, null)));
    }
    clean(20, B);
    GoLiveReport review = review(PartKind.ACCOUNT);

    assertThat(review.parts())
        .extracting(PartVerdict::verdict, PartVerdict::cleanCallsNeeded)
        .containsExactly(tuple(Verdict.FAIL, 17), tuple(Verdict.PASS, 0));
    assertThat(review.findings())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message().toString())
                    .startsWith("Only 3 calls")
                    .endsWith("(Calls of account " + A + " of integration key aaaa.)"));
    assertThat(review.findings()).extracting(Finding::rule).containsOnlyOnce("RL-002");
  }

  @Test
  void limitsOfAnAccountThatIsAPartAreJudgedOnce() {
    for (int i = 0; i < 250; i++) {
      log.call(i / 1000.0, "POST", url(A));
    }

    assertThat(review(PartKind.ACCOUNT).findings())
        .extracting(Finding::rule)
        .containsOnlyOnce("RL-002");
  }

  @Test
  void theAccountOfACallIsThatOfTheUrlElseThatBesideIt() {
    String other = "https://demo.docusign.net/restapi/v2.1/billing_plans";
    log.add(0, "GET", other, call -> call.identity(new Identity(null, B, null)));
    log.add(1, "GET", url(A), call -> call.identity(new Identity(null, B, null)));
    log.call(2, "GET", other);

    assertThat(review(PartKind.ACCOUNT).parts())
        .extracting(part -> part.name().toString(), PartVerdict::total)
        .containsExactly(tuple(A, 1L), tuple(B_LOWER, 1L));
  }

  @Test
  void aCallToAnotherHostIsOfNoAccount() {
    clean(20, A);
    log.add(
        ApiCall.builder(Instant.EPOCH, "GET", "https://example.com/restapi/v2.1/accounts/" + B, 200)
            .source("app.log:1")
            .vantage(Vantage.CLIENT)
            .build());

    assertThat(review(PartKind.ACCOUNT).parts())
        .extracting(part -> part.name().toString(), PartVerdict::total)
        .containsExactly(tuple(A, 20L));
  }

  @Test
  void allIsJudgedTogetherWhereNoCallShowsAKey() {
    clean(20, A);
    GoLiveReport review = review(PartKind.KEY);

    assertThat(review.parts()).isEmpty();
    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(review.notes())
        .contains("No call shows its integration key, so all calls were judged together.");
  }

  @Test
  void aLogThatShowsOneKeyOwnsItsCallsWithoutOne() {
    for (int i = 0; i < 20; i++) {
      String key = i == 3 ? KEY : null;
      log.add(i, "POST", "/envelopes", call -> call.identity(new Identity(key, null, null)));
    }
    GoLiveReport review = review(PartKind.KEY);

    assertThat(review.parts())
        .extracting(part -> part.name().toString(), PartVerdict::total)
        .containsExactly(tuple(KEY.toLowerCase(Locale.ROOT), 20L));
  }

  @Test
  void severalAccountsWithoutKeysArePointedOutWithTheOption() {
    clean(20, A);
    assertThat(log.review(Profile.CLASSIC).notes()).noneMatch(note -> note.contains("--each"));
    clean(20, B);

    assertThat(log.review(Profile.CLASSIC).notes())
        .contains(
            "The calls are of 2 accounts and were judged together, because the log shows no"
                + " integration key. To judge each account by itself, give --each account.");
    assertThat(review(PartKind.ACCOUNT).notes()).noneMatch(note -> note.contains("--each"));
  }

  private static GoLiveReport check(PartKind each, Path... inputs) {
    return GoLiveCheck.withDefaults()
        .withSettings(ReviewSettings.DEFAULT.withEach(each))
        .check(inputs);
  }

  private static Path access(Path folder, String name, int calls, String account) throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      lines.add(
          "{\"timestamp\":\"%s\",\"method\":\"POST\",\"url\":\"%s\",\"status\":201}"
              .formatted(Instant.parse("2026-11-23T12:00:00Z").plusSeconds(60L * i), url(account)));
    }
    return Files.write(folder.resolve(name), lines);
  }

  @Test
  void aCallThatTwoInputsShowCountsInBoth(@TempDir Path folder) throws Exception {
    Path first = access(folder, "a.ndjson", 20, A);
    Path second = access(folder, "b.ndjson", 20, A);
    GoLiveReport review = check(PartKind.INPUT, second, first);

    assertThat(review.calls().total()).isEqualTo(20);
    assertThat(review.calls().duplicates()).isEqualTo(20);
    assertThat(review.parts())
        .extracting(part -> part.name().toString(), PartVerdict::verdict, PartVerdict::total)
        .containsExactly(
            tuple(first.toString(), Verdict.PASS, 20L),
            tuple(second.toString(), Verdict.PASS, 20L));
    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void reasonsNameTheInputThatTheyAreAbout() {
    Reviewer reviewer =
        new Reviewer(
            ReviewSettings.DEFAULT.withEach(PartKind.INPUT), Long.MAX_VALUE, new Redactor(), false);
    for (String name : List.of("-", "app.log")) {
      Reviewer.Inputs inputs = reviewer.inputs();
      inputs.add(name, log.clean(0, 3).calls().stream().collect(reviewer.collector()), List.of());

      assertThat(inputs.review(Coverage.FULL).reasons().get(0).message().toString())
          .startsWith("Calls" + (name.equals("-") ? " of standard input: " : " in app.log: "));
    }
  }

  @Test
  void aMissingInputHasNoVerdictAndNorHasTheRun(@TempDir Path folder) throws Exception {
    Path read = access(folder, "a.ndjson", 20, A);
    GoLiveReport review = check(PartKind.INPUT, read, folder.resolve("b.ndjson"));

    assertThat(review.parts())
        .extracting(PartVerdict::verdict)
        .containsExactly(Verdict.PASS, Verdict.NO_VERDICT);
    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
  }

  @ParameterizedTest
  @EnumSource(
      value = PartKind.class,
      names = {"INPUT", "ACCOUNT"})
  void onlyPartsWithCallsInAnIncompleteInputAreIncomplete(PartKind each, @TempDir Path folder)
      throws Exception {
    Path whole = access(folder, "a.ndjson", 10, A);
    Path customers = folder.resolve("customers");
    Path cut = Files.createDirectories(customers.resolve("b"));
    access(cut, "1.ndjson", 10, B);
    access(cut, "2.ndjson", 20, B);
    GoLiveReport review =
        GoLiveCheck.withDefaults()
            .withSettings(ReviewSettings.DEFAULT.withEach(each))
            .withLimits(ReadLimits.DEFAULT.with("entry-bytes", 3_000))
            .check(whole, customers);

    assertThat(review.parts())
        .extracting(PartVerdict::verdict)
        .containsExactly(Verdict.FAIL, Verdict.NO_VERDICT);
    assertThat(review.parts().get(0).reasons()).extracting(Reason::rule).containsExactly("GL-001");
    assertThat(review.parts().get(1).reasons()).extracting(Reason::rule).containsExactly("GL-000");
    assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(review.reasons()).extracting(Reason::rule).containsExactly("GL-001", "GL-000");
  }

  @Test
  void aMissingInputMakesNoAccountIncompleteButTheRun(@TempDir Path folder) throws Exception {
    Path first = access(folder, "a.ndjson", 20, A);
    Path second = access(folder, "b.ndjson", 20, B);
    GoLiveReport missing = check(PartKind.ACCOUNT, first, second, folder.resolve("c.ndjson"));

    assertThat(missing.parts())
        .extracting(PartVerdict::verdict)
        .containsExactly(Verdict.PASS, Verdict.PASS);
    assertThat(missing.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(missing.reasons()).extracting(Reason::rule).containsExactly("GL-000");
  }

  @Provide
  Arbitrary<List<ApiCall>> logs() {
    return RandomLogs.logs();
  }

  @Property(tries = 500)
  void theVerdictOfEachAccountIsThatOfItsCallsAlone(
      @ForAll("logs") List<ApiCall> calls, @ForAll Profile profile) {
    ReviewSettings settings = ReviewSettings.of(profile);
    Map<String, List<ApiCall>> byAccount = new TreeMap<>();
    for (ApiCall call : calls) {
      String account = account(call);
      if (account != null) {
        byAccount.computeIfAbsent(account, unseen -> new ArrayList<>()).add(call);
      }
    }
    // A trace token that two accounts share makes two calls one.
    List<String> tokens =
        calls.stream()
            .map(ApiCall::traceToken)
            .filter(token -> token != null)
            .map(token -> token.toLowerCase(Locale.ROOT))
            .toList();
    if (tokens.size() != tokens.stream().distinct().count()) {
      return;
    }
    GoLiveReport review =
        calls.stream()
            .collect(
                GoLiveCheck.withDefaults()
                    .withSettings(settings.withEach(PartKind.ACCOUNT))
                    .collector());

    Map<String, GoLiveReport> alone = new LinkedHashMap<>();
    byAccount.forEach(
        (account, own) ->
            alone.put(
                account,
                own.stream()
                    .collect(GoLiveCheck.withDefaults().withSettings(settings).collector())));
    assertSame(review, alone);
  }

  /** Returns the account in a path, in lower case, or null. */
  private static String account(ApiCall call) {
    String[] segments = call.url().path().split("/", -1);
    for (int i = 1; i + 1 < segments.length; i++) {
      if (segments[i].equals("accounts")) {
        return segments[i + 1].toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }

  @Property(tries = 500)
  void theVerdictOfEachInputIsThatOfItsCallsAlone(
      @ForAll("logs") List<ApiCall> calls,
      @ForAll Profile profile,
      @ForAll @IntRange(min = 1, max = 4) int inputs) {
    ReviewSettings settings = ReviewSettings.of(profile).withEach(PartKind.INPUT);
    Reviewer reviewer = new Reviewer(settings, Long.MAX_VALUE, new Redactor(), false);
    Reviewer.Inputs taken = reviewer.inputs();
    Map<String, GoLiveReport> alone = new LinkedHashMap<>();
    for (int input = 0; input < inputs; input++) {
      int number = input;
      List<ApiCall> own = calls.stream().filter(call -> call.status() % inputs == number).toList();
      String name = "input" + input;
      taken.add(name, own.stream().collect(reviewer.collector()), List.of());
      alone.put(
          name,
          own.stream()
              .collect(
                  GoLiveCheck.withDefaults().withSettings(ReviewSettings.of(profile)).collector()));
    }

    assertSame(taken.review(Coverage.FULL), alone);
  }

  private static void assertSame(GoLiveReport review, Map<String, GoLiveReport> alone) {
    assertThat(review.parts())
        .isEqualTo(
            alone.entrySet().stream()
                .map(
                    part ->
                        new ReportData.PartVerdict(
                            new Redactor().redact(part.getKey()),
                            part.getValue().verdict(),
                            part.getValue().reasons(),
                            part.getValue().profiles(),
                            part.getValue().window().cleanCallsNeeded(),
                            part.getValue().calls().total(),
                            part.getValue().calls().countable()))
                .toList());
    if (!alone.isEmpty()) {
      assertThat(review.verdict())
          .isEqualTo(
              alone.values().stream()
                  .map(GoLiveReport::verdict)
                  .max(Comparator.comparingInt(PartReviewTest::rank))
                  .orElseThrow());
      assertThat(review.findings().stream().anyMatch(found -> found.severity() == Severity.ERROR))
          .isEqualTo(review.verdict() == Verdict.FAIL);
    }
  }

  private static int rank(Verdict verdict) {
    return List.of(Verdict.PASS, Verdict.NO_VERDICT, Verdict.FAIL).indexOf(verdict);
  }
}
