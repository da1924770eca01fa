package org.golivecheck.rule.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The fixed sentences that messages of some codes begin with. They reveal the code where it is
 * lost.
 */
enum LeadSentence {
  USER_LACKS_PERMISSIONS("this user lacks sufficient permissions"),
  ACCOUNT_LACKS_PERMISSIONS("this account lacks sufficient permissions"),
  INVALID_REQUEST_PARAMETER("the request contained at least one invalid parameter"),
  INVALID_REQUEST_BODY("the request body is missing or improperly formatted"),
  ENVELOPE_INVALID_STATUS("invalid envelope status"),
  HOURLY_APIINVOCATION_LIMIT_EXCEEDED(
      "the maximum number of hourly api invocations has been exceeded");

  private final String sentence;

  LeadSentence(String sentence) {
    this.sentence = sentence;
  }

  /** Returns the code whose lead sentence a text contains, or null. */
  static @Nullable String codeIn(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String folded = text.toLowerCase(Locale.ROOT);
    for (LeadSentence lead : values()) {
      if (folded.contains(lead.sentence)) {
        return lead.name();
      }
    }
    return null;
  }
}
