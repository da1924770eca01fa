package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Exclusion;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;

class ReviewPropertiesTest {
  @Provide
  Arbitrary<List<ApiCall>> logs() {
    return RandomLogs.logs();
  }

  private static GoLiveReport review(Profile profile, List<ApiCall> calls) {
    return calls.stream()
        .collect(GoLiveCheck.withDefaults().withSettings(ReviewSettings.of(profile)).collector());
  }

  @Property(tries = 2000)
  void anIndependentOracleAgreesOnVerdictWindowCountsAndBreaches(
      @ForAll("logs") List<ApiCall> log, @ForAll Profile profile) {
    assertAgree(review(profile, log), new ReviewOracle(log), profile);
  }

  @Property(tries = 500)
  void theOracleAgreesOnFilesOfLinesWithWholeSeconds(
      @ForAll("logs") List<ApiCall> log,
      @ForAll @IntRange(min = 5, max = 5000) int seconds,
      @ForAll @IntRange(min = 1, max = 4) int files,
      @ForAll Profile profile) {
    LineLogs lines = LineLogs.of(log, seconds, files);
    List<ApiCall> read = lines.read(1);
    GoLiveReport review = review(profile, read);

    assertThat(read.stream().map(ReviewPropertiesTest::asRead).sorted().toList())
        .isEqualTo(lines.calls().stream().map(ReviewPropertiesTest::asRead).sorted().toList());
    assertAgree(review, new ReviewOracle(lines.calls()), profile);
    assertThat(review(profile, lines.read(2))).isEqualTo(review);
  }

  private static String asRead(ApiCall call) {
    return "%s %s %s %s %d %s"
        .formatted(
            call.source(),
            call.timestamp(),
            call.method(),
            call.url(),
            call.status(),
            call.traceToken());
  }

  private static void assertAgree(GoLiveReport review, ReviewOracle oracle, Profile profile) {
    assertThat(review.verdict()).isEqualTo(oracle.verdict(profile));
    assertThat(review.window().calls().stream().map(GoLiveReport.WindowCall::outcome).toList())
        .isEqualTo(oracle.outcomes());
    assertThat(review.window().calls().stream().map(GoLiveReport.WindowCall::timestamp).toList())
        .isEqualTo(oracle.window.stream().map(ApiCall::timestamp).toList());
    assertThat(review.window().calls().stream().map(call -> call.source().toString()).toList())
        .isEqualTo(oracle.window.stream().map(ApiCall::source).toList());
    assertThat(review.window().cleanCallsNeeded()).isEqualTo(oracle.cleanCallsNeeded(profile));
    GoLiveReport.Calls counts = review.calls();
    assertThat(counts.total()).isEqualTo(oracle.calls.size());
    assertThat(counts.countable()).isEqualTo(oracle.countable.size());
    assertThat(counts.failed()).isEqualTo(oracle.failed);
    assertThat(counts.duplicates()).isEqualTo(oracle.duplicates);
    for (Exclusion exclusion : Exclusion.values()) {
      assertThat(counts.excluded().getOrDefault(exclusion.id(), 0L))
          .isEqualTo(oracle.excluded.getOrDefault(exclusion.id(), 0L));
    }
    assertThat(breachCounts(review))
        .isEqualTo(oracle.breachesOfKeys().values().stream().sorted().toList());
  }

  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  @Property(tries = 300)
  void theRandomLogsHoldEveryVerdictOften(
      @ForAll("logs") List<ApiCall> log, @ForAll Profile profile) {
    Verdict verdict = review(profile, log).verdict();
    Statistics.collect(verdict);
    Statistics.coverage(
        coverage -> {
          coverage.check(Verdict.PASS).percentage(share -> share > 10);
          coverage.check(Verdict.FAIL).percentage(share -> share > 10);
        });
  }

  /** The counts of the polling findings, sorted. */
  private static List<Long> breachCounts(GoLiveReport review) {
    return review.findings().stream()
        .filter(finding -> finding.rule().equals("PL-001") || finding.rule().equals("PL-003"))
        .map(Finding::count)
        .sorted()
        .toList();
  }

