package org.golivecheck.rule.error;

import org.golivecheck.call.ApiFamily;

/**
 * The API of a row.
 *
 * @param name the API as in the catalogue, without the remark that may follow in brackets
 * @param family the API as calls have it; UNKNOWN for rows that belong to none
 */
record RowApi(String name, ApiFamily family) {

  static RowApi parse(String api) {
    int bracket = api.indexOf(" (");
    String name = bracket < 0 ? api : api.substring(0, bracket);
    return new RowApi(name, familyOf(name));
  }

  private static ApiFamily familyOf(String name) {
    if (name.equals("esign-rest") || name.equals("docgen")) {
      return ApiFamily.ESIGN; // document generation answers inside eSignature calls
    }
    for (ApiFamily family : ApiFamily.values()) {
      if (family.id().equals(name)) {
        return family;
      }
    }
    return ApiFamily.UNKNOWN;
  }

  /** Returns whether the row is for texts that are not DocuSign's own. */
  boolean isProvider() {
    return name.equals("provider");
  }

  /** Returns whether the row is for errors that only Salesforce's code sees. */
  private boolean isSalesforce() {
    return name.startsWith("salesforce");
  }

  /** Returns whether the row is for failures of this API. */
  boolean covers(Failure failure) {
    return family == failure.api() && !isSalesforce();
  }

  /**
   * Returns whether the code of the row means the same in this failure, whose API it may not be.
   * The names that SOAP and Salesforce use mean nothing elsewhere.
   */
  boolean speaksTo(Failure failure) {
    if (isSalesforce()) {
      return failure.fromSalesforce();
    }
    return family != ApiFamily.SOAP || failure.api() == ApiFamily.SOAP;
  }
}
