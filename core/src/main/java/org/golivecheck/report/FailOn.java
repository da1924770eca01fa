package org.golivecheck.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lowest severity at which an open finding fails a build. */
public enum FailOn {
  /** Findings that decide the verdict. */
  ERROR("error", Severity.ERROR),
  /** Warnings too. */
  WARNING("warning", Severity.WARNING),
  /** Any finding. */
  INFO("info", Severity.INFO),
  /** Neither findings nor the verdict FAIL; a missing verdict still fails the build. */
  NEVER("never", null);

  private final String id;
  private final @Nullable Severity least;

  FailOn(String id, @Nullable Severity least) {
    this.id = id;
    this.least = least;
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
    return least != null && severity.compareTo(least) >= 0;
  }
}
