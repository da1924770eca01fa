package org.golivecheck.log.source;

import java.io.IOException;

/** Thrown if a limit of a whole input is reached. Nothing more of it is read. */
final class InputStop extends IOException {
  private static final long serialVersionUID = 1L;

  InputStop(String limit, long value) {
    super(reached(limit, value));
  }

  /** Returns which limit is reached, its value, and the option that raises it. */
  static String reached(String limit, long value) {
    return "the limit "
        + limit
        + "="
        + value
        + " is reached; if you trust the log, raise it with --limit "
        + limit
        + "=VALUE";
  }

  /** Returns the message; never null, unlike that of other exceptions. */
  String text() {
    return String.valueOf(getMessage());
  }
}
