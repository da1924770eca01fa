package org.golivecheck.rule.error;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.body.StatusWord;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes DocuSign's own responses from those that an integration provider rewrote.
 *
 * <p>A trace token and one of DocuSign's hosts decide alone. Without them a body counts as
 * DocuSign's own only if it has exactly a documented shape, and a code or a first sentence as
 * DocuSign writes them: a provider can pass a code through.
 */
final class Rewriting {

  /** Codes that providers made up; DocuSign is not known to use them. */
  private static final Set<String> INVENTED =
      Set.of(
          ("envelope_not_in_correct_state envelope_not_found template_not_found"
                  + " insufficient_permissions rate_limit_exceeded envelope_has_invalid_recipients"
                  + " expired_client_token hmac_validation_failed account_not_authorized")
              .split(" ", -1));

  /**
   * UPPER_SNAKE and Mixed_Snake, as eSignature writes codes. Possessive: a plain {@code +} of a
   * group calls itself, as deep as the text is long.
   */
  private static final Pattern SNAKE =
      Pattern.compile("[A-Z][A-Za-z0-9]*+(?:_[A-Z0-9][A-Za-z0-9]*+)++");

  /** As the account server writes codes. */
  private static final Pattern LOWER_SNAKE = Pattern.compile("[a-z]++(?:_[a-z]++)++");

  /**
   * What HTTP clients say of a status alone: axios, .NET, Java, Spring, Requests, superagent and
   * others.
   */
  private static final Pattern STATUS_ALONE =
      Pattern.compile(
          "(?i)(?:request failed with status code|response status code does not indicate success:"
              + "|the remote server returned an error:|server returned http response code:"
              + "|unexpected status(?: code)?:?|http(?: status)?(?: error)?:?|cannot [a-z]+ \\S+)?"
              + " ?[\\[(]?[45]\\d\\d[\\])]?:?(?: (?:client|server) error:)?"
              + "(?<phrase>[a-z ()]*?)\\.?(?:for url:? \\S+|: \\[no body])?");

  private Rewriting() {}

  /** Returns whether the response to a failure with an unknown code, or none, is a rewrite. */
  static boolean rewrote(Failure failure) {
    if (failure.fromDocuSign()) {
      return false;
    }
    return switch (failure.form()) {
      case FOREIGN -> true;
      case DOCUSIGN ->
          failure.code() == null ? !isLessKnown(failure.api()) : !isDocuSignCode(failure);
      case TEXT ->
          !isReasonPhrase(failure.text())
              && !isReasonPhrase(failure.message())
              && !maybeGateway(failure);
      // An HTML page, a file or an empty body shows nothing.
      case HTML, BINARY, EMPTY -> false;
    };
  }

  /** Returns whether a row of the same code also fits a body of another shape than DocuSign's. */
  static boolean passesThrough(Failure failure, CatalogRow row) {
    if (failure.form() != BodyForm.FOREIGN || failure.fromDocuSign()) {
      return true;
    }
    ApiFamily family = row.api().family(); // others use words that anybody uses, as BAD_REQUEST
    return family == failure.api() || family == ApiFamily.ESIGN || family == ApiFamily.OAUTH;
  }

  private static boolean isDocuSignCode(Failure failure) {
    String code = failure.code();
    if (code == null || INVENTED.contains(CatalogRow.fold(code))) {
      return false;
    }
    return SNAKE.matcher(code).matches()
        || (failure.api() == ApiFamily.OAUTH && LOWER_SNAKE.matcher(code).matches())
        || isLessKnown(failure.api())
        || CodeWords.LeadSentence.codeIn(failure.message()) != null;
  }

  /** Returns whether an API has shapes without a code, and codes in styles of their own. */
  private static boolean isLessKnown(ApiFamily api) {
    return api != ApiFamily.ESIGN && api != ApiFamily.OAUTH && api != ApiFamily.UNKNOWN;
  }

  private static boolean maybeGateway(Failure failure) {
    int status = failure.status();
    return failure.toDocuSign()
        && (status == 408 || status == 429 || status == 444 || status >= 500);
  }

  /** Returns whether a text is what a web server or a client says that was given none. */
  private static boolean isReasonPhrase(@Nullable String text) {
    if (text == null || StatusWord.ofPhrase(text) >= 400) {
      return text != null;
    }
    Matcher status = STATUS_ALONE.matcher(text);
    return status.matches()
        && (status.group("phrase").isBlank() || StatusWord.ofPhrase(status.group("phrase")) >= 400);
  }
}
