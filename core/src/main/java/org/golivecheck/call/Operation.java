package org.golivecheck.call;

/**
 * The API method that a call invoked.
 *
 * @param api the API
 * @param method the HTTP method in upper case
 * @param template the path template, such as {@code
 *     /restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}}
 * @param name the documented name, such as {@code Envelopes:get}; empty where no name is known,
 *     because the catalogue does not have the method; the template is then a guess
 */
public record Operation(ApiFamily api, String method, String template, String name) {

  /** Returns whether the operation has a name. */
  public boolean known() {
    return !name.isEmpty();
  }
}
