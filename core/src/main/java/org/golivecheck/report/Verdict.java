package org.golivecheck.report;

/** What golive-check predicts for the calls in a log. DocuSign decides, not this tool. */
public enum Verdict {
  /** Nothing in the log stands against passing under the profile. */
  PASS,
  /** The log shows at least one reason to fail under the profile. */
  FAIL,
  /** The log does not allow a verdict: no call, or not all of it could be read. */
  NO_VERDICT
}
