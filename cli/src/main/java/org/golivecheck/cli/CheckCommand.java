package org.golivecheck.cli;

import java.util.List;
import java.util.function.Function;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.TextOptions;
import org.golivecheck.rule.Verdict;

/** {@code check}: judges the calls in logs and writes reports. */
final class CheckCommand implements Command {
  private final Engine engine;
  private final OptionSpec report;

  CheckCommand(Engine engine) {
    this.engine = engine;
    this.report =
        OptionSpec.value(
                "report",
                "FORMAT[=FILE]",
                "Report format: " + String.join(", ", engine.reportFormats()))
            .withLetter('r')
            .manyTimes();
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "check",
        "INPUT...",
        "Judge the calls in logs (the default)",
        "Predicts from the calls in DocuSign API logs whether an integration would pass its"
            + " Go-Live review. INPUT is a file, a folder, a glob, or - for standard input.",
        true,
        List.of(
            report,
            ReadOptions.PROFILE,
            GateOptions.FAIL_ON,
            GateOptions.BASELINE,
            GateOptions.UPDATE_BASELINE,
            ReadOptions.AS_OF,
            ReadOptions.SINCE,
            ReadOptions.UNTIL,
            ReadOptions.ACCOUNT,
            ReadOptions.USER,
            ReadOptions.HOST,
            TrafficArguments.INTEGRATION_KEY,
            TrafficArguments.ACCOUNT_ALIAS,
            TrafficArguments.GATEWAY_HOST,
            FormatArguments.INPUT_FORMAT,
            FormatArguments.MAP,
            FormatArguments.ZONE,
            FormatArguments.LOG_FORMAT,
            ReadOptions.ALLOW_EMPTY,
            ReadOptions.NO_REDACT,
            ReadOptions.COLOR,
            ReadOptions.THREADS,
            ReadOptions.LIMIT,
            CommonOptions.QUIET,
            CommonOptions.VERBOSE),
        List.of(
            "golive-check request-logs.zip",
            "golive-check -r text -r json=report.json --since 2026-11-01 logs/",
            "golive-check explain USER_LACKS_PERMISSIONS"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    return run(arguments, session, ReadOptions.request(arguments, session), engine::open);
  }

  /**
   * Judges logs.
   *
   * @param asked how to read them
   * @param opener opens them, once all options are known to make sense
   */
  ExitCode run(
      Arguments arguments,
      Session session,
      LogRequest asked,
      Function<LogRequest, LogCalls> opener)
      throws UsageException {
    List<ReportTarget> targets =
        ReportTarget.parse(arguments.all(report), engine.reportFormats(), "text");
    LogRequest request = withWhatIsShown(asked, targets);
    ReadOptions.refuseOverwriting(request, targets);
    GateRequest gate = GateOptions.request(arguments, session);
    GateOptions.refuseOverwriting(gate.file(), targets);
    GoLiveReport read =
        WatchedReading.read(request, session, opener, logs -> engine.check(logs, request));
    GateRequest.Outcome outcome = gate.apply(read, engine.redactor(request.redact()), session);
    GoLiveReport result = outcome.report();
    ExitCode delivered = deliver(result, targets, arguments, session);
    tell(result, targets, session.messages());
    return delivered.or(outcome.written()).or(ExitCode.of(result.decision()));
  }

  private LogRequest withWhatIsShown(LogRequest request, List<ReportTarget> targets) {
    for (ReportTarget target : targets) {
      if (engine.showsSeries(target.format())) {
        return request.withSeries();
      }
    }
    return request;
  }

  private ExitCode deliver(
      GoLiveReport result, List<ReportTarget> targets, Arguments arguments, Session session) {
    Delivery delivery = new Delivery(session);
    ExitCode worst = ExitCode.PASS;
    for (ReportTarget target : targets) {
      TextOptions style = ReadOptions.style(arguments, session, target);
      worst =
          worst.or(
              delivery.deliver(
                  target, out -> engine.reportWriter(target.format(), style).write(result, out)));
    }
    return worst;
  }

  /** Tells on standard error what decides the exit code and may not be seen elsewhere. */
  private static void tell(GoLiveReport result, List<ReportTarget> targets, Messages messages) {
    for (Problem problem : result.problems()) {
      if (isUnreadableInput(problem)) {
        messages.warning("cannot read " + problem.source() + ": " + problem.message());
      }
    }
    boolean shown = false;
    for (ReportTarget target : targets) {
      shown |= target.toStandardOutput();
    }
    if (!shown) {
      messages.warning(verdictLine(result));
    }
    for (Input input : result.inputs()) {
      messages.detail(
          "read "
              + input.name()
              + ": "
              + input.calls()
              + " calls in "
              + input.entries()
              + " entries");
    }
  }

  private static String verdictLine(GoLiveReport result) {
    String verdict =
        result.verdict() == Verdict.NO_VERDICT ? "no verdict" : result.verdict().name();
    String line =
        verdict
            + " by profile "
            + result.profile().id()
            + (result.decision().excused() ? ", all of it known" : "");
    return result.reasons().isEmpty() ? line : line + ": " + result.reasons().get(0).message();
  }

  private static boolean isUnreadableInput(Problem problem) {
    return problem.code().equals(ProblemCode.UNREADABLE_INPUT.name());
  }
}
