package org.golivecheck.cli.fetch;

/** Why logs cannot be fetched. The message says whom to ask or what to do, and holds no secret. */
public final class FetchException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of failure it is, which decides what makes sense next. */
  public enum Kind {
    /** What the user set up is wrong; nothing was asked of DocuSign. */
    CONFIGURATION,
    /** DocuSign refuses; asking again changes nothing. */
    REFUSED,
    /** A limit on calls is reached. */
    LIMIT,
    /** The network or DocuSign does not work; later it may. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final String message;

  FetchException(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.message = message;
  }

  /** Returns what kind of failure it is. */
  public Kind kind() {
    return kind;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
