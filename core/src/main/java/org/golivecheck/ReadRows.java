package org.golivecheck;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ProblemCount;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.ProfileVerdict;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.Profile;
import org.golivecheck.report.data.ReportData;
import org.golivecheck.rule.check.NoResponse;
import org.golivecheck.rule.review.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of its inputs: logs, or a recorder in their place.
 *
 * @param summary the inputs, and what could not be read
 * @param notes what a recorder has no calls of
 */
record ReadRows(ReadingSummary summary, List<String> notes) {

  private static final String APPLICATION_LOG = "app-log";

  static ReadRows of(ReadingSummary summary) {
    return new ReadRows(summary, List.of());
  }

  static ReadRows of(CallRecorder recorder, long calls, Profile profile) {
    List<ProblemCount> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    long dropped = recorder.dropped();
    if (dropped > 0 && profile != Profile.CLASSIC) {
      // These profiles judge old calls too: what is missing may fail them.
      String message =
          dropped(dropped) + " The " + profile.id() + " profile needs them all: make it larger.";
      problems.add(problem(ProblemCode.LIMIT_REACHED, recorder, message, dropped));
    } else if (dropped > 0) {
      notes.add(dropped(dropped) + " The review examines the newest.");
    }
    if (recorder.failures() > 0) {
      String message =
          "Recording went wrong, so a call may be missing or lack what its response says; the"
              + " client took no harm. "
              + failure(recorder.firstFailure());
      problems.add(problem(ProblemCode.BAD_RECORD, recorder, message, recorder.failures()));
    }
    LogInput input = new LogInput(recorder.name(), "recorder", recorder.recorded(), calls, 0);
    return new ReadRows(
        new ReadingSummary(List.of(input), problems, Set.of(), recorder.withoutResponse()), notes);
  }

  /** Returns what went wrong. A linkage error means that a library is too old. */
  private static String failure(@Nullable String first) {
    String what = first == null ? "" : " (" + first + ")";
    return first != null && first.matches("java\\.lang\\.(NoSuch|NoClass|Abstract|Incompat).*")
        ? "A library of this build is older than golive-check needs; the versions are on the page"
            + " 'In your build'"
            + what
            + "."
        : "This is a defect of golive-check or of the adapter" + what + ".";
  }

  private static String dropped(long calls) {
    return "The recorder was full: the oldest "
        + (calls == 1 ? "call is" : calls + " calls are")
        + " missing.";
  }

  private static ProblemCount problem(
      ProblemCode code, CallRecorder recorder, String message, long count) {
    return new ProblemCount(
        new LogProblem(code, new LogProblem.Position(recorder.name(), 0, -1), message, true),
        count);
  }

  /** Returns what calls of these inputs cannot show. */
  Coverage coverage() {
    EnumSet<LogField> fields = EnumSet.noneOf(LogField.class);
    for (LogInput input : summary.inputs()) {
      if (input.calls() > 0) {
        for (String format : input.format().split("\\+", -1)) {
          fields.addAll(fields(format));
        }
      }
    }
    return new Coverage(
        summary.unread(),
        fields.isEmpty() ? Coverage.FULL.fields() : fields,
        summary.inputs().stream().map(input -> summary.unreadOf(input.name())).toList(),
        summary.unanswered());
  }

  private static Set<LogField> fields(String format) {
    LogFormat known = Logs.format(format);
    return known == null ? Coverage.FULL.fields() : known.shows();
  }

  /** Returns a report with inputs, problems, and what is to be noted of them. */
  GoLiveReport addTo(GoLiveReport report, Redactor redactor) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(report.notes());
    for (LogInput input : summary.inputs()) {
      if (input.calls() == 0 && !hasProblem(input)) {
        all.add(
            "No call was found in "
                + redactor.redact(input.name())
                + (input.format().equals(APPLICATION_LOG)
                    ? ": neither what an HTTP client logs nor an exception of DocuSign's SDKs. If"
                        + " the application made calls meanwhile, turn the client's debug log on."
                    : "."));
      }
    }
    List<Reason> reasons = reasons(report, redactor);
    return report.toBuilder()
        .reasons(reasons)
        .profiles(
            report.profiles().stream()
                .map(
                    it ->
                        reasons.equals(report.reasons())
                            ? it
                            : new ProfileVerdict(it.name(), it.verdict(), reasons))
                .toList())
        .notes(all)
        .inputs(summary.inputs().stream().map(input -> row(input, redactor)).toList())
        .problems(summary.problems().stream().map(problem -> row(problem, redactor)).toList())
        .build();
  }

  /** Returns the reasons. If every call of the logs is a problem, the first one is why. */
  private List<Reason> reasons(GoLiveReport report, Redactor redactor) {
    boolean noCall = report.calls().total() == 0 && report.calls().filtered() == 0;
    if (!noCall || report.each() != null || summary.incomplete()) {
      return report.reasons();
    }
    if (!summary.unanswered().isEmpty()) {
      return List.of(
          new Reason("GL-000", redactor.redact(NoResponse.whyNoVerdict(summary.unanswered()))));
    }
    return summary.problems().stream()
        .map(ProblemCount::problem)
        .filter(
            problem ->
                problem.code() != ProblemCode.UNKNOWN_FORMAT
                    || summary.inputs().stream()
                        .anyMatch(input -> input.name().equals(problem.source())))
        .findFirst()
        .map(problem -> "No call could be read. " + problem.source() + ": " + problem.message())
        .map(why -> List.of(new Reason("GL-000", redactor.redact(why))))
        .orElse(report.reasons());
  }

  private boolean hasProblem(LogInput input) {
    return summary.problems().stream()
            .anyMatch(row -> row.problem().source().startsWith(input.name()))
        || summary.unanswered().stream()
            .anyMatch(request -> request.source().startsWith(input.name()));
  }

  private static Input row(LogInput input, Redactor redactor) {
    return new Input(
        redactor.redact(input.name()),
        input.format(),
        input.entries(),
        input.calls(),
        input.skipped());
  }

  private static Problem row(ProblemCount counted, Redactor redactor) {
    LogProblem problem = counted.problem();
    return new ReportData.Problem(
        problem.code().name(),
        redactor.redact(problem.source()),
        problem.line(),
        problem.offset(),
        redactor.redact(problem.message()),
        counted.count());
  }
}
