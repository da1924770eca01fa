package org.golivecheck.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.golivecheck.redaction.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run as data: what every report writer prints.
 *
 * <p>Texts from a log are {@link SafeText}, so they are redacted already. Immutable.
 */
public final class GoLiveReport {
  private static final Window NO_WINDOW = new Window(0, 0, List.of());
  private static final Calls NO_CALLS = new Calls(0, 0, 0, 0, 0, Map.of(), null, null);

  private final Profile profile;
  private final Verdict verdict;
  private final List<Reason> reasons;
  private final Window window;
  private final Calls calls;
  private final List<Finding> findings;
  private final List<String> notes;
  private final List<Input> inputs;
  private final List<Problem> problems;
  private final @Nullable ReportSeries series;
  private final Gate gate;
  private final List<KeyVerdict> keys;
  private final @Nullable Comparison comparison;
  private final List<String> next;
  private final @Nullable PartKind each;
  private final List<PartVerdict> parts;

  private GoLiveReport(Builder parts) {
    profile = parts.profile;
    verdict = parts.verdict;
    reasons = List.copyOf(parts.reasons);
    window = parts.window;
    calls = parts.calls;
    findings = List.copyOf(parts.findings);
    notes = List.copyOf(parts.notes);
    inputs = List.copyOf(parts.inputs);
    problems = List.copyOf(parts.problems);
    series = parts.series;
    gate = parts.gate;
    keys = List.copyOf(parts.keys);
    comparison = parts.comparison;
    next = List.copyOf(parts.next);
    each = parts.each;
    this.parts = List.copyOf(parts.parts);
  }

  /**
   * Returns a builder of a report without calls and findings, at the default gate.
   *
   * @param profile the rule set that the verdict belongs to
   * @param verdict what is predicted for the calls in the log
   */
  public static Builder builder(Profile profile, Verdict verdict) {
    return new Builder(profile, verdict);
  }

  /** Returns a builder that begins with the parts of this report. */
  public Builder toBuilder() {
    return new Builder(profile, verdict)
        .reasons(reasons)
        .window(window)
        .calls(calls)
        .findings(findings)
        .notes(notes)
        .inputs(inputs)
        .problems(problems)
        .series(series)
        .gate(gate)
        .keys(keys)
        .comparison(comparison)
        .next(next)
        .parts(each, parts);
  }

  /** Returns the same report at another gate, with its findings in the states given by it. */
  public GoLiveReport with(Gate other, List<Finding> judged) {
    return toBuilder().gate(other).findings(judged).build();
  }

  /**
   * Returns this report with more notes, which come first.
   *
   * @param more our own words, nothing from a log
   */
  public GoLiveReport with(List<String> more) {
    List<String> all = new ArrayList<>(more);
    all.addAll(notes);
    return toBuilder().notes(all).build();
  }

  /** Returns what a build decides over this report. */
  public GateDecision decision() {
    return GateDecision.of(this);
  }

  /** Returns whether the verdict is PASS. */
  public boolean passes() {
    return verdict == Verdict.PASS;
  }

  /** Returns the rule set that the verdict belongs to. */
  public Profile profile() {
    return profile;
  }

  /** Returns what is predicted for the calls in the log. */
  public Verdict verdict() {
    return verdict;
  }

  /** Returns why the verdict is not PASS, most important first; empty for PASS. */
  public List<Reason> reasons() {
    return reasons;
  }

  /** Returns the newest countable calls, which the review examines. */
  public Window window() {
    return window;
  }

  /** Returns the counts of the whole log. */
  public Calls calls() {
    return calls;
  }

  /** Returns what was found, the most severe first. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns what the log cannot show. */
  public List<String> notes() {
    return notes;
  }

  /** Returns what was read. */
  public List<Input> inputs() {
    return inputs;
  }

  /** Returns what could not be read. */
  public List<Problem> problems() {
    return problems;
  }

  /** Returns what charts need, or null where it was not asked for. */
  public @Nullable ReportSeries series() {
    return series;
  }

  /** Returns the gate by which a build decides. */
  public Gate gate() {
    return gate;
  }

  /**
   * Returns the verdict for each integration key that the log shows, of which the worst is the
   * verdict of the run; empty where it shows none.
   */
  public List<KeyVerdict> keys() {
    return keys;
  }

  /** Returns what has changed since an earlier report, or null if it was not compared. */
  public @Nullable Comparison comparison() {
    return comparison;
  }

  /** Returns what to do after a PASS, as a checklist says; empty unless asked for. */
  public List<String> next() {
    return next;
  }

  /** Returns what the run is divided into, or null if it is judged as a whole. */
  public @Nullable PartKind each() {
    return each;
  }

  /**
   * Returns the verdict for each input, account or integration key, sorted by name; empty if the
   * run is judged as a whole. The worst is the verdict of the run.
   */
  public List<PartVerdict> parts() {
    return parts;
  }

