package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.LastSeen;
import org.golivecheck.rule.timeline.Timeline;
import org.golivecheck.text.Words;

/**
 * PL-007: status or documents of an envelope were read soon after a recipient was sent to embedded
 * signing of it.
 */
final class ReadAfterSigningRule extends LogCheck {
  /** Our own choice: how long a signer may take before a read has other reasons. 10 minutes. */
  private static final long SOON = 600 * Timeline.TICKS_PER_SECOND;

  private final LastSeen views = new LastSeen();

  ReadAfterSigningRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return EnvelopePart.isRecipientView(kind) || isStatusRead(kind);
  }

  @Override
  boolean isPart(TimedCall call) {
    int envelope = call.envelope();
    if (envelope < 0) {
      return false;
    }
    if (call.kind().isMethod("POST")) {
      views.put(envelope, call.position());
      return false;
    }
    int view = views.get(envelope);
    return view != LastSeen.NOTHING && call.ticks() - timeline.ticks(view) <= SOON;
  }

  @Override
  Finding finding(Evidence reads) {
    String message =
        Words.count(reads.count(), "call", "calls")
            + " read status or documents of an envelope within 10 minutes after a recipient"
            + " view of it, the newest GET "
            + context.resource(reads.newest())
            + ". DocuSign names this as polling.";
    return draft().build(message, reads);
  }

  /** The envelope itself, its recipients, its documents or one of them. */
  private static boolean isStatusRead(CallKind kind) {
    String part = EnvelopePart.of(kind.operation());
    return kind.countable()
        && kind.isMethod("GET")
        && (part.isEmpty()
            || part.equals("/recipients")
            || part.equals("/documents")
            || (part.startsWith("/documents/") && part.lastIndexOf('/') == "/documents".length()));
  }
}
