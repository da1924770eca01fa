package org.golivecheck.cli.console;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.golivecheck.text.UtcTime;
import org.jspecify.annotations.Nullable;

/**
 * What a run takes from the process around it, besides arguments and streams.
 *
 * @param variables the environment variables
 * @param terminal whether standard output is a terminal
 * @param errorTerminal whether standard error is one
 * @param columns how wide that terminal is, or 0 if unknown
 * @param folder where to look for a configuration, and above it; null for nowhere
 */
public record Environment(
    Map<String, String> variables,
    boolean terminal,
    boolean errorTerminal,
    int columns,
    @Nullable Path folder) {
  private static final int DEFAULT_COLUMNS = 80;
  private static final int MAX_COLUMNS = 100;

  /** No variable, no terminal. */
  public static final Environment NONE = new Environment(Map.of(), false, false, 0, null);

  public Environment {
    variables = Map.copyOf(variables);
  }

  /**
   * Returns the environment of this process. The launcher says whether output goes to a terminal,
   * because Java cannot find out for output alone.
   */
  public static Environment ofProcess() {
    return new Environment(
        System.getenv(),
        Boolean.getBoolean("golivecheck.terminal"),
        Boolean.getBoolean("golivecheck.error-terminal"),
        Integer.getInteger("golivecheck.columns", 0),
        Path.of("").toAbsolutePath());
  }

  /** Returns whether the environment variable is set to something. */
  public boolean isSet(String variable) {
    return !variables.getOrDefault(variable, "").isEmpty();
  }

  /** Returns whether to use colour by default. */
  public boolean prefersColor() {
    return terminal && !isSet("NO_COLOR") && !"dumb".equals(variables.get("TERM"));
  }

  /** Returns whether to show progress: on a terminal outside of a build server. */
  boolean showsProgress() {
    return errorTerminal && !isSet("CI") && !"dumb".equals(variables.get("TERM"));
  }

  /**
   * Returns what day it is in UTC. {@code SOURCE_DATE_EPOCH}, in seconds, sets another, by which
   * runs can be repeated.
   */
  public LocalDate today() {
    try {
      long seconds = Long.parseLong(variables.getOrDefault("SOURCE_DATE_EPOCH", ""));
      return UtcTime.day(Instant.ofEpochSecond(seconds));
    } catch (NumberFormatException | DateTimeException e) {
      return LocalDate.now(ZoneOffset.UTC);
    }
  }

  /** Returns how many columns text uses: those of the terminal, as far as lines stay readable. */
  public int width() {
    return columns > 0 ? Math.min(columns, MAX_COLUMNS) : DEFAULT_COLUMNS;
  }
}
