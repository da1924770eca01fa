package org.golivecheck.cli.option;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One option of a command: the single source of parsing, help and completion.
 *
 * @param letter the short name without its dash, or 0 for none
 * @param name the long name without its dashes
 * @param argument what its value is called in help, or null for an option without a value
 * @param choices the values it accepts; empty where any value may do. Never changed, and not
 *     copied, because some lists are made only when they are looked at
 * @param repeatable whether it may be given more than once
 * @param advanced whether few need it, so that the help of the whole program leaves it out
 * @param description what it does, in a few words
 */
public record OptionSpec(
    char letter,
    String name,
    @Nullable String argument,
    List<String> choices,
    boolean repeatable,
    boolean advanced,
    String description) {

  /** Returns an option without a value. */
  static OptionSpec flag(String name, String description) {
    return new OptionSpec('\0', name, null, List.of(), false, false, description);
  }

  /** Returns an option with any value. */
  public static OptionSpec value(String name, String argument, String description) {
    return new OptionSpec('\0', name, argument, List.of(), false, false, description);
  }

  /** Returns an option whose value is one of a few. */
  static OptionSpec choice(String name, String argument, List<String> choices, String description) {
    return new OptionSpec('\0', name, argument, choices, false, false, description);
  }

  /** Returns the same option with a short name too. */
  public OptionSpec withLetter(char other) {
    return new OptionSpec(other, name, argument, choices, repeatable, advanced, description);
  }

  /** Returns the same option, which may be given any number of times. */
  public OptionSpec manyTimes() {
    return new OptionSpec(letter, name, argument, choices, true, advanced, description);
  }

  /** Returns the same option as one that few need: only the help of its command shows it. */
  OptionSpec forFew() {
    return new OptionSpec(letter, name, argument, choices, repeatable, true, description);
  }

  /** Returns whether it has a short name. */
  public boolean hasLetter() {
    return letter != '\0';
  }

  /** Returns whether it takes a value. */
  public boolean takesValue() {
    return argument != null;
  }

  /** Returns the long name as typed. */
  public String dashed() {
    return "--" + name;
  }

  /** Returns how to type it, with its value. */
  public String usage() {
    return argument == null ? dashed() : dashed() + " " + argument;
  }

  // Spelled out: at the first use of what a record has by itself, Java spends milliseconds of every
  // run on making it.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OptionSpec that
        && name.equals(that.name)
        && letter == that.letter
        && Objects.equals(argument, that.argument)
        && choices.equals(that.choices)
        && repeatable == that.repeatable
        && advanced == that.advanced
        && description.equals(that.description);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
