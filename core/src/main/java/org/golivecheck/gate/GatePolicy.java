package org.golivecheck.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.Finding;
import org.golivecheck.report.FindingState;
import org.golivecheck.report.Gate;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.data.ReportData;
import org.jspecify.annotations.Nullable;

/**
 * What a team excuses. {@link #apply} gives each finding of a report its state; {@link
 * GoLiveReport#decision()} then says whether the build passes.
 *
 * <pre>{@code
 * GatePolicy policy = GatePolicy.failingOn(FailOn.ERROR, LocalDate.now(ZoneOffset.UTC))
 *     .withBaseline("golive-baseline.json", Baseline.parse(Files.readString(file)));
 * assertThat(policy.apply(report, new Redactor()).decision().result()).isEqualTo(PASSED);
 * }</pre>
 *
 * <p>A suppression takes precedence over the baseline, whose counts do not include suppressed
 * findings. The counts of findings with the same fingerprint are added. If the sum exceeds the
 * baseline, all of these findings are open, since nothing shows which of them are new. Immutable.
 */
public final class GatePolicy {
  private final FailOn failOn;
  private final boolean allowEmpty;
  private final LocalDate today;
  private final @Nullable String file;
  private final Baseline baseline;
  private final List<Suppression> suppressions;

  private GatePolicy(
      FailOn failOn,
      boolean allowEmpty,
      LocalDate today,
      @Nullable String file,
      Baseline baseline,
      List<Suppression> suppressions) {
    this.failOn = Objects.requireNonNull(failOn, "failOn");
    this.allowEmpty = allowEmpty;
    this.today = Objects.requireNonNull(today, "today");
    this.file = file;
    this.baseline = Objects.requireNonNull(baseline, "baseline");
    this.suppressions = List.copyOf(suppressions);
  }

  /**
   * Returns a policy that excuses nothing.
   *
   * @param failOn the lowest severity at which an open finding fails the build
   * @param today the day that decides what has expired
   */
  public static GatePolicy failingOn(FailOn failOn, LocalDate today) {
    return new GatePolicy(failOn, false, today, null, Baseline.EMPTY, List.of());
  }

  /** Returns the same policy with a baseline and the name of its file. */
  public GatePolicy withBaseline(String name, Baseline other) {
    return new GatePolicy(failOn, allowEmpty, today, name, other, suppressions);
  }

  /**
   * Returns the same policy with other suppressions. The first one that matches a finding applies.
   */
  public GatePolicy withSuppressions(List<Suppression> other) {
    return new GatePolicy(failOn, allowEmpty, today, file, baseline, other);
  }

  /** Returns the same policy, which also excuses empty input or does not. */
  public GatePolicy withAllowEmpty(boolean other) {
    return new GatePolicy(failOn, other, today, file, baseline, suppressions);
  }

  /**
   * Returns a report with the states of its findings, and with the use of baseline and
   * suppressions. Applying the policy to the result changes nothing.
   *
   * @param redactor redacts the texts of baseline and configuration
   */
  public GoLiveReport apply(GoLiveReport report, Redactor redactor) {
    if (file == null && suppressions.isEmpty()) {
      return report.withGate(new Gate(failOn, allowEmpty, null, List.of()), unjudged(report));
    }
    Suppression[] matches = matches(report);
    List<Finding> judged = new ArrayList<>(report.findings().size());
    for (int i = 0; i < matches.length; i++) {
      Finding finding = report.findings().get(i);
      Suppression match = matches[i];
      judged.add(
          finding.withState(
              match == null
                  ? FindingState.OPEN
                  : new FindingState(
                      FindingState.Kind.SUPPRESSED,
                      0,
                      redactor.redact(match.reason()),
                      match.until(),
                      /* expired= */ false)));
    }
    GoLiveReport suppressed = report.withGate(report.gate(), judged);
    return file == null
        ? suppressed.withGate(gate(report, null, redactor), judged)
        : baselined(suppressed, file, redactor);
  }

