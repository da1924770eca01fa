package org.golivecheck.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.config.Configuration;
import org.golivecheck.config.ConfigurationFormatException;
import org.golivecheck.config.Keys;
import org.golivecheck.config.ValueType;
import org.golivecheck.gate.Baseline;
import org.golivecheck.gate.BaselineEntry;
import org.golivecheck.gate.Comparisons;
import org.golivecheck.gate.GatePolicy;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.GateDecision;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Verdict;
import org.golivecheck.text.UtcTime;
import org.jspecify.annotations.Nullable;

/**
 * The options that decide the exit code.
 *
 * @param policy the findings that do not fail
 * @param file the file of the baseline, or null if there is none
 * @param baseline the known findings
 * @param update whether to write the findings of this run to the baseline
 * @param today the day of the run
 */
public record GateOptions(
    GatePolicy policy, @Nullable Path file, Baseline baseline, boolean update, LocalDate today) {
  public static final OptionSpec FAIL_ON =
      OptionSpec.of(Keys.FAIL_ON).withWords("Exit 1 from: error (default), warning, info, never");
  static final OptionSpec BASELINE = OptionSpec.of(Keys.BASELINE);
  static final OptionSpec UPDATE_BASELINE =
      OptionSpec.flag("update-baseline", "Write the findings to the baseline").forFew();
  static final OptionSpec COMPARE =
      OptionSpec.value(
              "compare",
              ValueType.FILE,
              "Show what is new, gone, more or fewer since a JSON report")
          .forFew();

  /** All of them, in the order of help. */
  public static final List<OptionSpec> ALL = List.of(FAIL_ON, BASELINE, UPDATE_BASELINE, COMPARE);

  /** A report with the states of its findings, and how writing the baseline ended. */
  public record Outcome(GoLiveReport report, ExitCode written) {}

  /**
   * Returns the report with what has changed since the one that {@code --compare} names. If that
   * cannot be read, as before the first run, a message says so and nothing else changes.
   */
  public static GoLiveReport compared(
      GoLiveReport report, Arguments arguments, Redactor redactor, Session session) {
    String name = arguments.get(COMPARE);
    if (name == null) {
      return report;
    }
    if (report.verdict() == Verdict.NO_VERDICT) {
      session.messages().warning("nothing is compared, since there is no verdict");
      return report;
    }
    try {
      return Comparisons.compare(
          redactor.redact(name), Reports.read(name, session.in(), redactor), report);
    } catch (IOException e) {
      session.messages().warning("nothing is compared: " + e.getMessage());
      return report;
    }
  }

  /** Returns the reports to write: without a verdict, not the one that is compared with. */
  public static List<Reports.Target> written(
      GoLiveReport report, List<Reports.Target> targets, Arguments arguments) {
    String last = arguments.get(COMPARE);
    return last == null || report.verdict() != Verdict.NO_VERDICT
        ? targets
        : targets.stream().filter(target -> !Reports.isSame(Path.of(last), target.file())).toList();
  }

  /** Judges a report, and writes the baseline if asked to. */
  public Outcome apply(GoLiveReport report, Redactor redactor, Session session) {
    GoLiveReport judged = policy.apply(report, redactor);
    if (!update || file == null) {
      return new Outcome(judged, ExitCode.PASS);
    }
    if (judged.decision().result() == GateDecision.Result.UNDECIDED
        || report.calls().total() == 0) {
      session
          .messages()
          .warning("the baseline " + file + " is not changed, since there is no verdict");
      return new Outcome(judged, ExitCode.PASS);
    }
    Baseline updated = baseline.updated(judged, today);
    ExitCode written = write(updated, file, session);
    return new Outcome(
        policy.withBaseline(file.toString(), updated).apply(report, redactor), written);
  }

  private ExitCode write(Baseline updated, Path target, Session session) {
    ExitCode written = new Delivery(session).deliver("the baseline", target, updated::write);
    if (written.equals(ExitCode.PASS)) {
      session.messages().warning("the baseline " + target + " has " + changes(updated));
    }
    return written;
  }

  /** Returns how many entries are new, dropped, or have another limit. */
  private String changes(Baseline updated) {
    Map<String, Long> before = new HashMap<>();
    baseline.entries().forEach(entry -> before.put(entry.fingerprint(), entry.maxCount()));
    int added = 0;
    int raised = 0;
    int lowered = 0;
    for (BaselineEntry entry : updated.entries()) {
      Long limit = before.remove(entry.fingerprint());
      if (limit == null) {
        added++;
      } else if (entry.maxCount() > limit) {
        raised++;
      } else if (entry.maxCount() < limit) {
        lowered++;
      }
    }
    long expired = updated.entries().stream().filter(entry -> entry.expired(today)).count();
    int size = updated.entries().size();
    return "%s%s new, %s dropped, %s with a higher limit, %s with a lower limit%s"
        .formatted(
            size == 1 ? "1 entry: " : size + " entries: ",
            added,
            before.size(),
            raised,
            lowered,
            expired == 0
                ? ""
                : "; " + expired + " expired; write a later 'until' by hand to renew");
  }

  /**
   * Returns the gate that the options ask for.
   *
   * @throws UsageException if they contradict each other, or the baseline cannot be read
   */
  public static GateOptions of(Arguments arguments, Session session) throws UsageException {
    Configuration configuration = arguments.configuration();
    Instant asOf = arguments.moment(ReadOptions.AS_OF);
    // Entries expire by the day of the review, if the user sets it.
    LocalDate today = asOf == null ? session.environment().today() : UtcTime.day(asOf);
    GatePolicy policy = configuration.gatePolicy(today);
    boolean update = arguments.has(UPDATE_BASELINE);
    String name = arguments.get(BASELINE);
    if (name == null) {
      if (update) {
        throw new UsageException(
            "--update-baseline needs a file: give --baseline FILE, or set baseline in the"
                + " configuration");
      }
      return new GateOptions(policy, null, Baseline.EMPTY, false, today);
    }
    try {
      Baseline baseline = configuration.baseline(update);
      return new GateOptions(
          policy.withBaseline(name, baseline), Path.of(name), baseline, update, today);
    } catch (ConfigurationFormatException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }

  /**
   * Refuses to write a report over the baseline.
   *
   * @throws UsageException if a target is the baseline
   */
  public void refuseOverwriting(List<Reports.Target> targets) throws UsageException {
    for (Reports.Target target : targets) {
      if (file != null && Reports.isSame(file, target.file())) {
        throw new UsageException("the report would overwrite the baseline " + file);
      }
    }
  }
}
