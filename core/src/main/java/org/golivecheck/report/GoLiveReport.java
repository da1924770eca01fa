package org.golivecheck.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.rule.Review;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run as data: what every report writer prints.
 *
 * <p>Texts from a log are {@link SafeText}, so they are redacted already.
 *
 * @param profile the rule set that the verdict belongs to
 * @param verdict what is predicted for the calls in the log
 * @param reasons why the verdict is not PASS, most important first; empty for PASS
 * @param window the newest countable calls, which the review examines
 * @param calls the counts of the whole log
 * @param findings what was found, the most severe first
 * @param notes what the log cannot show
 * @param inputs what was read
 * @param problems what could not be read
 * @param series what charts need, or null where nobody asked for it
 * @param gate by what a build decides over it
 * @param keys the verdict for each integration key that the log shows, by which the run's is the
 *     worst; empty where it shows none
 */
public record GoLiveReport(
    Profile profile,
    Verdict verdict,
    List<Reason> reasons,
    Window window,
    Calls calls,
    List<Finding> findings,
    List<String> notes,
    List<Input> inputs,
    List<Problem> problems,
    @Nullable ReportSeries series,
    Gate gate,
    List<KeyVerdict> keys) {

  /** Copies the lists. */
  public GoLiveReport {
    reasons = List.copyOf(reasons);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    inputs = List.copyOf(inputs);
    problems = List.copyOf(problems);
    keys = List.copyOf(keys);
  }

  /** A report of a log that shows no integration key. */
  public GoLiveReport(
      Profile profile,
      Verdict verdict,
      List<Reason> reasons,
      Window window,
      Calls calls,
      List<Finding> findings,
      List<String> notes,
      List<Input> inputs,
      List<Problem> problems,
      @Nullable ReportSeries series,
      Gate gate) {
    this(
        profile, verdict, reasons, window, calls, findings, notes, inputs, problems, series, gate,
        List.of());
  }

  /** A report at the default gate of a log that shows no integration key. */
  public GoLiveReport(
      Profile profile,
      Verdict verdict,
      List<Reason> reasons,
      Window window,
      Calls calls,
      List<Finding> findings,
      List<String> notes,
      List<Input> inputs,
      List<Problem> problems,
      @Nullable ReportSeries series) {
    this(
        profile,
        verdict,
        reasons,
        window,
        calls,
        findings,
        notes,
        inputs,
        problems,
        series,
        Gate.DEFAULT,
        List.of());
  }

  /**
   * Returns the report of a review: the only way from what a log holds to what a writer sees.
   *
   * @param review what the rules say
   * @param reading what was read; {@link ReadingSummary#NONE} for calls that come from no log
   * @param redactor removes secrets and personal data
   */
  public static GoLiveReport of(Review review, ReadingSummary reading, Redactor redactor) {
    return new ReportAssembly(redactor).assemble(review, reading);
  }

  /** Returns the same report at another gate, with its findings in the states given by it. */
  public GoLiveReport with(Gate other, List<Finding> judged) {
    return new GoLiveReport(
        profile, verdict, reasons, window, calls, judged, notes, inputs, problems, series, other,
        keys);
  }

  /** Returns what a build makes of it. */
  public GateDecision decision() {
    return GateDecision.of(this);
  }

  /**
   * Returns this report with more notes, which come first.
   *
   * @param more our own words, nothing from a log
   */
  public GoLiveReport with(List<String> more) {
    List<String> all = new ArrayList<>(more);
    all.addAll(notes);
    return new GoLiveReport(
        profile, verdict, reasons, window, calls, findings, all, inputs, problems, series, gate,
        keys);
  }

  /** Returns this report with verdicts for integration keys. */
  public GoLiveReport withKeys(List<KeyVerdict> other) {
    return new GoLiveReport(
        profile, verdict, reasons, window, calls, findings, notes, inputs, problems, series, gate,
        other);
  }

  /** Returns whether the verdict is PASS. */
  public boolean passes() {
    return verdict == Verdict.PASS;
  }

  /**
   * Why the verdict is not PASS.
   *
   * @param rule the id of the rule, such as {@code GL-002}
   * @param message one sentence
   */
  public record Reason(String rule, SafeText message) {}

  /**
   * What is predicted for one integration key. The review looks at one key at a time.
   *
   * @param key the key, or null for calls of which nothing tells their key
   * @param verdict what is predicted for its calls
   * @param reasons why that is not PASS, most important first
   * @param window its newest countable calls
   * @param countable how many of its calls the review would count
   * @param total how many calls were made with it
   */
  public record KeyVerdict(
      @Nullable SafeText key,
      Verdict verdict,
      List<Reason> reasons,
      KeyWindow window,
      long countable,
      long total) {
    /** Copies the list. */
    public KeyVerdict {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * The newest countable calls of one integration key, in numbers.
   *
   * @param required how many calls the review examines; 0 under a profile that does not count calls
   * @param size how many there are, at most 20 or as many as are required
   * @param cleanCallsNeeded how many further clean countable calls make the window pass
   */
  public record KeyWindow(int required, int size, int cleanCallsNeeded) {}

  /**
   * The newest countable calls.
   *
   * @param required how many calls the review examines; 0 under a profile that does not count
   *     calls, whose reports for people do not show the window
   * @param cleanCallsNeeded how many further clean countable calls make the window pass
   * @param calls the calls, oldest first
   */
  public record Window(int required, int cleanCallsNeeded, List<WindowCall> calls) {
    /** Returns whether the profile examines these calls and counts them. */
    public boolean isExamined() {
      return required > 0;
    }

    /** Copies the list. */
    public Window {
      calls = List.copyOf(calls);
    }
  }

  /**
   * One call of the window.
   *
   * @param timestamp when it ended
   * @param method the HTTP method
   * @param path the path template
   * @param resource the path with each id cut to its first eight characters
   * @param operation the documented name of the operation, or null where unknown
   * @param status the HTTP status
   * @param outcome how it looks to the review
   * @param errorCode the error code, or null
   * @param traceToken the trace token, or null
   * @param source where it was read
   */
  public record WindowCall(
      Instant timestamp,
      SafeText method,
      SafeText path,
      SafeText resource,
      @Nullable String operation,
      int status,
      Outcome outcome,
      @Nullable SafeText errorCode,
      @Nullable SafeText traceToken,
      SafeText source) {}

  /**
   * The counts of the whole log, after filters and without duplicates where not said otherwise.
   *
   * @param total how many calls
   * @param countable how many the review would count
   * @param failed how many answered 4xx or 5xx, countable or not
   * @param duplicates how many were dropped as copies of another
   * @param filtered how many the filters left out
   * @param excluded how many the review would not count, by reason; every reason that any log can
   *     have has an entry
   * @param from when the first call ended, or null where there is none
   * @param to when the last call ended, or null where there is none
   */
  public record Calls(
      long total,
      long countable,
      long failed,
      long duplicates,
      long filtered,
      Map<String, Long> excluded,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /**
   * Something found by a rule.
   *
   * @param rule the id of the rule
   * @param title the title of the rule
   * @param severity how much it matters under the profile
   * @param basis a link to DocuSign's own words, or {@code heuristic}
   * @param category what it is about, such as {@code polling} or {@code user-permission}
   * @param actor who has to act, such as {@code integration-developer}
   * @param message what was seen
   * @param remedy what to do
   * @param retry whether to repeat the call, for error findings; else null
   * @param method the HTTP method, or null where it is not about one
   * @param path the path template, or null
   * @param resource the path with each id cut to its first eight characters, or null
   * @param operation the documented name of the operation, or null
   * @param errorCode the error code, or null
   * @param count how many calls it stands for
   * @param evidence the calls, newest first, at most 50
   * @param fingerprint the same tomorrow for the same finding
   * @param state whether it is open or excused
   */
  public record Finding(
      String rule,
      String title,
      Severity severity,
      String basis,
      String category,
      String actor,
      SafeText message,
      String remedy,
      @Nullable String retry,
      @Nullable SafeText method,
      @Nullable SafeText path,
      @Nullable SafeText resource,
      @Nullable String operation,
      @Nullable SafeText errorCode,
      long count,
      List<Evidence> evidence,
      SafeText fingerprint,
      FindingState state) {
    /** Copies the list. */
    public Finding {
      evidence = List.copyOf(evidence);
    }

    /** An open finding. */
    public Finding(
        String rule,
        String title,
        Severity severity,
        String basis,
        String category,
        String actor,
        SafeText message,
        String remedy,
        @Nullable String retry,
        @Nullable SafeText method,
        @Nullable SafeText path,
        @Nullable SafeText resource,
        @Nullable String operation,
        @Nullable SafeText errorCode,
        long count,
        List<Evidence> evidence,
        SafeText fingerprint) {
      this(
          rule,
          title,
          severity,
          basis,
          category,
          actor,
          message,
          remedy,
          retry,
          method,
          path,
          resource,
          operation,
          errorCode,
          count,
          evidence,
          fingerprint,
          FindingState.OPEN);
    }

    /** Returns the same finding in another state. */
    public Finding with(FindingState other) {
      return new Finding(
          rule,
          title,
          severity,
          basis,
          category,
          actor,
          message,
          remedy,
          retry,
          method,
          path,
          resource,
          operation,
          errorCode,
          count,
          evidence,
          fingerprint,
          other);
    }
  }

  /**
   * A call that a finding rests on.
   *
   * @param timestamp when it ended
   * @param traceToken the trace token, or null
   * @param source where it was read
   * @param status the HTTP status
   */
  public record Evidence(
      Instant timestamp, @Nullable SafeText traceToken, SafeText source, int status) {}

  /**
   * What was read from one input.
   *
   * @param name the input's name as given
   * @param format the name of the reader
   * @param entries how many files or records describe, or should describe, a call
   * @param calls how many calls were read, before filters and duplicates
   * @param skipped how many files were passed over as no logs
   */
  public record Input(SafeText name, String format, long entries, long calls, long skipped) {}

  /**
   * What could not be read.
   *
   * @param code the kind of defect
   * @param source where it was met
   * @param line the line, from 1, or 0 where lines do not apply
   * @param offset the byte offset, or -1 where it does not apply
   * @param message what is wrong and what to do
   * @param count how many problems the row stands for
   */
  public record Problem(
      String code, SafeText source, long line, long offset, SafeText message, long count) {}
}
