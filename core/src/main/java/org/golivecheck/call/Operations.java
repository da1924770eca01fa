package org.golivecheck.call;

import java.util.Locale;

/**
 * The catalogue of API operations. Finds the API method that a call invoked.
 *
 * <p>A call is matched by HTTP method and path template. Literal segments take precedence over
 * variables and are compared ignoring case. The query and trailing slashes are ignored,
 * percent-encoding is not decoded, and the API version is part of the path. If two APIs share
 * method and path, such as eSignature and Rooms, the host decides.
 *
 * <p>The name is the documented one if known ({@code Envelopes:get}). Otherwise it consists of the
 * resource group and operation id in DocuSign's OpenAPI description, for eSignature that of v2.1.
 * The name in a log is used only for a call that the catalogue does not contain, since request logs
 * name template calls after envelope methods.
 *
 * <p>Thread-safe. The catalogue is read on first use.
 */
public final class Operations {
  private Operations() {}

  /**
   * Returns the operation that a call invoked.
   *
   * @param call any call
   * @return the operation. If the catalogue does not contain it, its template is guessed, and its
   *     name is that in the log if DocuSign documents it, or empty
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
   * @return the operation. If the catalogue does not contain it, its name is empty and its template
   *     is guessed: ids and everything else that varies or is personal are variables
   */
  public static Operation match(String method, CallUrl url) {
    return OperationCatalogue.get().match(method.toUpperCase(Locale.ROOT), url, family(url));
  }

  /** Returns the API that a URL belongs to, by host and path. */
  public static ApiFamily family(CallUrl url) {
    return FamilyFinder.find(url);
  }

  /**
   * Returns the actual path of a call, with each id cut to its first eight characters, such as
   * {@code /restapi/v2.1/accounts/0a1b2c3d/envelopes/9f8e7d6c/documents/1}.
   *
   * <p>GUIDs are in lower case. A value that is not an id, such as an e-mail address, is replaced
   * by the variable of the template, so that no personal data remains.
   *
   * @param operation the operation that the URL was matched to
   * @param url the URL
   */
  public static String resource(Operation operation, CallUrl url) {
    return Resource.of(operation.template(), url.path());
  }
}
