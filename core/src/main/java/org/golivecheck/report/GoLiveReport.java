package org.golivecheck.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.golivecheck.redaction.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run as data: what every report writer prints.
 *
 * <p>Texts from a log are {@link SafeText}, so they are redacted already. Immutable.
 *
 * <p>Its larger rows are interfaces, so that they can gain accessors. A test of a report writer can
 * implement them by records.
 */
public final class GoLiveReport {
  private static final Window NO_WINDOW = new Window(0, 0, List.of());

  // Set only by the builder, before the report is handed out.
  private Profile profile;
  private Verdict verdict;
  private List<Reason> reasons = List.of();
  private List<ProfileVerdict> profiles = List.of();
  private Window window = NO_WINDOW;
  private Calls calls;
  private List<Finding> findings = List.of();
  private List<String> notes = List.of();
  private List<Input> inputs = List.of();
  private List<Problem> problems = List.of();
  private @Nullable ReportSeries series;
  private Gate gate = Gate.DEFAULT;
  private List<KeyVerdict> keys = List.of();
  private @Nullable Comparison comparison;
  private List<NextStep> next = List.of();
  private @Nullable PartKind each;
  private List<PartVerdict> parts = List.of();

  @SuppressWarnings("NullAway.Init") // the builder asks for the calls
  private GoLiveReport(Profile profile, Verdict verdict) {
    this.profile = profile;
    this.verdict = verdict;
  }

  private GoLiveReport(GoLiveReport from) {
    profile = from.profile;
    verdict = from.verdict;
    reasons = from.reasons;
    profiles = from.profiles;
    window = from.window;
    calls = from.calls;
    findings = from.findings;
    notes = from.notes;
    inputs = from.inputs;
    problems = from.problems;
    series = from.series;
    gate = from.gate;
    keys = from.keys;
    comparison = from.comparison;
    next = from.next;
    each = from.each;
    parts = from.parts;
  }

  /**
   * Returns a builder of a report without findings, at the default gate. Its calls must be set.
   *
   * @param profile the rule set that the verdict belongs to
   * @param verdict what is predicted for the calls in the log
   */
  public static Builder builder(Profile profile, Verdict verdict) {
    return new Builder(new GoLiveReport(profile, verdict));
  }

  /** Returns a builder that begins with the parts of this report. */
  public Builder toBuilder() {
    return new Builder(new GoLiveReport(this));
  }

  /** Returns the same report at another gate, with its findings in the states given by it. */
  public GoLiveReport withGate(Gate other, List<Finding> judged) {
    return toBuilder().gate(other).findings(judged).build();
  }

  /** Returns how a build decides on this report. */
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