  private List<@Nullable Object> values() {
    return Arrays.asList(
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
        gate,
        keys,
        comparison,
        next,
        each,
        parts);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GoLiveReport that && values().equals(that.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "GoLiveReport" + values();
  }

  /** Makes a report, part by part. Not thread-safe. */
  public static final class Builder {
    private Profile profile;
    private Verdict verdict;
    private List<Reason> reasons = List.of();
    private Window window = NO_WINDOW;
    private Calls calls = NO_CALLS;
    private List<Finding> findings = List.of();
    private List<String> notes = List.of();
    private List<Input> inputs = List.of();
    private List<Problem> problems = List.of();
    private @Nullable ReportSeries series;
    private Gate gate = Gate.DEFAULT;
    private List<KeyVerdict> keys = List.of();
    private @Nullable Comparison comparison;
    private List<String> next = List.of();
    private @Nullable PartKind each;
    private List<PartVerdict> parts = List.of();

    private Builder(Profile profile, Verdict verdict) {
      this.profile = profile;
      this.verdict = verdict;
    }

    /** Sets the rule set that the verdict belongs to. */
    public Builder profile(Profile value) {
      profile = value;
      return this;
    }

    /** Sets what is predicted for the calls in the log. */
    public Builder verdict(Verdict value) {
      verdict = value;
      return this;
    }

    /** Sets why the verdict is not PASS, most important first; empty for PASS. */
    public Builder reasons(List<Reason> value) {
      reasons = value;
      return this;
    }

    /** Sets the newest countable calls, which the review examines. */
    public Builder window(Window value) {
      window = value;
      return this;
    }

    /** Sets the counts of the whole log. */
    public Builder calls(Calls value) {
      calls = value;
      return this;
    }

    /** Sets what was found, the most severe first. */
    public Builder findings(List<Finding> value) {
      findings = value;
      return this;
    }

    /** Sets what the log cannot show. */
    public Builder notes(List<String> value) {
      notes = value;
      return this;
    }

    /** Sets what was read. */
    public Builder inputs(List<Input> value) {
      inputs = value;
      return this;
    }

    /** Sets what could not be read. */
    public Builder problems(List<Problem> value) {
      problems = value;
      return this;
    }

    /** Sets what charts need, or null where it was not asked for. */
    public Builder series(@Nullable ReportSeries value) {
      series = value;
      return this;
    }

    /** Sets the gate by which a build decides. */
    public Builder gate(Gate value) {
      gate = value;
      return this;
    }

    /**
     * Sets the verdict for each integration key that the log shows, of which the worst is the
     * verdict of the run; empty where it shows none.
     */
    public Builder keys(List<KeyVerdict> value) {
      keys = value;
      return this;
    }

    /** Sets what has changed since an earlier report, or null if it was not compared. */
    public Builder comparison(@Nullable Comparison value) {
      comparison = value;
      return this;
    }

    /** Sets what to do after a PASS: our own words, nothing from a log. */
    public Builder next(List<String> value) {
      next = value;
      return this;
    }

    /**
     * Sets the verdict for each part of the run.
     *
     * @param kind what the parts are, or null if the run is judged as a whole
     * @param value the parts, sorted by name
     */
    public Builder parts(@Nullable PartKind kind, List<PartVerdict> value) {
      each = kind;
      parts = value;
      return this;
    }

    /** Returns the report. */
    public GoLiveReport build() {
      return new GoLiveReport(this);
    }
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
   * @param key the key, or null for calls whose key is unknown
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
   * What is predicted for one input, account or integration key, as if its calls were checked
   * alone.
   *
   * @param name the input's name, the full id of the account in lower case, or the key in lower
   *     case
   * @param verdict what is predicted for its calls
   * @param reasons why that is not PASS, most important first
   * @param cleanCallsNeeded how many further clean countable calls make its window pass
   * @param total how many calls it has
   * @param countable how many of them the review would count
   */
  public record PartVerdict(
      SafeText name,
      Verdict verdict,
      List<Reason> reasons,
      int cleanCallsNeeded,
      long total,
      long countable) {
    /** Copies the list. */
    public PartVerdict {
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
   * @param outcome how the review sees it
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
   * @param failed how many got a 4xx or 5xx status, countable or not
   * @param duplicates how many were dropped as copies of other calls
   * @param filtered how many the filters left out
   * @param excluded how many the review would not count, by reason; every reason that any log can
   *     have has an entry
   * @param environments how many of all calls went to demo and to production
   * @param countableEnvironments how many of the countable calls did
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
      EnvironmentCounts environments,
      EnvironmentCounts countableEnvironments,
      @Nullable Instant from,
      @Nullable Instant to) {

    /** Counts of calls whose environment is unknown. */
    public Calls(
        long total,
        long countable,
        long failed,
        long duplicates,
        long filtered,
        Map<String, Long> excluded,
        @Nullable Instant from,
        @Nullable Instant to) {
      this(
          total,
          countable,
          failed,
          duplicates,
          filtered,
          excluded,
          new EnvironmentCounts(0, 0, total),
          new EnvironmentCounts(0, 0, countable),
          from,
          to);
    }
  }

  /**
   * What was read from one input.
   *
   * @param name the input's name as given
   * @param format the name of the reader
   * @param entries how many files or records describe, or should describe, a call
   * @param calls how many calls were read, before filters and duplicates
   * @param skipped how many files were skipped because they are no logs
   */
  public record Input(SafeText name, String format, long entries, long calls, long skipped) {}

  /**
   * What could not be read.
   *
   * @param code the kind of defect
   * @param source where it was found
   * @param line the line, from 1, or 0 where lines do not apply
   * @param offset the byte offset, or -1 where it does not apply
   * @param message what is wrong and what to do
   * @param count how many problems this row counts
   */
  public record Problem(
      String code, SafeText source, long line, long offset, SafeText message, long count) {
    private static final Set<String> INCOMPLETE =
        Set.of(
            "NESTED_TOO_DEEP",
            "TRUNCATED_ARCHIVE",
            "LIMIT_REACHED",
            "UNREADABLE_INPUT",
            "LOG_STOPPED");

    /** Returns whether every problem of this code means that calls may be missing. */
    public boolean isIncomplete() {
      return INCOMPLETE.contains(code);
    }
  }
}
