package org.golivecheck.cli;

import java.util.List;

/** The commands there are, the default first. */
final class Commands {
  private Commands() {}

  /** Returns all commands; a new one needs a line here and nothing else. */
  static List<Command> all(Engine engine) {
    return List.of(
        new CheckCommand(engine),
        new CallsCommand(engine),
        new ReportCommand(engine),
        new FetchCommand(engine),
        new GateCommand(engine),
        new RedactCommand(engine),
        new SupportCommand(engine),
        new ExplainCommand(engine),
        new FormatsCommand(engine),
        new ConfigCommand(),
        new CompletionCommand(engine),
        new ManualCommand(engine));
  }

  /** Returns the names of all commands. */
  static List<String> names(List<Command> commands) {
    return commands.stream().map(command -> command.spec().name()).toList();
  }
}
