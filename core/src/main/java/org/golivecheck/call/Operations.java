package org.golivecheck.call;

import java.util.Locale;

/**
 * The catalogue of API operations: which method of which API a call invoked.
 *
 * <p>A call is matched by HTTP method and path template. Literal segments win over variables and
 * compare ignoring case; the query and trailing slashes do not matter; percent-encoding is left
 * alone; the API version is part of the path. Where two APIs share method and path, as eSignature
 * and Rooms do, the host decides.
 *
 * <p>A name is the documented one where known ({@code Envelopes:get}), else resource group and
 * operation id of the method in DocuSign's OpenAPI description, for eSignature that of v2.1. The
 * name that a log gives is a hint only, since request logs name template calls after envelope
 * methods: it names a call that the catalogue does not have, and nothing else.
 *
 * <p>Thread-safe. The catalogue is read on first use.
 */
public final class Operations {
  private Operations() {}

  /**
   * Returns the operation that a call invoked.
   *
   * @param call any call
   * @return the operation; where the catalogue does not have it, one whose template is guessed and
   *     whose name is that of the log if DocuSign documents it, else empty
   */
  public static Operation of(ApiCall call) {
    Operation operation = match(call.method(), call.url());
    String hint = call.loggedOperation();
    if (operation.known() || hint == null) {
      return operation;
    }
    String name = LoggedNames.documented(hint);
    return new Operation(operation.api(), operation.method(), operation.template(), name);
  }

  /**
   * Returns the operation of an HTTP method and a URL.
   *
   * @param method the HTTP method, in any case
   * @param url any URL
   * @return the operation; where the catalogue does not have it, one with an empty name, whose
   *     template is guessed so that ids, and what else varies or is personal, are variables
   */
  public static Operation match(String method, CallUrl url) {
    return OperationCatalogue.get().match(method.toUpperCase(Locale.ROOT), url, family(url));
  }

  /** Returns the API that a URL belongs to, by host and path. */
  public static ApiFamily family(CallUrl url) {
    return FamilyFinder.find(url);
  }

  /**
   * Returns the actual path of a call with each id cut to its first eight characters, such as
   * {@code /restapi/v2.1/accounts/0a1b2c3d/envelopes/9f8e7d6c/documents/1}.
   *
   * <p>GUIDs are in lower case. A value that is no id, such as an e-mail address, is shown as the
   * variable of the template, so that nothing personal stays.
   *
   * @param operation the operation that the URL was matched to
   * @param url the URL
   */
  public static String resource(Operation operation, CallUrl url) {
    return Resource.of(operation.template(), url.path());
  }
}
