package org.golivecheck.call;

/**
 * The API method that a call invoked.
 *
 * @param api the API
 * @param method the HTTP method in upper case
 * @param template the path template, such as {@code
 *     /restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}}
 * @param name the documented name, such as {@code Envelopes:get}; empty for a method that is not in
 *     the catalogue, whose template is then a guess
 */
public record Operation(ApiFamily api, String method, String template, String name) {

  /** Returns whether the catalogue has this method. */
  public boolean known() {
    return !name.isEmpty();
  }
}
