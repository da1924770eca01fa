package org.golivecheck.rule.error;

import java.util.Locale;
import java.util.Map;
import org.golivecheck.call.ApiFamily;

/**
 * The API of a row, with the condition on the URL that may follow in brackets.
 *
 * @param name the API as in the catalogue, without the condition
 * @param family the API as calls have it; UNKNOWN for rows that are of none
 * @param pathPart what the path must contain, in lower case; empty for any path
 */
record RowApi(String name, ApiFamily family, String pathPart) {

  /** What a bracketed condition asks of the path. A remark such as "sample code" asks nothing. */
  private static final Map<String, String> PATH_PARTS =
      Map.of(
          "form_data", "/form_data",
          "authoritative copy", "authoritative",
          "locks", "/lock",
          "delayedRouting", "/delayedrouting",
          "scheduledSending", "/scheduledsending",
          "bulk send list", "/bulk_send",
          "bulk send", "/bulk_send",
          "powerforms", "/powerforms");

  static RowApi parse(String api) {
    int bracket = api.indexOf(" (");
    String name = bracket < 0 ? api : api.substring(0, bracket);
    String condition = bracket < 0 ? "" : api.substring(bracket + 2, api.length() - 1);
    return new RowApi(name, familyOf(name), PATH_PARTS.getOrDefault(condition, ""));
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

  boolean holdsFor(String path) {
    return pathPart.isEmpty() || path.toLowerCase(Locale.ROOT).contains(pathPart);
  }
}
