package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Verdict;
import org.golivecheck.text.Words;
import org.junit.jupiter.api.Test;

/** Logs whose calls all differ cannot fill the memory: what does not fit is left out, and told. */
class TextLimitTest {
  private static final int CALLS = 5_000;
  private static final long LIMIT = 100_000;

  private static GoLiveReport review(Stream<ApiCall> calls, long maxTextBytes) {
    return calls.collect(
        GoLiveCheck.withDefaults()
            .withLimits(ReadLimits.DEFAULT.with("text-bytes", maxTextBytes))
            .collector());
  }

  /** Calls of which each has a path, an entry name and a message that no other has. */
  private static List<ApiCall> differentCalls(int status) {
    CallLog log = new CallLog();
    for (int i = 0; i < CALLS; i++) {
      String name = letters(i);
      log.add(
          call(i, "/envelopes/" + name, status).source("log.zip!" + name).traceToken(name).build());
    }
    return log.calls();
  }

  /** Names of entries that differ in a number only are kept once, so these have none. */
  private static String letters(int number) {
    StringBuilder name = new StringBuilder("Call");
    Integer.toString(number).chars().forEach(digit -> name.append((char) (digit - '0' + 'a')));
    return name.toString();
  }

  private static ApiCall.Builder call(int minute, String path, int status) {
    Instant time = Instant.parse("2026-11-23T12:00:00Z").plusSeconds(60L * minute);
    return ApiCall.builder(time, "POST", CallLog.ACCOUNT + path, status);
  }

  private static ApiCall known(int number) {
    return call(2 * CALLS + number, "/envelopes/Calla", 201)
        .source("log.zip!Calla")
        .traceToken(String.format(Locale.ROOT, "%08x-0000-4000-8000-000000000000", number))
        .build();
  }

  @Test
  void callsThatDoNotFitAreLeftOutAndToldAndNothingPasses() {
    GoLiveReport review = review(differentCalls(201).stream(), LIMIT);

    long leftOut = CALLS - review.calls().total();
    assertThat(review.calls().total()).isBetween(100L, 1_000L);
    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(review.reasons()).extracting(GoLiveReport.Reason::rule).containsExactly("GL-000");
    assertThat(review.notes().get(0))
        .startsWith(Words.number(leftOut) + " calls were left out")
        .contains("text-bytes=" + LIMIT, "--limit text-bytes=VALUE");
  }

  @Test
  void failStaysFail() {
    assertThat(review(differentCalls(404).stream(), LIMIT).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void callsLikeThoseBeforeStillFit() {
    List<ApiCall> calls = new ArrayList<>(differentCalls(201));
    long before = review(calls.stream(), LIMIT).calls().total();
    for (int i = 0; i < 50; i++) {
      calls.add(known(i));
    }

    assertThat(review(calls.stream(), LIMIT).calls().total()).isEqualTo(before + 50);
  }

  @Test
  void partsReadByThreadsDoNotFitMoreThanTheWhole() {
    List<ApiCall> calls = new ArrayList<>(differentCalls(201));
    Collections.shuffle(calls, new Random(5));
    long most = review(calls.stream(), LIMIT).calls().total() * 11 / 10;
    GoLiveReport review = review(calls.parallelStream(), LIMIT);

    assertThat(review.calls().total()).isBetween(100L, most);
    assertThat(review.notes().get(0))
        .startsWith(Words.number(CALLS - review.calls().total()) + " calls were left out");
  }

  @Test
  void nothingIsLeftOutBelowTheLimit() {
    GoLiveReport review = review(differentCalls(201).parallelStream(), 1 << 24);

    assertThat(review.calls().total()).isEqualTo(CALLS);
    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(review.notes()).noneMatch(note -> note.contains("left out"));
  }
}
