package org.golivecheck.rule.check;

import java.util.Arrays;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** EV-003: more calls than DocuSign advises built or changed one envelope. */
final class EnvelopeChangesRule extends Check {
  private static final int ADVISED = 5;

  private final Evidence beyond = new Evidence();
  private int[] changes = new int[0];
  private int envelopes;
  private int most;
  private int worst;

  EnvelopeChangesRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.countable() && changesEnvelope(kind);
  }

  @Override
  void see(TimedCall call) {
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
  void finish(FindingSink out) {
    if (envelopes > 0) {
      // A GUID has eight digits up to its first hyphen.
      String message =
          Words.count(envelopes, "envelope was", "envelopes were")
              + " built or changed by more than "
              + ADVISED
              + " calls, envelope "
              + timeline.envelopeId(worst).substring(0, 8)
              + " by "
              + most
              + ".";
      out.add(draft().build(message, beyond));
    }
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
