package org.golivecheck.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ProblemCount;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.KeyWindow;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.GoLiveReport.Window;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.rule.Finding;
import org.golivecheck.rule.Review;
import org.golivecheck.rule.Review.CallRef;
import org.golivecheck.rule.Review.Counts;

/** Puts a report together: everything that came from a log passes the redactor here. */
final class ReportAssembly {
  private static final String APPLICATION_LOG = "app-log";

  private final Redactor redactor;

  /** Methods, templates and the like as they are shown: many calls share a few. */
  private final Map<String, SafeText> common = new HashMap<>();

  ReportAssembly(Redactor redactor) {
    this.redactor = redactor;
  }

  GoLiveReport assemble(Review judged, ReadingSummary reading) {
    Review review = judged.ofLogsThatShow(shown(reading));
    List<Reason> reasons = new ArrayList<>();
    for (Review.Reason reason : review.reasons()) {
      reasons.add(new Reason(reason.rule(), redactor.redact(reason.message())));
    }
    List<WindowCall> window = new ArrayList<>(review.window().size());
    for (Review.WindowCall call : review.window()) {
      window.add(windowCall(call));
    }
    List<org.golivecheck.report.Finding> findings = new ArrayList<>(review.findings().size());
    for (Finding finding : review.findings()) {
      findings.add(finding(finding));
    }
    List<Input> inputs = new ArrayList<>();
    for (LogInput input : reading.inputs()) {
      inputs.add(input(input));
    }
    List<Problem> problems = new ArrayList<>();
    for (ProblemCount row : reading.problems()) {
      problems.add(problem(row));
    }
    int required = review.windowSize();
    return GoLiveReport.builder(review.profile(), review.verdict())
        .reasons(reasons)
        .window(new Window(required, review.cleanCallsNeeded(), window))
        .calls(calls(review.counts()))
        .findings(findings)
        .notes(notes(review, reading))
        .inputs(inputs)
        .problems(problems)
        .series(review.series())
        .keys(review.keys().stream().map(key -> key(key, required)).toList())
        .build();
  }

  private KeyVerdict key(Review.KeyReview key, int required) {
    return new KeyVerdict(
        redactor.redactNullable(key.key()),
        key.verdict(),
        key.reasons().stream()
            .map(reason -> new Reason(reason.rule(), redactor.redact(reason.message())))
            .toList(),
        new KeyWindow(required, key.windowSize(), key.cleanCallsNeeded()),
        key.countable(),
        key.total());
  }

  /** Returns the notes of a review, and one for each log without calls. */
  private List<String> notes(Review review, ReadingSummary reading) {
    List<String> notes = new ArrayList<>(review.notes());
    for (LogInput input : reading.inputs()) {
      if (input.calls() == 0
          && input.format().equals(APPLICATION_LOG)
          && !hasProblem(input, reading)) {
        notes.add(
            "No call was found in "
                + redactor.redact(input.name())
                + ": neither what an HTTP client logs nor an exception of DocuSign's SDKs. If the"
                + " application made calls meanwhile, turn the client's debug log on.");
      }
    }
    return notes;
  }

  private static boolean hasProblem(LogInput input, ReadingSummary reading) {
    return reading.problems().stream()
        .anyMatch(row -> row.problem().source().startsWith(input.name()));
  }

  /** Returns what logs of the formats read can show; everything for calls that come from no log. */
  private static Set<LogField> shown(ReadingSummary reading) {
    EnumSet<LogField> shown = EnumSet.noneOf(LogField.class);
    for (LogInput input : reading.inputs()) {
      if (input.calls() > 0) {
        for (String format : input.format().split("\\+", -1)) {
          shown.addAll(shown(format));
        }
      }
    }
    return shown.isEmpty() ? EnumSet.allOf(LogField.class) : shown;
  }

  private static Set<LogField> shown(String format) {
    LogFormat known = Logs.format(format);
    return known == null ? EnumSet.allOf(LogField.class) : known.shows();
  }

  private WindowCall windowCall(Review.WindowCall windowCall) {
    CallRef call = windowCall.call();
    return new WindowCall(
        call.time(),
        common(call.method()),
        common(call.template()),
        redactor.redact(call.resource()),
        call.operation(),
        call.status(),
        windowCall.outcome(),
        redactor.redactNullable(call.errorCode()),
        redactor.redactNullable(call.traceToken()),
        redactor.redact(call.source()));
  }

  private org.golivecheck.report.Finding finding(Finding finding) {
    List<Evidence> evidence = new ArrayList<>(finding.evidence().size());
    for (CallRef call : finding.evidence()) {
      evidence.add(
          new Evidence(
              call.time(),
              redactor.redactNullable(call.traceToken()),
              redactor.redact(call.source()),
              call.status()));
    }
    return org.golivecheck.report.Finding.builder(finding.rule(), finding.severity())
        .title(finding.title())
        .basis(finding.basis())
        .category(finding.category())
        .actor(finding.actor())
        .message(redactor.redact(finding.message()))
        .remedy(finding.remedy())
        .retry(finding.retry())
        .method(redactor.redactNullable(finding.method()))
        .path(redactor.redactNullable(finding.template()))
        .resource(redactor.redactNullable(finding.resource()))
        .operation(finding.operation())
        .errorCode(redactor.redactNullable(finding.errorCode()))
        .consentUrl(redactor.redactNullable(finding.consentUrl()))
        .count(finding.count())
        .evidence(evidence)
        .fingerprint(redactor.redact(finding.fingerprint()))
        .build();
  }

  private static Calls calls(Counts counts) {
    Map<String, Long> excluded = new LinkedHashMap<>();
    for (Exclusion exclusion : Exclusion.values()) {
      Long count = counts.excluded().get(exclusion);
      if (count != null) {
        excluded.put(exclusion.id(), count);
      }
    }
    return new Calls(
        counts.total(),
        counts.countable(),
        counts.failed(),
        counts.duplicates(),
        counts.filtered(),
        excluded,
        counts.environments(),
        counts.countableEnvironments(),
        counts.from(),
        counts.to());
  }

  private Input input(LogInput input) {
    return new Input(
        redactor.redact(input.name()),
        input.format(),
        input.entries(),
        input.calls(),
        input.skipped());
  }

  private Problem problem(ProblemCount row) {
    LogProblem problem = row.problem();
    return new Problem(
        problem.code().name(),
        redactor.redact(problem.source()),
        problem.line(),
        problem.offset(),
        redactor.redact(problem.message()),
        row.count());
  }

  private SafeText common(String text) {
    SafeText known = common.get(text);
    if (known == null) {
      known = redactor.redact(text);
      common.put(text, known);
    }
    return known;
  }
}
