package org.golivecheck.report;

/** How the review sees a call in the window. */
public enum Outcome {
  /** A 2xx response. */
  OK,
  /** A 4xx or 5xx response. */
  ERROR,
  /** The later call of a polling pair that lies in the window. */
  BREACH,
  /** Any other status: neither success nor error. */
  UNKNOWN
}
