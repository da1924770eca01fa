package org.golivecheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.call.Exclusion;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCount;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.Evidence;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.GoLiveReport.Window;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.rule.Finding;
import org.golivecheck.rule.Review;
import org.golivecheck.rule.Review.CallRef;
import org.golivecheck.rule.Review.Counts;
import org.jspecify.annotations.Nullable;

/** Puts a report together: everything that came from a log passes the redactor here. */
final class ReportAssembly {
  private final Redactor redactor;

  ReportAssembly(Redactor redactor) {
    this.redactor = redactor;
  }

  GoLiveReport assemble(Review judged, ReadingSummary reading) {
    Review review = reading.incomplete() ? judged.ofIncompleteLog() : judged;
    List<GoLiveReport.Finding> findings = new ArrayList<>(review.findings().size());
    for (Finding finding : review.findings()) {
      findings.add(finding(finding));
    }
    return new GoLiveReport(
        review.profile(),
        review.verdict(),
        review.reasons().stream()
            .map(reason -> new Reason(reason.rule(), redactor.redact(reason.message())))
            .toList(),
        new Window(
            Review.WINDOW_SIZE,
            review.cleanCallsNeeded(),
            review.window().stream().map(this::windowCall).toList()),
        calls(review.counts()),
        findings,
        review.notes(),
        reading.inputs().stream().map(this::input).toList(),
        reading.problems().stream().map(this::problem).toList());
  }

  private WindowCall windowCall(Review.WindowCall windowCall) {
    CallRef call = windowCall.call();
    return new WindowCall(
        call.time(),
        redactor.redact(call.method()),
        redactor.redact(call.template()),
        redactor.redact(call.resource()),
        call.operation(),
        call.status(),
        windowCall.outcome(),
        redacted(call.errorCode()),
        redacted(call.traceToken()),
        redactor.redact(call.source()));
  }

  private GoLiveReport.Finding finding(Finding finding) {
    List<Evidence> evidence = new ArrayList<>(finding.evidence().size());
    for (CallRef call : finding.evidence()) {
      evidence.add(
          new Evidence(
              call.time(),
              redacted(call.traceToken()),
              redactor.redact(call.source()),
              call.status()));
    }
    return new GoLiveReport.Finding(
        finding.rule(),
        finding.title(),
        finding.severity(),
        finding.basis(),
        finding.category(),
        finding.actor(),
        redactor.redact(finding.message()),
        finding.remedy(),
        finding.retry(),
        redacted(finding.method()),
        redacted(finding.template()),
        redacted(finding.resource()),
        finding.operation(),
        redacted(finding.errorCode()),
        finding.count(),
        evidence,
        redactor.redact(finding.fingerprint()));
  }

  private static Calls calls(Counts counts) {
    Map<String, Long> excluded = new LinkedHashMap<>();
    for (Exclusion exclusion : Exclusion.values()) {
      excluded.put(exclusion.id(), counts.excluded().getOrDefault(exclusion, 0L));
    }
    return new Calls(
        counts.total(),
        counts.countable(),
        counts.failed(),
        counts.duplicates(),
        counts.filtered(),
        excluded,
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

  private @Nullable SafeText redacted(@Nullable String text) {
    return text == null ? null : redactor.redact(text);
  }
}
