package org.golivecheck.render;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.golivecheck.call.Exclusion;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.EnvironmentCounts;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.KeyWindow;
import org.golivecheck.report.GoLiveReport.PartVerdict;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.GoLiveReport.Window;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.report.data.ReportData;

/** Any reports, sensible or not, whose texts from a log hold any characters. */
final class ReportArbitraries {
  private static final Redactor REDACTOR = new Redactor();

  private ReportArbitraries() {}

  static Arbitrary<GoLiveReport> reports() {
    return Combinators.combine(
            Arbitraries.of(Profile.class),
            Arbitraries.of(Verdict.class),
            Combinators.combine(rules(), texts()).as(Reason::new).list().ofMaxSize(3),
            windows(),
            calls(),
            findings().list().ofMaxSize(4),
            Arbitraries.of("What the log cannot show.", "And more.").list().ofMaxSize(7),
            inputsAndProblems())
        .as(
            (profile, verdict, reasons, window, calls, findings, notes, rest) ->
                gated(profile, verdict, reasons, window, calls, findings, notes, rest));
  }

  /** A report at a gate that excuses some findings, by what the rest of it happens to be. */
  private static GoLiveReport gated(
      Profile profile,
      Verdict verdict,
      List<Reason> reasons,
      Window window,
      Calls calls,
      List<Finding> findings,
      List<String> notes,
      Rest rest) {
    GoLiveReport report =
        GoLiveReport.builder(profile, verdict)
            .reasons(reasons)
            .profiles(
                List.of(
                    new GoLiveReport.ProfileVerdict(Profile.CLASSIC, verdict, reasons),
                    new GoLiveReport.ProfileVerdict(Profile.CURRENT, Verdict.PASS, List.of())))
            .window(window)
            .calls(calls)
            .findings(findings)
            .notes(notes)
            .inputs(rest.inputs())
            .problems(rest.problems())
            .series(rest.series())
            .keys(rest.keys())
            .parts(
                notes.isEmpty() ? null : PartKind.ACCOUNT,
                notes.isEmpty() ? List.of() : parts(rest))
            .build();
    FailOn failOn = notes.isEmpty() ? FailOn.ERROR : FailOn.INFO;
    return reasons.size() == 1
        ? report
        : GateFixtures.policy(failOn, report).apply(report, REDACTOR);
  }

  private record Rest(
      List<Input> inputs, List<Problem> problems, ReportSeries series, List<KeyVerdict> keys) {}

  private static Arbitrary<Rest> inputsAndProblems() {
    Arbitrary<Input> inputs =
        Combinators.combine(texts(), formats(), counts(), counts(), counts()).as(Input::new);
    Arbitrary<Problem> problems =
        Combinators.combine(
                Arbitraries.of("NO_TIMESTAMP", "TRUNCATED_ARCHIVE"),
                texts(),
                counts(),
                Arbitraries.longs().between(-1, Long.MAX_VALUE),
                texts(),
                counts().map(count -> count + 1))
            .as(ReportData.Problem::new);
    return Combinators.combine(
            inputs.list().ofMaxSize(7),
            problems.list().ofMaxSize(7),
            SeriesArbitraries.series(texts(), times()).injectNull(0.5),
            keys().list().ofMaxSize(7))
        .as(Rest::new);
  }

  /** A part for each key whose name is known. */
  private static List<PartVerdict> parts(Rest rest) {
    return rest.keys().stream()
        .filter(key -> key.key() != null)
        .<PartVerdict>map(
            key ->
                new ReportData.PartVerdict(
                    key.key(),
                    key.verdict(),
                    key.reasons(),
                    List.of(),
                    key.window().cleanCallsNeeded(),
                    key.total(),
                    key.countable()))
        .toList();
  }

