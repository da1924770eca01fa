package org.golivecheck.report;

/** The rule set that decides a verdict. */
public enum Profile {
  /**
   * The automated review as DocuSign described it from 2021 to 2025: the newest 20 countable calls
   * must all succeed, without a polling breach.
   */
  CLASSIC("classic"),
  /**
   * The review since October 2025, which no longer counts calls: a polling breach anywhere among
   * the countable calls of the log fails it, errors are warnings.
   */
  CURRENT("current"),
  /** Classic, and no error and no breach anywhere among the countable calls of the log. */
  STRICT("strict");

  private final String id;

  Profile(String id) {
    this.id = id;
  }

  /** Returns the name used on the command line and in reports. */
  public String id() {
    return id;
  }
}
