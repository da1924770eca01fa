package org.golivecheck.config;

/**
 * Where a value comes from.
 *
 * @param kind what set it
 * @param words which file and line, or which environment variable, for people
 */
public record Origin(Kind kind, String words) {
  /** What sets values; the later win. */
  public enum Kind {
    /** Nobody did. */
    DEFAULT,
    /** The configuration file. */
    FILE,
    /** An environment variable. */
    ENVIRONMENT
  }

  static final Origin DEFAULT = new Origin(Kind.DEFAULT, "default");

  static Origin variable(String name) {
    return new Origin(Kind.ENVIRONMENT, name);
  }
}
