package org.golivecheck.rule.check;

import java.util.Arrays;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** EV-003: more calls than DocuSign advises built or changed one envelope. */
public final class EnvelopeChangesRule implements Rule {
  private static final int ADVISED = 5;

  private static final RuleInfo INFO =
      new RuleInfo(
          "EV-003",
          "Many calls to build one envelope",
          "rate-limit",
          "integration-developer",
          Severity.WARNING,
          "https://developers.docusign.com/docs/esign-rest-api/esign101/rules-and-limits/",
          "Create the envelope with its documents, recipients and tabs in one POST, from a composite"
              + " template if need be, and change several recipients or tabs in one PUT.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.URL);
  }

  @Override
  public Check start(ReviewContext context) {
    return new Check() {
      private final Evidence beyond = new Evidence();
      private int[] changes = new int[0];
      private int envelopes;
      private int most;
      private int worst;

      @Override
      public boolean concerns(CallKind kind) {
        return kind.countable() && changesEnvelope(kind);
      }

      @Override
      public void see(TimedCall call) {
        int envelope = call.envelope();
        if (envelope < 0) {
          return;
        }
        if (envelope >= changes.length) {
          changes = Arrays.copyOf(changes, Math.max(16, envelope + (envelope >> 1) + 1));
        }
        int count = ++changes[envelope];
        if (count > ADVISED) {
          envelopes += count == ADVISED + 1 ? 1 : 0;
          beyond.add(call.position());
        }
        if (count > most) {
          most = count;
          worst = envelope;
        }
      }

      @Override
      public void finish(FindingSink out) {
        if (envelopes > 0) {
          // A GUID has eight digits up to its first hyphen.
          String message =
              Words.count(envelopes, "envelope was", "envelopes were")
                  + " built or changed by more than "
                  + ADVISED
                  + " calls, envelope "
                  + context.timeline().envelopeId(worst).substring(0, 8)
                  + " by "
                  + most
                  + ".";
          out.add(new FindingDraft(context, INFO).build(message, beyond));
        }
      }
    };
  }

  /** Views, locks and previews leave the envelope as it is. */
  private static boolean changesEnvelope(CallKind kind) {
    String part = EnvelopePart.of(kind.operation());
    if (part.equals(EnvelopePart.NO_ENVELOPE)) {
      return false;
    }
    return switch (kind.operation().method()) {
      case "POST", "PUT", "DELETE" ->
          !part.startsWith("/views/") && !part.startsWith("/lock") && !part.endsWith("_preview");
      default -> false;
    };
  }
}
