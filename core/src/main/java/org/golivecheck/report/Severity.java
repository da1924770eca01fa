package org.golivecheck.report;

import java.util.Locale;

/** How much a finding matters. Declared from the least to the most. */
public enum Severity {
  /** A hint. */
  INFO,
  /** Worth fixing; does not decide the verdict. */
  WARNING,
  /** A call of the finding decides the verdict under the profile. */
  ERROR;

  /** Returns the name used on the command line and in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
