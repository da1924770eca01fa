package org.golivecheck.call.body;

import java.util.Locale;

/** The names of JSON members that matter to {@link JsonItemErrors}. */
enum JsonName {
  OTHER(""),
  ERROR_DETAILS("errorDetails"),
  DOC_GEN_ERRORS("docGenErrors"),
  ADMIN_ERROR_DETAILS("error_details"),
  SIGNING_URI_ERROR("recipientSigningUriError"),
  ERRORS("errors"),
  VALIDATION_ERRORS("validationErrors"),
  VALIDATION_ERROR_DETAILS("validationErrorDetails"),
  FAILED("failed"),
  ERROR_MESSAGE("errorMessage"),
  ERROR_CODE("errorCode"),
  ERROR("error"),
  MESSAGE("message"),
  ERROR_DESCRIPTION("error_description"),
  BATCH_ID("batchId"),
  CAN_BE_SENT("canBeSent"),
  RECIPIENT_EMAILS("recipientEmails");

  private static final JsonName[] ALL = values();

  private final String name;

  JsonName(String name) {
    this.name = name.toLowerCase(Locale.ROOT);
  }

  /** Returns the name that the bytes spell, ignoring case, or {@link #OTHER}. */
  static JsonName of(byte[] bytes, int length) {
    for (int i = 1; i < ALL.length; i++) {
      if (ALL[i].name.length() == length && ALL[i].matches(bytes)) {
        return ALL[i];
      }
    }
    return OTHER;
  }

  private boolean matches(byte[] bytes) {
    for (int i = 0; i < name.length(); i++) {
      int b = bytes[i];
      if ((b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
