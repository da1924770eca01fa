package org.golivecheck.log.source;

import java.io.IOException;
import org.golivecheck.log.ProblemCode;

/** Thrown if the bytes of one entry cannot be read further. The entries after it may be sound. */
final class EntryFault extends IOException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;

  EntryFault(ProblemCode code, String message) {
    super(message);
    this.code = code;
  }

  static EntryFault damaged(String message) {
    return new EntryFault(ProblemCode.DAMAGED_ENTRY, message);
  }

  static EntryFault truncated(String message) {
    return new EntryFault(ProblemCode.TRUNCATED_ARCHIVE, message);
  }

  static EntryFault limit(String limit, long value) {
    return new EntryFault(
        ProblemCode.ENTRY_LIMIT, "was not read to its end: " + InputStop.reached(limit, value));
  }

  ProblemCode code() {
    return code;
  }

  /** Returns the message; never null, unlike that of other exceptions. */
  String text() {
    return String.valueOf(getMessage());
  }

  /** Records no stack trace: it is not used, and a hostile archive can cause millions of faults. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