  private static Arbitrary<KeyVerdict> keys() {
    return Combinators.combine(
            texts().injectNull(0.3),
            Arbitraries.of(Verdict.class),
            Combinators.combine(rules(), texts()).as(Reason::new).list().ofMaxSize(2),
            Arbitraries.integers().between(0, 20),
            counts())
        .as(
            (key, verdict, reasons, needed, total) ->
                new ReportData.KeyVerdict(
                    key, verdict, reasons, new KeyWindow(20, 7, needed), total, total));
  }

  private static Arbitrary<Window> windows() {
    Arbitrary<WindowCall> calls =
        Combinators.combine(
                times(), texts(), texts(), operations(), statuses(), outcomes(), texts())
            .as(
                (time, method, path, operation, status, outcome, other) ->
                    new ReportData.WindowCall(
                        time,
                        method,
                        path,
                        path,
                        operation,
                        status,
                        outcome,
                        other.length() % 2 == 0 ? null : other,
                        other.length() % 3 == 0 ? null : other,
                        other));
    return Combinators.combine(Arbitraries.integers().between(0, 20), calls.list().ofMaxSize(20))
        .as((needed, list) -> new Window(20, needed, list));
  }

  private static Arbitrary<Calls> calls() {
    return Combinators.combine(counts(), counts(), counts(), times().injectNull(0.2), times())
        .as(
            (total, failed, other, from, to) -> {
              Map<String, Long> excluded = new HashMap<>();
              for (Exclusion reason : Exclusion.values()) {
                excluded.put(reason.id(), other);
              }
              return new ReportData.Calls(
                  total,
                  total,
                  0,
                  failed,
                  other,
                  other,
                  excluded,
                  new EnvironmentCounts(total, failed, other),
                  new EnvironmentCounts(other, total, failed),
                  from,
                  to);
            });
  }

  private static Arbitrary<Finding> findings() {
    Arbitrary<List<Evidence>> evidence =
        Combinators.combine(times(), texts().injectNull(0.2), texts(), statuses())
            .as(Evidence::new)
            .list()
            .ofMaxSize(50);
    Arbitrary<String> actors =
        Arbitraries.of(
            "integration-developer", "account-plan-owner/docusign-support", "end-user", "nobody");
    return Combinators.combine(
            rules(),
            Arbitraries.of(Severity.class),
            actors,
            texts(),
            texts().injectNull(0.3),
            operations(),
            counts(),
            evidence)
        .as(
            (rule, severity, actor, text, optional, operation, count, calls) ->
                Finding.builder(rule, severity)
                    .title("A title")
                    .basis("heuristic")
                    .category("polling")
                    .actor(actor)
                    .message(text)
                    .remedy("What to do.")
                    .retry(optional == null ? null : "no")
                    .method(optional)
                    .path(optional)
                    .resource(optional)
                    .operation(operation)
                    .errorCode(optional)
                    .count(count)
                    .evidence(calls)
                    .fingerprint(REDACTOR.redact(rule + "|" + text))
                    .build());
  }

  private static Arbitrary<String> rules() {
    return Arbitraries.of("GL-001", "PL-003", "ER-user-permission");
  }

  private static Arbitrary<String> formats() {
    return Arbitraries.of("request-log", "har");
  }

  private static Arbitrary<String> operations() {
    return Arbitraries.of("Envelopes:get", "Envelopes:create").injectNull(0.3);
  }

  private static Arbitrary<Outcome> outcomes() {
    return Arbitraries.of(Outcome.class);
  }

  private static Arbitrary<Integer> statuses() {
    return Arbitraries.integers().between(100, 999);
  }

  private static Arbitrary<Long> counts() {
    return Arbitraries.longs().between(0, 1L << 40);
  }

  private static Arbitrary<Instant> times() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 4_000_000_000L),
            Arbitraries.of(0, 500_000_000, 123_456_700, 123_456_789, 100))
        .as(Instant::ofEpochSecond);
  }

  private static Arbitrary<SafeText> texts() {
    return Arbitraries.strings().ofMaxLength(30).map(REDACTOR::redact);
  }
}
