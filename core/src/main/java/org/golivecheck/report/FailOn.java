package org.golivecheck.report;

import java.util.Optional;

/** The lowest severity at which an open finding fails a build. */
public enum FailOn {
  /** Findings that decide the verdict. */
  ERROR("error"),
  /** Warnings too. */
  WARNING("warning"),
  /** Any finding. */
  INFO("info"),
  /** Neither findings nor the verdict FAIL; a missing verdict still fails the build. */
  NEVER("never");

  private final String id;

  FailOn(String id) {
    this.id = id;
  }

  /** Returns the name used on the command line, in configuration and in reports. */
  public String id() {
    return id;
  }

  /** Returns the level with a name, or empty if there is none. */
  public static Optional<FailOn> of(String id) {
    for (FailOn level : values()) {
      if (level.id.equals(id)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** Returns whether an open finding of a severity fails the build. */
  public boolean includes(Severity severity) {
    return switch (this) {
      case ERROR -> severity == Severity.ERROR;
      case WARNING -> severity != Severity.INFO;
      case INFO -> true;
      case NEVER -> false;
    };
  }
}
