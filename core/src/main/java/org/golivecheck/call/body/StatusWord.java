package org.golivecheck.call.body;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * The words for HTTP statuses: the names in .NET, which DocuSign's logs use, and the reason phrases
 * of RFC 9110, of IANA's registry and of servers.
 */
public final class StatusWord {
  private static final int MAX_PHRASE = 60;

  private static final String NAMES =
      "100 Continue 101 SwitchingProtocols 102 Processing 103 EarlyHints 200 OK 201 Created 202"
          + " Accepted 203 NonAuthoritativeInformation 204 NoContent 205 ResetContent 206"
          + " PartialContent 207 MultiStatus 208 AlreadyReported 226 IMUsed 300 MultipleChoices 300"
          + " Ambiguous 301 MovedPermanently 301 Moved 302 Found 302 Redirect 303 SeeOther 303"
          + " RedirectMethod 304 NotModified 305 UseProxy 306 Unused 307 TemporaryRedirect 307"
          + " RedirectKeepVerb 308 PermanentRedirect 400 BadRequest 401 Unauthorized 402"
          + " PaymentRequired 403 Forbidden 404 NotFound 405 MethodNotAllowed 406 NotAcceptable 407"
          + " ProxyAuthenticationRequired 408 RequestTimeout 409 Conflict 410 Gone 411"
          + " LengthRequired 412 PreconditionFailed 413 RequestEntityTooLarge 414 RequestUriTooLong"
          + " 415 UnsupportedMediaType 416 RequestedRangeNotSatisfiable 417 ExpectationFailed 421"
          + " MisdirectedRequest 422 UnprocessableEntity 422 UnprocessableContent 423 Locked 424"
          + " FailedDependency 426 UpgradeRequired 428 PreconditionRequired 429 TooManyRequests 431"
          + " RequestHeaderFieldsTooLarge 451 UnavailableForLegalReasons 500 InternalServerError"
          + " 501 NotImplemented 502 BadGateway 503 ServiceUnavailable 504 GatewayTimeout 505"
          + " HttpVersionNotSupported 506 VariantAlsoNegotiates 507 InsufficientStorage 508"
          + " LoopDetected 510 NotExtended 511 NetworkAuthenticationRequired 413 ContentTooLarge 413"
          + " PayloadTooLarge 414 UriTooLong 414 RequestUriTooLarge 416 RangeNotSatisfiable 418"
          + " ImATeapot 425 TooEarly 503 ServiceTemporarilyUnavailable";

  private static final Map<String, Integer> CODES = codes();

  private StatusWord() {}

  private static Map<String, Integer> codes() {
    Map<String, Integer> codes = new HashMap<>();
    String[] words = NAMES.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      codes.put(words[i + 1].toLowerCase(Locale.ROOT), Integer.valueOf(words[i]));
    }
    return Map.copyOf(codes);
  }

  /** Returns whether a status has a name. */
  public static boolean isNamed(int status) {
    return CODES.containsValue(status);
  }

  /**
   * Returns the status with a name, or 0 for an unknown name. A status without a name in .NET is
   * logged as a number.
   */
  public static int code(@Nullable String word) {
    if (word == null) {
      return 0;
    }
    boolean number =
        word.length() == 3 && word.chars().allMatch(Ascii::isDigit) && word.charAt(0) > '0';
    return number ? Integer.parseInt(word) : CODES.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }

  /**
   * Returns the status of a reason phrase such as {@code Not Found}, or 0 for any other text.
   * Spaces, punctuation and case are ignored. A text with a hidden part has said more than a
   * phrase.
   */
  public static int ofPhrase(@Nullable String text) {
    if (text == null || text.length() > MAX_PHRASE) {
      return 0;
    }
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*') {
        return 0;
      }
      if (Character.isLetter(c)) {
        letters.append(c);
      }
    }
    return CODES.getOrDefault(letters.toString().toLowerCase(Locale.ROOT), 0);
  }
}
