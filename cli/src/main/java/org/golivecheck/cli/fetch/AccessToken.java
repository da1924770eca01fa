package org.golivecheck.cli.fetch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** An OAuth access token. It is shown nowhere but in a request. */
public final class AccessToken extends Credentials {
  private static final String SCHEME = "Bearer ";
  private static final Pattern SCHEME_BEFORE = Pattern.compile("^(?i:bearer)(\\s+|$)");
  private static final int MAX_BYTES = 64 << 10;

  private final String text;

  private AccessToken(String text) {
    this.text = text;
  }

  /**
   * Returns the token, with or without the word Bearer before it, and blanks around it.
   *
   * @param text what the user gave
   * @param origin where the text comes from, for a message
   * @throws FetchException if it cannot be a token
   */
  public static AccessToken of(String text, String origin) throws FetchException {
    String token = SCHEME_BEFORE.matcher(text.strip()).replaceFirst("");
    if (token.isEmpty()) {
      throw new FetchException(origin + " is empty; it must contain an access token");
    }
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) <= ' ' || token.charAt(i) > '~') {
        throw new FetchException(
            origin
                + " contains more than an access token; it must be the token alone, in one line");
      }
    }
    return new AccessToken(token);
  }

  /**
   * Reads a file that contains the token alone.
   *
   * @throws FetchException if it cannot be read, or contains something else
   */
  public static AccessToken read(Path file, LogFetcher.Listener messages) throws FetchException {
    return of(
        new String(
            SecretFile.read(file, "token file", MAX_BYTES, messages), StandardCharsets.UTF_8),
        "the token file " + file);
  }

  @Override
  AccessToken token(Requests requests) {
    return this;
  }

  /** Returns the value of the header Authorization. */
  String authorization() {
    return SCHEME + text;
  }

  /** Returns a mark in place of the token. */
  @Override
  public String toString() {
    return "[token]";
  }
}
