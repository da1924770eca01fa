package org.golivecheck.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.golivecheck.config.Key;
import org.golivecheck.config.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * One option of a command: the single source of parsing, help and completion.
 *
 * @param letter the short name without its dash, or 0 for none
 * @param name the long name without its dashes
 * @param type what a value is; {@link ValueType#FLAG} for an option without a value
 * @param key the key of the configuration that does the same, or null for none
 * @param repeatable whether it may be given more than once
 * @param advanced whether only the help of its command shows it, since few need it
 * @param words what it does, in a few words; empty for the help of the key
 */
public record OptionSpec(
    char letter,
    String name,
    ValueType type,
    @Nullable Key key,
    boolean repeatable,
    boolean advanced,
    String words) {

  /** Returns the option of a key, which declares its name, its values and its help. */
  public static OptionSpec of(Key key) {
    return new OptionSpec(
        '\0',
        Objects.requireNonNull(key.option(), key.name()),
        key.type(),
        key,
        key.many(),
        false,
        "");
  }

  /** Returns an option without a value. */
  static OptionSpec flag(String name, String words) {
    return value(name, ValueType.FLAG, words);
  }

  /** Returns an option with any value but an empty one. */
  public static OptionSpec value(String name, String argument, String words) {
    return value(name, ValueType.text(argument, argument), words);
  }

  /** Returns an option with a value. */
  public static OptionSpec value(String name, ValueType type, String words) {
    return new OptionSpec('\0', name, type, null, false, false, words);
  }

  /** Returns the same option with a short name too. */
  public OptionSpec withLetter(char other) {
    return new OptionSpec(other, name, type, key, repeatable, advanced, words);
  }

  /** Returns the same option, which may be given any number of times. */
  public OptionSpec manyTimes() {
    return new OptionSpec(letter, name, type, key, true, advanced, words);
  }

  /** Returns the same option as one that few need: only the help of its command shows it. */
  OptionSpec forFew() {
    return new OptionSpec(letter, name, type, key, repeatable, true, words);
  }

  /** Returns the same option with another help, for a command in which it means more. */
  public OptionSpec withWords(String other) {
    return new OptionSpec(letter, name, type, key, repeatable, advanced, other);
  }

  /** Returns what it does, in a few words. */
  public String description() {
    return key != null && words.isEmpty() ? key.help() : words;
  }

  /** Returns the values that it accepts; empty if any may do. */
  public List<String> choices() {
    return type.choices();
  }

  /** Returns whether it has a short name. */
  public boolean hasLetter() {
    return letter != '\0';
  }

  /** Returns whether it takes a value. */
  public boolean takesValue() {
    return !type.flag();
  }

  /** Returns the long name as typed. */
  public String dashed() {
    return "--" + name;
  }

  /** Returns how to type it, with its value. */
  public String usage() {
    return takesValue() ? dashed() + " " + type.argument() : dashed();
  }

  /** Joins lists of options. */
  @SafeVarargs
  public static List<OptionSpec> join(List<OptionSpec>... lists) {
    List<OptionSpec> joined = new ArrayList<>();
    for (List<OptionSpec> list : lists) {
      joined.addAll(list);
    }
    return joined;
  }

  // Each option is declared once. Java spends milliseconds to generate these methods of a record at
  // their first use in each run.

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
