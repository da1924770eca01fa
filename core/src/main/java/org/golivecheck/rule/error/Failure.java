package org.golivecheck.rule.error;

import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.DocuSignHosts;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a failure, gathered for matching.
 *
 * @param api the API that was called
 * @param status the HTTP status
 * @param code the error code as returned, or null
 * @param message the message as returned, or null
 * @param text the beginning of the body
 * @param form what kind of body it is
 * @param host the host of the URL in lower case, or empty
 * @param path the path of the URL
 * @param legacyHeader whether the call carried {@code X-DocuSign-Authentication}
 * @param fromSalesforce whether Salesforce's toolkit wrote the error down
 * @param toDocuSign whether the call went to a host of DocuSign
 * @param fromDocuSign whether the response is DocuSign's beyond doubt: it has a trace token, and
 *     the host is DocuSign's or not logged
 */
record Failure(
    ApiFamily api,
    int status,
    @Nullable String code,
    @Nullable String message,
    String text,
    BodyForm form,
    String host,
    String path,
    boolean legacyHeader,
    boolean fromSalesforce,
    boolean toDocuSign,
    boolean fromDocuSign) {

  /** How the reader of SDK texts names the toolkit. */
  private static final String SALESFORCE = "Salesforce toolkit";

  static Failure of(ApiCall call, ApiFamily api) {
    ApiError error = call.error() == null ? ApiError.EMPTY : call.error();
    String host = call.url().host();
    boolean toDocuSign = DocuSignHosts.isDocuSign(host);
    return new Failure(
        api,
        call.status(),
        error.code(),
        error.message(),
        error.text(),
        error.form(),
        host,
        call.url().path(),
        call.legacyAuthentication(),
        SALESFORCE.equals(error.wrapper()),
        toDocuSign,
        call.answeredByDocuSign() && (toDocuSign || host.isEmpty()));
  }

  static Failure ofItem(
      ApiFamily api, int status, @Nullable String code, @Nullable String message, String path) {
    String known = message == null || message.isEmpty() ? null : message;
    return new Failure(
        api,
        status,
        code,
        known,
        "",
        BodyForm.DOCUSIGN,
        "",
        path,
        /* legacyHeader= */ false,
        /* fromSalesforce= */ false,
        /* toDocuSign= */ true,
        /* fromDocuSign= */ true);
  }

  /**
   * Returns whether there is a code; a number is one in CLM and SOAP only, elsewhere it repeats the
   * status.
   */
  boolean hasCode() {
    return code != null
        && (!hasNumericCode()
            || api == ApiFamily.CLM
            || api == ApiFamily.SOAP
            || api == ApiFamily.UNKNOWN);
  }

  boolean hasNumericCode() {
    return code != null && (code.isEmpty() || Ascii.isNumber(code));
  }

  /** Returns whether the body is free text, in which a code was found at most by chance. */
  boolean isText() {
    return form == BodyForm.TEXT;
  }

  /**
   * Returns whether the body is free text, or of a shape of DocuSign's with no more than a message.
   */
  boolean isTextOrMessage() {
    return isText() || (form == BodyForm.DOCUSIGN && !hasCode());
  }

  /** Returns whether the body may be a text of a provider. */
  boolean maybeProviders() {
    return !fromDocuSign && (form == BodyForm.TEXT || form == BodyForm.FOREIGN);
  }

  /** Returns this failure as if the body had another code, or none. */
  Failure withCode(@Nullable String other) {
    return new Failure(
        api,
        status,
        other,
        message,
        text,
        form,
        host,
        path,
        legacyHeader,
        fromSalesforce,
        toDocuSign,
        fromDocuSign);
  }

  /** Returns whether the pattern of a row occurs in the message or, failing that, the body. */
  boolean shows(CatalogRow row) {
    return row.occursIn(message) || row.occursIn(text);
  }
}
