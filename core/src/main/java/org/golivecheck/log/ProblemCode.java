package org.golivecheck.log;

/** What kinds of defects a log can have. The names are stable and appear in reports. */
public enum ProblemCode {
  /** An entry of a request log without a readable {@code Timestamp}. */
  NO_TIMESTAMP(false),
  /** An entry of a request log without a readable request line. */
  NO_REQUEST_LINE(false),
  /** An entry of a request log without a readable status line. */
  NO_STATUS_LINE(false),
  /**
   * A record of a log that describes a call, but in which required parts are missing or unreadable.
   */
  BAD_RECORD(false),
  /** Input that no reader recognises. */
  UNKNOWN_FORMAT(false),
  /** An entry that is encrypted. */
  ENCRYPTED(false),
  /** An entry whose bytes are damaged: its checksum, size or compression is wrong. */
  DAMAGED_ENTRY(false),
  /** An entry compressed in a way that cannot be read here. */
  UNSUPPORTED_COMPRESSION(false),
  /** An archive inside an archive inside an archive. */
  NESTED_TOO_DEEP(true),
  /** An archive that ends before its end, or whose directory is broken. */
  TRUNCATED_ARCHIVE(true),
  /** An entry of which only a part was read, because a limit was reached. */
  ENTRY_LIMIT(false),
  /** An input not read to its end, because a limit was reached. */
  LIMIT_REACHED(true),
  /** A file or folder that is missing or cannot be read. */
  UNREADABLE_INPUT(true),
  /** A request log that DocuSign had stopped writing, because it was full or logging was off. */
  LOG_STOPPED(true);

  private final boolean incomplete;

  ProblemCode(boolean incomplete) {
    this.incomplete = incomplete;
  }

  /** Returns whether such a problem means one entry that should have been a call. */
  public boolean losesEntry() {
    return this == NO_TIMESTAMP
        || this == NO_REQUEST_LINE
        || this == NO_STATUS_LINE
        || this == BAD_RECORD;
  }

  /**
   * Returns whether every problem of this kind means that an unknown number of calls may be
   * missing. For the other kinds see {@link LogProblem#incomplete()}.
   */
  public boolean incomplete() {
    return incomplete;
  }
}
