package org.golivecheck.call;

import org.jspecify.annotations.Nullable;

/**
 * For whom a call was made, as far as a log shows this outside of the URL. An account or user in
 * the URL takes precedence.
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
