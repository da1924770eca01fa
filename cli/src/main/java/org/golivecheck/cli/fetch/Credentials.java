package org.golivecheck.cli.fetch;

/** By what a user lets us ask DocuSign: a token, or what it takes to get one. */
public abstract sealed class Credentials permits AccessToken, JwtGrant {

  /**
   * Returns a token that should be valid.
   *
   * @param requests by which it can be requested
   * @throws FetchException if no token can be got
   */
  abstract AccessToken token(Requests requests) throws FetchException;

  /** Forgets a token that was refused, and returns whether there may be another. */
  boolean renew() {
    return false;
  }
}
