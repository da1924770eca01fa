package org.golivecheck.rule.check;

import java.util.Locale;
import org.golivecheck.rule.timeline.CallKind;

/** What to do instead of polling, by what was polled. */
enum PollingRemedy {
  /** The list of envelopes. */
  LIST(
      "Let DocuSign tell you of changes: a Connect webhook for the account, or eventNotification in"
          + " each envelope. If you have to ask, make one list call every 20 minutes with from_date"
          + " set a little before the previous call; other filters do not make it another call."),
  /** The status of the workflow, delayed routing or scheduled sending (PL-006). */
  WORKFLOW(
      "Read workflow, delayed routing and scheduled sending at most once in 15 minutes: they count"
          + " as status polling too. Let DocuSign tell you of changes: a Connect webhook, or"
          + " eventNotification in the envelope."),
  /** An envelope whose recipient was just sent to embedded signing. */
  EMBEDDED_SIGNING(
      "After embedded signing read the event parameter that DocuSign adds to your returnUrl instead"
          + " of asking for the envelope, and confirm it by a Connect webhook or eventNotification"
          + " (anybody can call your returnUrl)."),
  /** Documents of an envelope. */
  DOCUMENT(
      "Download a document once, when DocuSign tells you that the envelope is completed (a Connect"
          + " webhook can carry the documents), and keep it: serve repeated requests from your own"
          + " copy for at least 15 minutes."),
  /** The envelope or anything else of it. */
  ENVELOPE(
      "Let DocuSign tell you of changes: a Connect webhook for the account, or eventNotification in"
          + " the envelope. If you have to ask, make one list call with a time span every 20 minutes"
          + " for all envelopes, and serve repeated requests from your own copy for 15 minutes.");

  private final String text;

  PollingRemedy(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /**
   * Returns what fits a polled envelope resource.
   *
   * @param logged the path as logged
   * @param viewed whether the envelope had a recipient view before
   */
  static PollingRemedy ofEnvelope(String logged, boolean viewed) {
    String path = logged.toLowerCase(Locale.ROOT);
    if (path.contains("/workflow")) {
      return WORKFLOW;
    }
    if (viewed) {
      return EMBEDDED_SIGNING;
    }
    return path.contains("/documents/") ? DOCUMENT : ENVELOPE;
  }

  /** Returns whether calls create the view by which a recipient signs in the integration. */
  static boolean isRecipientView(CallKind kind) {
    return kind.isMethod("POST")
        && kind.succeeded()
        && kind.operation().template().endsWith("/views/recipient");
  }
}
