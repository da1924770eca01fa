package org.golivecheck.cli.fetch;

import java.util.Objects;

/** Where access tokens come from. */
interface TokenSource {

  /**
   * Returns a token that should be valid.
   *
   * @throws FetchException if no token can be got
   */
  AccessToken token() throws FetchException;

  /** Forgets a token that was refused, and returns whether another can be had. */
  boolean renew();

  /** Returns the source of a token that the user has, and no other. */
  static TokenSource of(AccessToken token) {
    Objects.requireNonNull(token, "token");
    return new TokenSource() {
      @Override
      public AccessToken token() {
        return token;
      }

      @Override
      public boolean renew() {
        return false;
      }
    };
  }
}
