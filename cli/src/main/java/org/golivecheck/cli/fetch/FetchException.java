package org.golivecheck.cli.fetch;

import java.time.Duration;
import java.util.Objects;

/**
 * Why logs cannot be fetched. The message says whom to ask or what to do, and contains no secret.
 */
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
  private final Duration pause;

  /** Makes one of what the user set up. */
  FetchException(String message) {
    this(Kind.CONFIGURATION, message);
  }

  FetchException(Kind kind, String message) {
    this(kind, message, Duration.ZERO);
  }

  /**
   * Makes one that passes.
   *
   * @param pause after how long
   */
  FetchException(Kind kind, String message, Duration pause) {
    super(message);
    this.kind = kind;
    this.pause = pause;
  }

  /** Returns what kind of failure it is. */
  public Kind kind() {
    return kind;
  }

  /** Returns after how long it may make sense to ask again; zero if unknown. */
  Duration pause() {
    return pause;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
