package org.golivecheck.cli.option;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.gate.Baseline;
import org.golivecheck.gate.BaselineEntry;
import org.golivecheck.gate.GatePolicy;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.GateDecision;
import org.golivecheck.report.GoLiveReport;
import org.jspecify.annotations.Nullable;

/**
 * The gate of one run.
 *
 * @param policy what is excused
 * @param file where the baseline is kept, or null where there is none
 * @param baseline what it knows
 * @param update whether what is found is to become known
 * @param today the day on which that happens
 */
public record GateRequest(
    GatePolicy policy, @Nullable Path file, Baseline baseline, boolean update, LocalDate today) {

  /** What a report became, and whether the baseline could be written where that was asked for. */
  public record Outcome(GoLiveReport report, ExitCode written) {}

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
          .warning("the baseline " + file + " stays as it is, since there is no verdict to go by");
      return new Outcome(judged, ExitCode.PASS);
    }
    Baseline updated = baseline.updated(judged, today);
    ExitCode written = write(updated, file, session);
    return new Outcome(policy.with(file.toString(), updated).apply(report, redactor), written);
  }

  private ExitCode write(Baseline updated, Path target, Session session) {
    ExitCode written =
        new Delivery(session)
            .deliverBytes(
                "the baseline",
                target,
                out -> {
                  StringBuilder text = new StringBuilder();
                  updated.write(text);
                  out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                });
    if (written == ExitCode.PASS) {
      session.messages().warning("the baseline " + target + " has " + changes(updated));
    }
    return written;
  }

  private String changes(Baseline updated) {
    long kept = updated.entries().stream().filter(entry -> knows(baseline, entry)).count();
    long expired = updated.entries().stream().filter(entry -> entry.expired(today)).count();
    int size = updated.entries().size();
    return (size == 1 ? "1 entry: " : size + " entries: ")
        + (size - kept)
        + " new, "
        + (baseline.entries().size() - kept)
        + " dropped"
        + (expired == 0
            ? ""
            : "; " + expired + " expired, which only a later 'until' written by hand renews");
  }

  private static boolean knows(Baseline baseline, BaselineEntry entry) {
    return baseline.entries().stream()
        .anyMatch(known -> known.fingerprint().equals(entry.fingerprint()));
  }
}
