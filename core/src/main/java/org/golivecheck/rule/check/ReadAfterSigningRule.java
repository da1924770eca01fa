package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.LastSeen;
import org.golivecheck.rule.timeline.Timeline;
import org.golivecheck.text.Words;

/**
 * PL-007: status or documents of an envelope were read soon after a recipient was sent to embedded
 * signing of it.
 */
public final class ReadAfterSigningRule implements Rule {
  /** Our own choice: how long a signer may take before a read has other reasons. 10 minutes. */
  private static final long SOON = 600 * Timeline.TICKS_PER_SECOND;

  private static final RuleInfo INFO =
      new RuleInfo(
          "PL-007",
          "Envelope read right after embedded signing",
          "polling",
          "integration-developer",
          Severity.WARNING,
          "https://developers.docusign.com/docs/esign-rest-api/reference/envelopes/envelopeviews/createrecipient/",
          "Read the event parameter that DocuSign adds to your returnUrl instead of asking for the"
              + " envelope, and let a Connect webhook confirm it (anybody can call your returnUrl)"
              + " and bring the documents.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Check start(ReviewContext context) {
    LastSeen views = new LastSeen();
    return new LogCheck() {
      @Override
      public boolean concerns(CallKind kind) {
        return PollingRemedy.isRecipientView(kind) || isStatusRead(kind);
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
        return view != LastSeen.NOTHING && call.ticks() - context.timeline().ticks(view) <= SOON;
      }

      @Override
      Finding finding(Evidence reads) {
        String message =
            Words.count(reads.count(), "call", "calls")
                + " read status or documents of an envelope within 10 minutes after a recipient"
                + " view of it, the newest GET "
                + context.resource(reads.newest())
                + ". DocuSign names this as polling.";
        return new FindingDraft(context, INFO).build(message, reads);
      }
    };
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