  /** Returns the verdicts by both rule sets of DocuSign, {@code classic} first. */
  public List<ProfileVerdict> profiles() {
    return profiles;
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

  /** Returns what charts need, or null if it was not asked for. */
  public @Nullable ReportSeries series() {
    return series;
  }

  /** Returns the gate by which a build decides. */
  public Gate gate() {
    return gate;
  }

  /**
   * Returns the verdict for each integration key that the log shows, of which the worst is the
   * verdict of the run; empty if it shows no key.
   */
  public List<KeyVerdict> keys() {
    return keys;
  }

  /** Returns what has changed since an earlier report, or null if it was not compared. */
  public @Nullable Comparison comparison() {
    return comparison;
  }

  /** Returns what to do after a PASS, as a checklist says; empty unless asked for. */
  public List<NextStep> next() {
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
        profiles,
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
    private final GoLiveReport report;

    private Builder(GoLiveReport report) {
      this.report = report;
    }

    /** Sets what is predicted for the calls in the log. */
    public Builder verdict(Verdict value) {
      report.verdict = value;
      return this;
    }

    /** Sets why the verdict is not PASS, most important first; empty for PASS. */
    public Builder reasons(List<Reason> value) {
      report.reasons = List.copyOf(value);
      return this;
    }

    /** Sets the verdicts by both rule sets of DocuSign. */
    public Builder profiles(List<ProfileVerdict> value) {
      report.profiles = List.copyOf(value);
      return this;
    }

    /** Sets the newest countable calls, which the review examines. */
    public Builder window(Window value) {
      report.window = value;
      return this;
    }

    /** Sets the counts of the whole log. */
    public Builder calls(Calls value) {
      report.calls = value;
      return this;
    }

    /** Sets what was found, the most severe first. */
    public Builder findings(List<Finding> value) {
      report.findings = List.copyOf(value);
      return this;
    }

    /** Sets what the log cannot show. */
    public Builder notes(List<String> value) {
      report.notes = List.copyOf(value);
      return this;
    }

    /** Sets what was read. */
    public Builder inputs(List<Input> value) {
      report.inputs = List.copyOf(value);
      return this;
    }

    /** Sets what could not be read. */
    public Builder problems(List<Problem> value) {
      report.problems = List.copyOf(value);
      return this;
    }

    /** Sets what charts need; null if it was not asked for. */
    public Builder series(@Nullable ReportSeries value) {
      report.series = value;
      return this;
    }

    /** Sets the gate by which a build decides. */
    public Builder gate(Gate value) {
      report.gate = value;
      return this;
    }

    /**
     * Sets the verdict for each integration key that the log shows, of which the worst is the
     * verdict of the run; empty if it shows no key.
     */
    public Builder keys(List<KeyVerdict> value) {
      report.keys = List.copyOf(value);
      return this;
    }

    /** Sets what has changed since an earlier report, or null if it was not compared. */
    public Builder comparison(@Nullable Comparison value) {
      report.comparison = value;
      return this;
    }

    /** Sets what to do after a PASS: our own words, nothing from a log. */
    public Builder next(List<NextStep> value) {
      report.next = List.copyOf(value);
      return this;
    }

    /**
     * Sets the verdict for each part of the run.
     *
     * @param kind what the parts are, or null if the run is judged as a whole
     * @param value the parts, sorted by name
     */
    public Builder parts(@Nullable PartKind kind, List<PartVerdict> value) {
      report.each = kind;
      report.parts = List.copyOf(value);
      return this;
    }

    /**
     * Returns the report.
     *
     * @throws NullPointerException if the calls were not set
     */
    public GoLiveReport build() {
      requireNonNull(report.calls, "calls");
      return new GoLiveReport(report);
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
   * What is predicted by one rule set.
   *
   * @param name the rule set
   * @param verdict what is predicted
   * @param reasons why that is not PASS, most important first
   */
  public record ProfileVerdict(Profile name, Verdict verdict, List<Reason> reasons) {
    /** Copies the list. */
    public ProfileVerdict {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Something to do.
   *
   * @param who who does it: an actor of the catalogue, such as {@code account-admin}, or a person
   *     in words
   * @param text what to do, in our own words and redacted names
   */
  public record NextStep(String who, String text) {}

  /** What is predicted for one integration key. The review looks at one key at a time. */
  public interface KeyVerdict {
    /** Returns the key, or null for the calls whose key is unknown. */
    @Nullable SafeText key();

    /** Returns what is predicted for its calls. */
    Verdict verdict();

    /** Returns why that is not PASS, most important first. */
    List<Reason> reasons();

    /** Returns its newest countable calls. */
    KeyWindow window();

    /** Returns the number of its calls that the review would count. */
    long countable();

    /** Returns the number of calls that were made with it. */
    long total();
  }

  /**
   * What is predicted for one input, account or integration key, as if its calls were checked
   * alone.
   */
  public interface PartVerdict {
    /**
     * Returns the input's name, the full id of the account in lower case, or the key in lower case.
     */
    SafeText name();

    /** Returns what is predicted for its calls. */
    Verdict verdict();

    /** Returns why that is not PASS, most important first. */
    List<Reason> reasons();

    /** Returns its verdicts by both rule sets of DocuSign. */
    List<ProfileVerdict> profiles();

    /** Returns how many further clean countable calls make its window pass. */
    int cleanCallsNeeded();

    /** Returns the number of its calls. */
    long total();

    /** Returns the number of its calls that the review would count. */
    long countable();
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

  /** One call of the window. */
  public interface WindowCall extends ReportedCall {
    /** Returns the path template. */
    SafeText path();

    /** Returns how the review judges it. */
    Outcome outcome();
  }

  /** The counts of the whole log, after filters and without duplicates unless stated otherwise. */
  public interface Calls {
    /** Returns the number of calls. */
    long total();

    /** Returns the number of calls that the review would count. */
    long countable();

    /** Returns the number of requests that got no response, which are not calls. */
    long unanswered();

    /** Returns the number of calls with a 4xx or 5xx status, countable or not. */
    long failed();

    /** Returns the number of calls that were dropped as copies of other calls. */
    long duplicates();

    /** Returns the number of calls that the filters left out. */
    long filtered();

    /**
     * Returns the number of calls that the review would not count, by the id of the reason. Every
     * reason that applies to all logs has an entry, even if its number is 0.
     */
    Map<String, Long> excluded();

    /** Returns the number of calls per environment. */
    EnvironmentCounts environments();

    /** Returns the number of countable calls per environment. */
    EnvironmentCounts countableEnvironments();

    /** Returns when the first call ended, or null if there are no calls. */
    @Nullable Instant from();

    /** Returns when the last call ended, or null if there are no calls. */
    @Nullable Instant to();
  }

  /**
   * What was read from one input.
   *
   * @param name the input's name as given
   * @param format the name of the reader
   * @param entries how many files or records describe, or should describe, a call
   * @param calls how many calls were read, before filters and duplicates
   * @param skipped how many files were skipped because they are not logs
   */
  public record Input(SafeText name, String format, long entries, long calls, long skipped) {}

  /** Something that could not be read. */
  public interface Problem {
    /** Returns the kind of defect: the name of a problem code. */
    String code();

    /** Returns where it was found. */
    SafeText source();

    /** Returns the line, from 1, or 0 if lines do not apply. */
    long line();

    /** Returns the byte offset, or -1 if it does not apply. */
    long offset();

    /** Returns what is wrong and what to do. */
    SafeText message();

    /** Returns the number of problems that this row covers. */
    long count();

    /** Returns whether every problem of this code means that calls may be missing. */
    default boolean isIncomplete() {
      return switch (code()) {
        case "NESTED_TOO_DEEP",
            "TRUNCATED_ARCHIVE",
            "LIMIT_REACHED",
            "UNREADABLE_INPUT",
            "LOG_STOPPED" ->
            true;
        default -> false;
      };
    }
  }
}
