package org.golivecheck.cli.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.golivecheck.config.Configuration;
import org.jspecify.annotations.Nullable;

/** What the user typed after the command: values of options, and operands. */
public final class Arguments {
  private final Map<String, List<String>> values;
  private final List<String> operands;
  private final Configuration configuration;

  /** The options that were not typed. */
  private final Set<String> configured;

  /**
   * Keeps what was typed.
   *
   * @param values the values of each option given, by its long name; an empty list for a flag
   * @param operands the operands, in order
   */
  public Arguments(Map<String, List<String>> values, List<String> operands) {
    this(values, operands, Configuration.NONE, Set.of());
  }

  private Arguments(
      Map<String, List<String>> values,
      List<String> operands,
      Configuration configuration,
      Set<String> configured) {
    this.values = Map.copyOf(values);
    this.operands = List.copyOf(operands);
    this.configuration = configuration;
    this.configured = Set.copyOf(configured);
  }

  /**
   * Returns these arguments with what a configuration sets and the user did not type.
   *
   * @param other how to run where nothing is typed
   * @param spec the options that the command has; the configuration may set others too
   */
  public Arguments with(Configuration other, CommandSpec spec) {
    Map<String, List<String>> merged = new LinkedHashMap<>(values);
    Set<String> untyped = new TreeSet<>();
    for (OptionSpec option : spec.options()) {
      List<String> set = other.values(option.name(), spec.judges());
      if (set.isEmpty()) {
        continue;
      }
      if (option.equals(ReadOptions.LIMIT)) {
        // One limit does not replace another; of two for the same thing the last wins.
        merged.put(option.name(), joined(set, all(option)));
      } else if (!has(option)) {
        merged.put(option.name(), option.takesValue() ? set : List.of());
        untyped.add(option.name());
      }
    }
    return new Arguments(merged, operands, other, untyped);
  }

  /** Returns a complaint about an option with what sets it, where that was not typed. */
  public UsageException located(UsageException complaint) {
    for (String option : configured) {
      if (complaint.getMessage().startsWith("--" + option + " ")) {
        return new ConfigurationException(
            configuration.origin(option) + ": " + complaint.getMessage());
      }
    }
    return complaint;
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }

  /** Returns what the configuration says, for what has no option. */
  public Configuration configuration() {
    return configuration;
  }

  /** Returns whether the option was given. */
  public boolean has(OptionSpec option) {
    return values.containsKey(option.name());
  }

  /** Returns the values of a repeatable option, in order; empty where it was not given. */
  public List<String> all(OptionSpec option) {
    return values.getOrDefault(option.name(), List.of());
  }

  /** Returns the value of an option, or null where it was not given. */
  public @Nullable String get(OptionSpec option) {
    List<String> all = all(option);
    return all.isEmpty() ? null : all.get(0);
  }

  /** Returns the value of an option. */
  public String get(OptionSpec option, String otherwise) {
    String value = get(option);
    return value == null ? otherwise : value;
  }

  /** Returns the operands, in order. */
  public List<String> operands() {
    return operands;
  }
}
