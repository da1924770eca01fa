package org.golivecheck.rule.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;

/** GL-008: an archive holds exactly as many calls as a request log can. */
public final class CutLogRule implements Rule {
  /** A request log keeps so many calls of a user, and then switches itself off. */
  private static final int LOG_CAP = 50;

  private static final RuleInfo INFO =
      new RuleInfo(
          "GL-008",
          "Log may be cut at 50 calls",
          "go-live",
          "integration-developer",
          Severity.WARNING,
          "https://developers.docusign.com/docs/esign-rest-api/reference/diagnostics/requestlogs/updatesettings/",
          "Delete the user's request log, switch logging on again, run the integration and fetch the"
              + " log before it holds 50 calls; or give golive-check the logs of all users, or a log"
              + " of your own HTTP client.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of();
  }

  @Override
  public Scope scope() {
    return Scope.LOG;
  }

  @Override
  public Check start(ReviewContext context) {
    return new Check() {
      /** The calls of each archive, by its number. */
      private final List<Evidence> archives = new ArrayList<>();

      @Override
      public boolean concerns(CallKind kind) {
        return true;
      }

      @Override
      public void see(TimedCall call) {
        int archive = call.archive();
        if (archive < 0) {
          return;
        }
        while (archives.size() <= archive) {
          archives.add(new Evidence());
        }
        archives.get(archive).add(call.position());
      }

      @Override
      public void finish(FindingSink out) {
        for (Evidence calls : archives) {
          if (calls.count() == LOG_CAP) {
            out.add(
                Severity.WARNING,
                calls.count(),
                () -> new FindingDraft(context, INFO).build(message(calls), calls));
          }
        }
      }

      private String message(Evidence calls) {
        return context.timeline().archiveName(calls.newest())
            + " holds exactly "
            + LOG_CAP
            + " calls, where a request log ends: the newest calls of its user may be missing.";
      }
    };
  }
}