  @Property(tries = 300)
  void severityErrorAndTheVerdictFailGoTogether(
      @ForAll("logs") List<ApiCall> log, @ForAll Profile profile) {
    GoLiveReport review = review(profile, log);
    boolean error =
        review.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);

    assertThat(error).isEqualTo(review.verdict() == Verdict.FAIL);
    assertThat(review.reasons().isEmpty()).isEqualTo(review.verdict() == Verdict.PASS);
  }

  @Property(tries = 300)
  void everyFailedCallIsInOneErrorFinding(@ForAll("logs") List<ApiCall> log) {
    GoLiveReport review = review(Profile.CLASSIC, log);
    long classified =
        review.findings().stream()
            .filter(finding -> finding.rule().startsWith("ER-"))
            .mapToLong(Finding::count)
            .sum();

    assertThat(classified).isEqualTo(review.calls().failed());
  }

  @Property(tries = 300)
  void theOrderOfTheCallsDoesNotMatter(
      @ForAll("logs") List<ApiCall> log, @ForAll Profile profile, @ForAll long seed) {
    List<ApiCall> shuffled = new ArrayList<>(log);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(review(profile, shuffled)).isEqualTo(review(profile, log));
  }

  @Property(tries = 300)
  void howTheLogIsCutIntoPartsDoesNotMatter(
      @ForAll("logs") List<ApiCall> log, @ForAll @IntRange(min = 1, max = 9) int parts) {
    var collector = GoLiveCheck.withDefaults().collector();

    assertThat(inParts(collector, log, parts)).isEqualTo(review(Profile.CLASSIC, log));
    assertThat(log.parallelStream().collect(collector)).isEqualTo(review(Profile.CLASSIC, log));
  }

  private static <A> GoLiveReport inParts(
      java.util.stream.Collector<ApiCall, A, GoLiveReport> collector,
      List<ApiCall> log,
      int parts) {
    List<A> containers = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      containers.add(collector.supplier().get());
    }
    for (int i = 0; i < log.size(); i++) {
      collector.accumulator().accept(containers.get(i * 7 % parts), log.get(i));
    }
    A joined = collector.supplier().get();
    for (A container : containers) {
      joined = collector.combiner().apply(joined, container);
    }
    return collector.finisher().apply(joined);
  }

  @Property(tries = 300)
  void callsReadTwiceDoNotMatter(@ForAll("logs") List<ApiCall> log, @ForAll Profile profile) {
    List<ApiCall> tokens = log.stream().filter(call -> call.traceToken() != null).toList();
    List<ApiCall> twice = new ArrayList<>(log);
    twice.addAll(tokens);
    GoLiveReport once = review(profile, log);
    GoLiveReport again = review(profile, twice);

    assertThat(again.findings()).isEqualTo(once.findings());
    assertThat(again.window()).isEqualTo(once.window());
    assertThat(again.verdict()).isEqualTo(once.verdict());
    assertThat(again.calls().total()).isEqualTo(once.calls().total());
    assertThat(again.calls().duplicates()).isEqualTo(once.calls().duplicates() + tokens.size());
  }

  @Property(tries = 300)
  void asManyCleanCallsAsNeededMakeTheWindowPassAndFewerDoNot(@ForAll("logs") List<ApiCall> log) {
    GoLiveReport before = review(Profile.CLASSIC, log);
    List<ApiCall> cleaned = new ArrayList<>(log);
    Map<Integer, Verdict> verdicts = new HashMap<>();
    for (int i = 0; i <= before.window().cleanCallsNeeded(); i++) {
      verdicts.put(i, review(Profile.CLASSIC, cleaned).verdict());
      cleaned.add(
          ApiCall.builder(
                  java.time.Instant.parse("2026-11-25T10:00:00Z").plusSeconds(i),
                  "POST",
                  "https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes",
                  201)
              .build());
    }

    int needed = before.window().cleanCallsNeeded();
    if (!log.isEmpty() && needed > 0) {
      assertThat(verdicts.get(needed)).isEqualTo(Verdict.PASS);
      assertThat(verdicts.get(needed - 1)).isEqualTo(Verdict.FAIL);
    }
  }
}