  private static List<Finding> unjudged(GoLiveReport report) {
    for (Finding finding : report.findings()) {
      if (!finding.state().equals(FindingState.OPEN)) {
        return report.findings().stream().map(open -> open.withState(FindingState.OPEN)).toList();
      }
    }
    return report.findings();
  }

  /** Returns the suppression of each finding, or null. */
  private @Nullable Suppression[] matches(GoLiveReport report) {
    @Nullable Suppression[] matches = new Suppression[report.findings().size()];
    for (int i = 0; i < matches.length; i++) {
      for (Suppression suppression : suppressions) {
        if (matches[i] == null
            && !suppression.expired(today)
            && suppression.target().matches(report.findings().get(i))) {
          matches[i] = suppression;
        }
      }
    }
    return matches;
  }

  private GoLiveReport baselined(GoLiveReport report, String name, Redactor redactor) {
    Map<String, Long> counted =
        Comparisons.occurrences(report, finding -> !finding.state().excused());
    List<Finding> judged = new ArrayList<>(report.findings().size());
    for (Finding finding : report.findings()) {
      String fingerprint = finding.fingerprint().toString();
      BaselineEntry entry = finding.state().excused() ? null : baseline.entry(fingerprint);
      judged.add(
          entry == null
              ? finding
              : finding.withState(state(entry, counted.getOrDefault(fingerprint, 0L), redactor)));
    }
    return report.withGate(
        gate(report, baselineUse(report, name, counted, redactor), redactor), judged);
  }

  private FindingState state(BaselineEntry entry, long count, Redactor redactor) {
    boolean expired = entry.expired(today);
    boolean known = count <= entry.maxCount() && !expired;
    return new FindingState(
        known ? FindingState.Kind.BASELINED : FindingState.Kind.OPEN,
        entry.maxCount(),
        redactor.redactNullable(entry.reason()),
        entry.until(),
        expired);
  }

  private Gate.BaselineUse baselineUse(
      GoLiveReport report, String name, Map<String, Long> counted, Redactor redactor) {
    Map<String, Long> seen = Comparisons.occurrences(report, finding -> true);
    List<Gate.EntryUse> stale = new ArrayList<>();
    List<Gate.EntryUse> expired = new ArrayList<>();
    for (BaselineEntry entry : baseline.entries()) {
      if (entry.expired(today)) {
        expired.add(use(entry, counted, redactor));
      } else if (!seen.containsKey(entry.fingerprint())) {
        stale.add(use(entry, counted, redactor));
      }
    }
    return new Gate.BaselineUse(redactor.redact(name), baseline.entries().size(), stale, expired);
  }

  private static Gate.EntryUse use(
      BaselineEntry entry, Map<String, Long> counted, Redactor redactor) {
    return new Gate.EntryUse(
        redactor.redact(entry.fingerprint()),
        entry.maxCount(),
        counted.getOrDefault(entry.fingerprint(), 0L),
        redactor.redactNullable(entry.reason()),
        entry.until());
  }

  private Gate gate(GoLiveReport report, Gate.@Nullable BaselineUse use, Redactor redactor) {
    List<Gate.SuppressionUse> uses = new ArrayList<>(suppressions.size());
    for (Suppression suppression : suppressions) {
      long findings = report.findings().stream().filter(suppression.target()::matches).count();
      uses.add(
          new ReportData.SuppressionUse(
              suppression.target().rule(),
              redactor.redactCode(suppression.target().errorCode()),
              pattern(suppression.target().resource(), redactor),
              pattern(suppression.target().operation(), redactor),
              redactor.redact(suppression.reason()),
              suppression.until(),
              suppression.expired(today),
              findings));
    }
    return new Gate(failOn, allowEmpty, use, uses);
  }

  private static @Nullable SafeText pattern(@Nullable Object pattern, Redactor redactor) {
    return pattern == null ? null : redactor.redact(pattern.toString());
  }
}
