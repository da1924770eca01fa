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
  WORKFLOW_BUILDER("workflow-builder"),
  /** Agreement Manager, formerly Navigator. */
  AGREEMENT_MANAGER("agreement-manager"),
  /** Agreement Desk. */
  AGREEMENT_DESK("agreement-desk"),
  /** Trust Records. */
  TRUST_RECORDS("trust-records"),
  /** Web Forms. */
  WEB_FORMS("webforms"),
  /** Workspaces. */
  WORKSPACES("workspaces"),
  /** Contract lifecycle management. */
  CLM("clm"),
  /** Connected Fields. */
  CONNECTED_FIELDS("connected-fields"),
  /** Notary. */
  NOTARY("notary"),
  /** ID Evidence. */
  ID_EVIDENCE("id-evidence"),
  /** The API for trust service providers. */
  TSP("tsp-cms"),
  /** The SOAP APIs of eSignature. */
  SOAP("soap"),
  /** None of these. */
  UNKNOWN("unknown");

  private final String id;

  ApiFamily(String id) {
    this.id = id;
  }

  /** Returns the API with a name, or {@link #UNKNOWN} if there is none. */
  public static ApiFamily of(String id) {
    for (ApiFamily family : values()) {
      if (family.id.equals(id)) {
        return family;
      }
    }
    return UNKNOWN;
  }

  /** Returns the name used in the data files and in reports. */
  public String id() {
    return id;
  }
}
