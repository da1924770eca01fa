package org.golivecheck.log.source;

import java.io.IOException;

/** Thrown if a limit of a whole input is reached. Nothing more of it is read. */
final class InputStop extends IOException {
  private static final long serialVersionUID = 1L;

  InputStop(String message) {
    super(message);
  }

  /** Returns the message; never null, unlike that of other exceptions. */
  String text() {
    return String.valueOf(getMessage());
  }
}
