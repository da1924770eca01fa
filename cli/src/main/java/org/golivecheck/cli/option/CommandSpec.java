package org.golivecheck.cli.option;

import java.util.List;

/**
 * What a command is called and accepts: the single source of parsing, help and completion.
 *
 * @param name what is typed
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
