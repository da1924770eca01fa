package org.golivecheck.log.source;

/** The message for a reached limit: which one, its value, and the option that raises it. */
final class LimitText {
  private LimitText() {}

  static String reached(String name, long value) {
    return "the limit "
        + name
        + "="
        + value
        + " is reached; if the log is to be trusted, raise it with --limit "
        + name
        + "=VALUE";
  }
}
