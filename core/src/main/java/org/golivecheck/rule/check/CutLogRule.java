package org.golivecheck.rule.check;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;

/** GL-008: an archive contains exactly as many calls as a request log can. */
final class CutLogRule extends Check {
  /** A request log keeps this many calls of a user and then switches itself off. */
  private static final int LOG_CAP = 50;

  /** The calls of each archive, by its number. */
  private final List<Evidence> archives = new ArrayList<>();

  CutLogRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return true;
  }

  @Override
  void see(TimedCall call) {
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
  void finish(FindingSink out) {
    for (Evidence calls : archives) {
      if (calls.count() == LOG_CAP) {
        out.add(Severity.WARNING, calls.count(), () -> draft().build(message(calls), calls));
      }
    }
  }

  private String message(Evidence calls) {
    return timeline.archiveName(calls.newest())
        + " contains exactly "
        + LOG_CAP
        + " calls, where a request log ends, so the newest calls of its user may be missing.";
  }
}
