package org.golivecheck.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the user typed after the command: values of options, and operands. */
final class Arguments {
  private final Map<String, List<String>> values;
  private final List<String> operands;

  /**
   * Keeps what was typed.
   *
   * @param values the values of each option given, by its long name; an empty list for a flag
   * @param operands what is no option, in order
   */
  Arguments(Map<String, List<String>> values, List<String> operands) {
    this.values = Map.copyOf(values);
    this.operands = List.copyOf(operands);
  }

  /** Returns whether the option was given. */
  boolean has(OptionSpec option) {
    return values.containsKey(option.name());
  }

  /** Returns the values of a repeatable option, in order; empty where it was not given. */
  List<String> all(OptionSpec option) {
    return values.getOrDefault(option.name(), List.of());
  }

  /** Returns the value of an option, or null where it was not given. */
  @Nullable String get(OptionSpec option) {
    List<String> all = all(option);
    return all.isEmpty() ? null : all.get(0);
  }

  /** Returns the value of an option. */
  String get(OptionSpec option, String otherwise) {
    String value = get(option);
    return value == null ? otherwise : value;
  }

  /** Returns what is no option, in order. */
  List<String> operands() {
    return operands;
  }
}
