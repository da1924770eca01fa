package org.golivecheck.call.body;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognizes error codes in texts. */
final class CodeToken {
  /** Possessive, because a plain {@code +} of a group recurses as deep as the text is long. */
  private static final Pattern SNAKE = Pattern.compile("[A-Za-z][A-Za-z0-9]*+(?:_[A-Za-z0-9]++)++");

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /** Codes that look like ordinary words or names. */
  private static final Set<String> KNOWN =
      Set.of(
          "consent_required", "invalid_grant", "invalid_request", "invalid_token", "UserNotFound");

  private CodeToken() {}

  /** Returns whether a text consists of words joined by underscores. */
  static boolean isWhole(String text) {
    return SNAKE.matcher(text).matches();
  }

  /** Returns the first word of a text that is written as eSignature writes codes, or null. */
  static @Nullable String firstIn(String text) {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      boolean code = Character.isUpperCase(word.charAt(0)) && isWhole(word) && word.length() >= 8;
      if (code || KNOWN.contains(word)) {
        return word;
      }
    }
    return null;
  }
}
