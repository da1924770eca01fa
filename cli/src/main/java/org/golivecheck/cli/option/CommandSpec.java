package org.golivecheck.cli.option;

import java.util.List;

/**
 * The name, the operands and the options of a command: the single source of parsing, help and
 * completion.
 *
 * @param name its name on the command line
 * @param operands what follows the options, as shown in help
 * @param summary what it does, in a few words
 * @param description what it does, in one or a few sentences
 * @param judges whether it reaches a verdict, which its exit code then shows
 * @param options its options, in the order of help
 * @param examples command lines worth copying
 */
public record CommandSpec(
    String name,
    String operands,
    String summary,
    String description,
    boolean judges,
    List<OptionSpec> options,
    List<String> examples) {

  public CommandSpec {
    options = List.copyOf(options);
    examples = List.copyOf(examples);
  }
}
