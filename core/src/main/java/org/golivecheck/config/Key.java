package org.golivecheck.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One key of the configuration: the single source of its parsing, environment variable, schema,
 * starter file and documentation.
 *
 * @param name the key; a dot parts the name of its section from its own
 * @param type what it takes
 * @param otherwise the value where nobody sets one, for people; empty for none
 * @param example a value worth showing, as YAML
 * @param description what it does, in one sentence
 * @param option the option of the command line that does the same, without dashes, or null
 */
public record Key(
    String name,
    ValueType type,
    String otherwise,
    String example,
    String description,
    @Nullable String option) {
  /** What the names of environment variables begin with. */
  static final String PREFIX = "GOLIVE_CHECK_";

  /** Returns the environment variable that sets it, or null where only a file can. */
  public @Nullable String variable() {
    return type instanceof Entries
        ? null
        : PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }

  /** Returns the section it stands in, or null for none. */
  @Nullable String section() {
    int dot = name.indexOf('.');
    return dot < 0 ? null : name.substring(0, dot);
  }

  boolean inSection(String name) {
    return name.equals(section());
  }

  /** Returns its name within its section. */
  String ownName() {
    return name.substring(name.indexOf('.') + 1);
  }

  /** Returns whether an option says the opposite of it, as {@code --no-redact} does. */
  boolean reversed() {
    return type instanceof Flag && option != null && option.startsWith("no-");
  }

  /** Returns whether it is true or false, like an option without a value. */
  boolean flag() {
    return type instanceof Flag;
  }
}
