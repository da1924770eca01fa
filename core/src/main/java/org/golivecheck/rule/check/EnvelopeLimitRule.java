package org.golivecheck.rule.check;

import java.util.Locale;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * EV-001 and EV-002: DocuSign refused calls because too many went to one envelope, reads or
 * updates. One finding for each error code.
 */
public final class EnvelopeLimitRule implements Rule {
  private static final String BASIS =
      "https://www.docusign.com/blog/developers/service-protection-new-api-errors-excessive-polling-and-envelope-updates";

  private static final RuleInfo READS =
      new RuleInfo(
          "EV-001",
          "Reads of one envelope blocked",
          "polling",
          "integration-developer",
          Severity.WARNING,
          BASIS,
          "Stop reading the envelope in a loop: let a Connect webhook or eventNotification tell you"
              + " of changes. To go on now, wait an hour after an hourly limit, 30 seconds after a"
              + " burst limit.");

  private static final RuleInfo UPDATES =
      new RuleInfo(
          "EV-002",
          "Updates of one envelope blocked",
          "rate-limit",
          "integration-developer",
          Severity.WARNING,
          BASIS,
          "Put recipients, tabs and documents of an envelope together into as few calls as you can;"
              + " DocuSign advises five or fewer, the sending included. To go on now, wait an hour"
              + " after an hourly limit, 30 seconds after a burst limit.");

  private final RuleInfo info;
  private final String codeEnd;
  private final String what;

  private EnvelopeLimitRule(RuleInfo info, String codeEnd, String what) {
    this.info = info;
    this.codeEnd = codeEnd;
    this.what = what;
  }

  /** Returns EV-001. */
  public static Rule ofReads() {
    return new EnvelopeLimitRule(READS, "_ENVELOPE_POLLING_LIMIT_EXCEEDED", "reads");
  }

  /** Returns EV-002. */
  public static Rule ofUpdates() {
    return new EnvelopeLimitRule(UPDATES, "_APIINVOCATION_ENVELOPE_LIMIT_EXCEEDED", "updates");
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.ERROR);
  }

  @Override
  public Check start(ReviewContext context) {
    return new GroupCheck<String>(info) {
      @Override
      public boolean concerns(CallKind kind) {
        return kind.failed();
      }

      @Override
      @Nullable String groupOf(TimedCall call) {
        String logged = call.detail().errorCode();
        String code = logged == null ? "" : logged.toUpperCase(Locale.ROOT);
        return code.endsWith(codeEnd) ? code : null;
      }

      @Override
      Finding finding(String code, Evidence evidence) {
        boolean burst = code.startsWith("BURST");
        String message =
            "Too many "
                + what
                + " of one envelope within "
                + (burst ? "30 seconds" : "an hour")
                + ": DocuSign refused "
                + Words.calls(evidence.count())
                + ", the newest "
                + context.timeline().kind(evidence.newest()).operation().method()
                + " "
                + context.resource(evidence.newest())
                + ". The limit holds in demo and production and is not published.";
        return new FindingDraft(context, info)
            .errorCode(context.timeline().detail(evidence.newest()).errorCode())
            .build(message, evidence);
      }
    };
  }
}
