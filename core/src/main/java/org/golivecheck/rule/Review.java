package org.golivecheck.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.report.EnvironmentCounts;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.Profile;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The simulated review: what the rules say of a time line. Texts are as logged; they are redacted
 * on the way into a report.
 *
 * @param profile the rule set
 * @param verdict what is predicted
 * @param reasons why the verdict is not PASS, most important first
 * @param windowSize how many of the newest countable calls are examined; 0 if the profile does not
 *     count calls
 * @param cleanCallsNeeded how many further clean countable calls make the window pass
 * @param window the newest countable calls, oldest first, at most 20 or as many as are examined
 * @param counts the counts of the whole log
 * @param findings what was found, the most severe first
 * @param notes what the log cannot show
 * @param series what charts need, or null where nobody asked for it
 * @param hidden what no call shows, of the fields that a look at calls can tell
 * @param keys the verdict for each integration key that the log shows, sorted by key
 */
public record Review(
    Profile profile,
    Verdict verdict,
    List<Reason> reasons,
    int windowSize,
    int cleanCallsNeeded,
    List<WindowCall> window,
    Counts counts,
    List<Finding> findings,
    List<String> notes,
    @Nullable ReportSeries series,
    Set<LogField> hidden,
    List<KeyReview> keys) {

  /** Copies the lists. */
  public Review {
    reasons = List.copyOf(reasons);
    window = List.copyOf(window);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    hidden = Set.copyOf(hidden);
    keys = List.copyOf(keys);
  }

  /**
   * Returns this review for calls of logs that cannot show everything: a note says which rules
   * could not be judged, and for want of what.
   *
   * @param shown what logs of their formats show at their best
   */
  public Review ofLogsThatShow(Set<LogField> shown) {
    String note = Notes.unjudged(this, shown);
    if (note.isEmpty()) {
      return this;
    }
    List<String> more = new ArrayList<>(notes);
    // Behind what is said of every log.
    more.add(Math.min(Notes.OF_EVERY_LOG, more.size()), note);
    return withNotes(more);
  }

  /** Returns this review with one more note, which comes first. */
  Review with(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(0, note);
    return withNotes(more);
  }

  private Review withNotes(List<String> other) {
    return new Review(
        profile,
        verdict,
        reasons,
        windowSize,
        cleanCallsNeeded,
        window,
        counts,
        findings,
        other,
        series,
        hidden,
        keys);
  }

  /**
   * Why the verdict is not PASS.
   *
   * @param rule the id of the rule
   * @param message one sentence
   */
  public record Reason(String rule, String message) {}

  /**
   * The review of one integration key.
   *
   * @param key the key in lower case, or null for calls of which nothing tells their key
   * @param verdict what is predicted for it
   * @param reasons why that is not PASS, most important first
   * @param cleanCallsNeeded how many further clean countable calls make its window pass
   * @param windowSize how many calls its window holds, at most as many as are examined
   * @param countable how many of its calls the review counts
   * @param total how many calls were made with it
   */
  public record KeyReview(
      @Nullable String key,
      Verdict verdict,
      List<Reason> reasons,
      int cleanCallsNeeded,
      int windowSize,
      long countable,
      long total) {

    /** Copies the list. */
    public KeyReview {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A call as reports show it.
   *
   * @param time when it ended; 1970 where the log does not show it
   * @param method the HTTP method
   * @param template the path template
   * @param resource the path with each id cut to its first eight characters
   * @param operation the documented name of the operation, or null where unknown
   * @param status the HTTP status
   * @param errorCode the error code as returned, or null
   * @param traceToken the trace token, or null
   * @param source where it was read
   */
  public record CallRef(
      Instant time,
      String method,
      String template,
      String resource,
      @Nullable String operation,
      int status,
      @Nullable String errorCode,
      @Nullable String traceToken,
      String source) {}

  /**
   * One call of the window.
   *
   * @param call the call
   * @param outcome how it looks to the review
   */
  public record WindowCall(CallRef call, Outcome outcome) {}

  /**
   * The counts of the whole log.
   *
   * @param total calls after filters, without duplicates
   * @param countable calls that the review counts
   * @param failed calls that answered 4xx or 5xx, countable or not
   * @param duplicates calls dropped as copies of another
   * @param filtered calls that the filters left out
   * @param excluded calls that the review does not count, by reason
   * @param environments calls by environment
   * @param countableEnvironments calls that the review counts, by environment
   * @param untimed calls whose time the log does not show
   * @param from when the first call ended whose time is known, or null
   * @param to when the last such call ended, or null
   */
  public record Counts(
      long total,
      long countable,
      long failed,
      long duplicates,
      long filtered,
      Map<Exclusion, Long> excluded,
      EnvironmentCounts environments,
      EnvironmentCounts countableEnvironments,
      long untimed,
      @Nullable Instant from,
      @Nullable Instant to) {}
}
