package org.golivecheck.call.body;

import java.util.Arrays;
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

  private static final JsonName[][] BY_LENGTH = byLength();

  private final String name;

  JsonName(String name) {
    this.name = name.toLowerCase(Locale.ROOT);
  }

  /** Returns the name that the bytes spell, ignoring case, or {@link #OTHER}. */
  static JsonName of(byte[] bytes, int length) {
    if (length < BY_LENGTH.length) {
      for (JsonName candidate : BY_LENGTH[length]) {
        if (candidate.matches(bytes)) {
          return candidate;
        }
      }
    }
    return OTHER;
  }

  private static JsonName[][] byLength() {
    int longest = Arrays.stream(values()).mapToInt(value -> value.name.length()).max().orElse(0);
    JsonName[][] table = new JsonName[longest + 1][];
    for (int length = 0; length <= longest; length++) {
      int wanted = length;
      table[length] =
          Arrays.stream(values())
              .filter(value -> value.name.length() == wanted)
              .toArray(JsonName[]::new);
    }
    return table;
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
