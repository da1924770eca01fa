package org.golivecheck.rule.check;

import java.util.BitSet;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.LastSeen;
import org.golivecheck.text.Words;

/**
 * PL-011: different resources of one envelope were read within 15 minutes. DocuSign's sentence
 * allows one GET status request for each envelope; its example allows one for each path.
 */
final class EnvelopeReadsRule extends LogCheck {
  private final LastSeen lastRead = new LastSeen();
  private final BitSet envelopes = new BitSet();

  EnvelopeReadsRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.countable() && kind.isMethod("GET");
  }

  @Override
  boolean isPart(TimedCall call) {
    int envelope = call.envelope();
    if (envelope < 0) {
      return false;
    }
    int before = lastRead.put(envelope, call.position());
    boolean another =
        before != LastSeen.NOTHING
            && call.ticks() - timeline.ticks(before) < timeline.pairs().breachGap()
            && timeline.resource(before) != call.resource();
    if (another) {
      envelopes.set(envelope);
    }
    return another;
  }

  @Override
  Finding finding(Evidence reads) {
    boolean strict = context.profile() == Profile.STRICT;
    return draft().severity(strict ? Severity.WARNING : Severity.INFO).build(message(reads), reads);
  }

  private String message(Evidence reads) {
    return "Different resources of "
        + Words.count(envelopes.cardinality(), "envelope", "envelopes")
        + " were read less than "
        + context.thresholds().pollingIntervalInWords()
        + " apart; the newest read is GET "
        + context.resource(reads.newest())
        + ". DocuSign's example allows it; its sentence, read strictly, does not.";
  }
}
