package org.golivecheck.call;

import org.jspecify.annotations.Nullable;

/**
 * For whom a call was made, as far as a log tells beside its URL. A URL with an account or user
 * goes before these.
 *
 * @param integrationKey the integration key (client id), or null
 * @param account the account id, GUID or number, or null
 * @param user the user id, or null
 */
public record Identity(
    @Nullable String integrationKey, @Nullable String account, @Nullable String user) {

  /** Nothing is known. */
  public static final Identity UNKNOWN = new Identity(null, null, null);
}
