package org.golivecheck.call;

/** The API that a call was made to, found from host and path. */
public enum ApiFamily {
  /** eSignature REST. */
  ESIGN("esign"),
  /** The account server: tokens, consent, userinfo. */
  OAUTH("oauth"),
  /** Rooms. */
  ROOMS("rooms"),
  /** Click. */
  CLICK("click"),
  /** Admin. */
  ADMIN("admin"),
  /** Monitor. */
  MONITOR("monitor"),
  /** Workflow Builder, formerly Maestro. */
  MAESTRO("maestro"),
  /** Agreement Manager, formerly Navigator. */
  NAVIGATOR("navigator"),
  /** Web Forms. */
  WEB_FORMS("webforms"),
  /** Workspaces. */
  WORKSPACES("workspaces"),
  /** Contract lifecycle management. */
  CLM("clm"),
  /** Connected Fields. */
  CONNECTED_FIELDS("connected-fields"),
  /** None of these. */
  UNKNOWN("unknown");

  private final String id;

  ApiFamily(String id) {
    this.id = id;
  }

  /** Returns the name used in the data files and in reports. */
  public String id() {
    return id;
  }
}
