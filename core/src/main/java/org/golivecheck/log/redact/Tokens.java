package org.golivecheck.log.redact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.log.RemovedKind;
import org.golivecheck.log.exchange.IntegrationKeys;
import org.golivecheck.text.Guid;

/**
 * Replaces each access token and assertion by a pseudonym of the same length. The token of a call
 * shows which key it belongs to.
 */
final class Tokens {
  /** A token, and before it what says that it is one. Shorter ones are masks. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?i)(bearer(?: |%20|\\+)+|access_token(?:\\\\*\")?[=:] *(?:\\\\*\")?"
              + "|assertion(?:\\\\*\")?[=:] *(?:\\\\*\")?)"
              + "([\\w.~+/-]{16,8192}=*)");

  /** A JWT without a signature. */
  private static final String HEAD = encoded("{\"alg\":\"none\"}");

  private final Pseudonyms pseudonyms;
  private final Removals removals;

  Tokens(Pseudonyms pseudonyms, Removals removals) {
    this.pseudonyms = pseudonyms;
    this.removals = removals;
  }

  /**
   * Puts pseudonyms in place of the tokens that were hidden.
   *
   * @param bytes a text
   * @param safe the same text without them, as long
   */
  void restore(byte[] bytes, byte[] safe) {
    if (bytes.length != safe.length) {
      return;
    }
    for (Matcher found = TOKEN.matcher(new String(bytes, ISO_8859_1)); found.find(); ) {
      String token = found.group(2);
      if (!token.endsWith("..")) {
        byte[] made = (found.group(1) + pseudonym(token)).getBytes(ISO_8859_1);
        System.arraycopy(made, 0, safe, found.start(), made.length);
        removals.add(RemovedKind.TOKEN);
      }
    }
  }

  private String pseudonym(String token) {
    String key = IntegrationKeys.ofAssertion(token);
    if (key != null) {
      byte[] bytes = key.getBytes(ISO_8859_1);
      pseudonyms.guid(bytes, bytes.length - Guid.LENGTH);
      String issued = HEAD + "." + encoded("{\"iss\":\"" + new String(bytes, ISO_8859_1) + "\"}");
      int rest = token.length() - issued.length() - 1;
      if (rest > 0) {
        return issued + "." + pseudonyms.hashed(token, rest).toLowerCase(Locale.ROOT);
      }
    }
    return pseudonyms.hashed(token, token.length());
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(ISO_8859_1));
  }
}
