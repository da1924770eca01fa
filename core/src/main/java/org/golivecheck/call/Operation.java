package org.golivecheck.call;

import org.jspecify.annotations.Nullable;

/**
 * The API method that a call invoked.
 *
 * @param api the API
 * @param method the HTTP method in upper case
 * @param template the path template, such as {@code
 *     /restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}}
 * @param name the documented name, such as {@code Envelopes:get}; empty if the catalogue does not
 *     contain the method; the template is then a guess
 */
public record Operation(ApiFamily api, String method, String template, String name) {

  /** Returns whether the operation has a name. */
  public boolean known() {
    return !name.isEmpty();
  }

  // Written by hand, as for all keys: the generated methods use invokedynamic, whose first use
  // takes 30 ms.
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Operation that
            && api == that.api
            && method.equals(that.method)
            && template.equals(that.template)
            && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * template.hashCode() + method.hashCode()) + name.hashCode();
  }
}
