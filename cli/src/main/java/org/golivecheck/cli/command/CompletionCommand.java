package org.golivecheck.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.Logs;
import org.golivecheck.rule.RulePages;
import org.golivecheck.text.JarText;

/** {@code completion}: prints a script that lets a shell complete commands, options, values. */
final class CompletionCommand implements Command {
  private static final String FISH = "complete -c golive-check -n ";
  private static final Offer NOTHING = new Offer(List.of(), false);
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "completion",
        "bash|zsh|fish",
        "Print a completion script for a shell",
        "Prints a script with which bash, zsh or fish completes the commands, options and values"
            + " of golive-check.",
        false,
        List.of(),
        List.of(
            "source <(golive-check completion bash)",
            "golive-check completion fish > ~/.config/fish/completions/golive-check.fish"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    List<String> shells = arguments.operands();
    if (shells.size() != 1 || !SHELLS.contains(shells.get(0))) {
      throw new UsageException("completion needs one shell: " + String.join(", ", SHELLS));
    }
    String script = script(shells.get(0));
    return new Delivery(session)
        .deliver("the " + shells.get(0) + " report", null, out -> out.append(script));
  }

  private static String script(String shell) {
    List<Command> commands = Commands.all();
    return shell.equals("fish")
        ? fish(commands)
        : JarText.read(CompletionCommand.class, "completion." + shell)
            .replace("@cases@", cases(commands))
            .replace("@names@", String.join("|", Commands.names()))
            .replace("@commands@", String.join(" ", Commands.names()));
  }

  /** What a shell offers at a place: these words, and file names if {@code files} is true. */
  private record Offer(List<String> words, boolean files) {}

  /** What is offered for the value of an option. */
  private static Offer value(OptionSpec option) {
    return new Offer(option.choices(), option.type().file());
  }

  /** What is offered for an argument that is not an option. */
  private static Offer operand(CommandSpec spec) {
    List<String> words =
        switch (spec.name()) {
          case "explain" ->
              Stream.concat(RulePages.all().stream().map(RulePages.Page::id), Stream.of("codes"))
                  .toList();
          case "formats" -> Logs.formats().stream().map(LogFormat::name).toList();
          case "help" -> Commands.names();
          default ->
              spec.operands().matches("[a-z]+(\\|[a-z]+)+")
                  ? List.of(spec.operands().split("\\|", -1))
                  : List.of();
        };
    return new Offer(words, spec.operands().contains("INPUT") || spec.operands().contains("SAVED"));
  }

  /**
   * Returns a case for each thing that is offered: the command, a comma and the option before, or
   * nothing for an argument. Cases with the same offer are one.
   */
  private static String cases(List<Command> commands) {
    Map<Offer, List<String>> places = new LinkedHashMap<>();
    for (Command command : commands) {
      CommandSpec spec = command.spec();
      for (OptionSpec option : spec.options()) {
        if (option.takesValue()) {
          List<String> patterns = places.computeIfAbsent(value(option), offer -> new ArrayList<>());
          patterns.add(spec.name() + "," + option.dashed() + ",*");
          if (option.hasLetter()) {
            patterns.add(spec.name() + ",-" + option.letter() + ",*");
          }
        }
      }
    }
    StringBuilder cases = new StringBuilder();
    places.forEach((offer, patterns) -> append(cases, String.join("|", patterns), offer));
    append(cases, "*,=,*", new Offer(List.of(), true));
    for (Command command : commands) {
      CommandSpec spec = command.spec();
      List<String> options = new ArrayList<>();
      spec.options().forEach(option -> options.add(option.dashed()));
      options.add(CommonOptions.HELP.dashed());
      append(cases, spec.name() + ",*,-*", new Offer(options, false));
      append(cases, spec.name() + ",*", operand(spec));
    }
    return cases.toString();
  }

  private static void append(StringBuilder cases, String pattern, Offer offer) {
    cases.append("    ").append(pattern).append(") words='");
    cases.append(String.join(" ", offer.words())).append("' files=");
    cases.append(offer.files() ? "1" : "").append(" ;;\n");
  }

  /** Returns the script for fish, with what each command and option does. */
  private static String fish(List<Command> commands) {
    String names = String.join(" ", Commands.names());
    StringBuilder script = new StringBuilder("complete -c golive-check -e\n");
    for (Command command : commands) {
      CommandSpec spec = command.spec();
      script.append(FISH).append(quoted("not __fish_seen_subcommand_from " + names));
      script.append(" -a ").append(spec.name());
      script.append(" -d ").append(quoted(spec.summary())).append('\n');
    }
    for (Command command : commands) {
      boolean byDefault = command == commands.get(0);
      String condition = quoted(condition(command.spec().name(), byDefault));
      Offer operand = operand(command.spec());
      if (!operand.files()) {
        script.append(FISH).append(condition).append(" -f -a ");
        script.append(quoted(String.join(" ", operand.words()))).append('\n');
      }
      for (OptionSpec option : command.spec().options()) {
        option(script, condition, option, value(option));
      }
      option(script, condition, CommonOptions.HELP, NOTHING);
    }
    String check = quoted(condition(commands.get(0).spec().name(), true));
    option(script, check, CommonOptions.VERSION, NOTHING);
    return script.toString();
  }

  /** The options of the default command are those of a line without any command, too. */
  private static String condition(String name, boolean byDefault) {
    String names = String.join(" ", Commands.names());
    String named = "__fish_seen_subcommand_from " + name;
    return byDefault ? named + "; or not __fish_seen_subcommand_from " + names : named;
  }

  private static void option(
      StringBuilder script, String condition, OptionSpec option, Offer value) {
    script.append(FISH).append(condition).append(" -l ").append(option.name());
    if (option.hasLetter()) {
      script.append(" -s ").append(option.letter());
    }
    if (option.takesValue()) {
      // The file after 'FORMAT=' is completed too.
      boolean files = value.files() || option.name().equals("report");
      script.append(files ? " -r -F" : " -x");
      script.append(" -a ").append(quoted(String.join(" ", value.words())));
    }
    script.append(" -d ").append(quoted(option.description())).append('\n');
  }

  /** Between single quotes fish takes only these two characters as special characters. */
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
