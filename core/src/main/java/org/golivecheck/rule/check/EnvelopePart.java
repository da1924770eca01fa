package org.golivecheck.rule.check;

import org.golivecheck.call.Operation;
import org.golivecheck.rule.timeline.CallKind;

/** Which part of an envelope an operation is about. */
final class EnvelopePart {
  /** Stands for an operation that is not about one envelope. */
  static final String NO_ENVELOPE = "-";

  private EnvelopePart() {}

  /**
   * Returns the path template below the envelope, such as {@code /documents/{documentId}}; empty
   * for the envelope itself.
   */
  static String of(Operation operation) {
    String template = operation.template();
    int envelope = template.indexOf("/envelopes/{");
    if (envelope < 0) {
      return NO_ENVELOPE;
    }
    int end = template.indexOf('}', envelope);
    return end < 0 ? NO_ENVELOPE : template.substring(end + 1);
  }

  /** Returns whether calls create the view in which a recipient signs within the integration. */
  static boolean isRecipientView(CallKind kind) {
    return kind.isMethod("POST")
        && kind.succeeded()
        && kind.operation().template().endsWith("/views/recipient");
  }
}
