package org.golivecheck.cli.option;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.golivecheck.config.Configuration;
import org.golivecheck.config.Key;
import org.golivecheck.config.Setting;
import org.golivecheck.config.ValueType;
import org.jspecify.annotations.Nullable;

/** What the user typed after the command, and what the configuration sets. */
public final class Arguments {
  static final String PROGRAM = "--";

  private final Map<String, List<String>> values;
  private final List<String> operands;
  private final List<Setting> typed;
  private final Configuration configuration;

  /**
   * Creates the arguments of a command without a configuration.
   *
   * @param values the values of each option without a key, by its long name; an empty list for a
   *     flag
   * @param typed what options with a key set
   * @param operands the operands, in order
   */
  public Arguments(Map<String, List<String>> values, List<Setting> typed, List<String> operands) {
    this(values, typed, operands, Configuration.NONE.with(typed));
  }

  private Arguments(
      Map<String, List<String>> values,
      List<Setting> typed,
      List<String> operands,
      Configuration configuration) {
    this.values = values;
    this.typed = typed;
    this.operands = operands;
    this.configuration = configuration;
  }

  /**
   * Returns these arguments with what a configuration sets and the user did not type.
   *
   * @param spec the options of the command; the configuration may set others too
   */
  public Arguments with(Configuration other, CommandSpec spec) {
    Set<String> names = new HashSet<>();
    for (OptionSpec option : spec.options()) {
      if (option.key() != null || option.equals(ReadOptions.LIMIT)) {
        names.add(option.name());
      }
    }
    return new Arguments(values, typed, operands, other.forOptions(names).with(typed));
  }

  /** Returns what is typed or configured, for all options that have a key. */
  public Configuration configuration() {
    return configuration;
  }

  /** Returns whether the option was given or is configured. */
  public boolean has(OptionSpec option) {
    Key key = option.key();
    if (key == null) {
      return values.containsKey(option.name());
    }
    String value = configuration.value(key);
    return value != null && !(key.type().flag() && Boolean.parseBoolean(value) == key.reversed());
  }

  /** Returns whether the option was given on the command line. */
  public boolean typed(OptionSpec option) {
    return values.containsKey(option.name())
        || typed.stream().anyMatch(setting -> setting.key().equals(option.key()));
  }

  /** Returns the values of a repeatable option, in order; empty if there are none. */
  public List<String> all(OptionSpec option) {
    Key key = option.key();
    return key == null ? values.getOrDefault(option.name(), List.of()) : configuration.values(key);
  }

  /** Returns the value of an option, or null if there is none. */
  public @Nullable String get(OptionSpec option) {
    List<String> all = all(option);
    return all.isEmpty() ? null : all.get(0);
  }

  /** Returns the value of an option. */
  public String get(OptionSpec option, String otherwise) {
    String value = get(option);
    return value == null ? otherwise : value;
  }

  /** Returns the value of an option that takes a moment, or null if it was not given. */
  public @Nullable Instant moment(OptionSpec option) {
    String value = get(option);
    return value == null ? null : ValueType.moment(value);
  }

  /** Returns the value of an option that takes a duration, or null if it was not given. */
  public @Nullable Duration duration(OptionSpec option) {
    String value = get(option);
    return value == null ? null : ValueType.duration(value);
  }

  /** Returns the program to run and its arguments, which stand after {@code --}; may be empty. */
  public List<String> program() {
    return values.getOrDefault(PROGRAM, List.of());
  }

  /** Returns the operands, in order. */
  public List<String> operands() {
    return operands;
  }
}
