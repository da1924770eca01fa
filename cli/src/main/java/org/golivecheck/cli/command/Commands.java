package org.golivecheck.cli.command;

import java.util.List;

/** All commands, the default first. A new one needs a name and a line here. */
public final class Commands {
  private static final List<String> NAMES =
      List.of(
          "check",
          "open",
          "calls",
          "report",
          "fetch",
          "gate",
          "redact",
          "support",
          "ready",
          "explain",
          "formats",
          "config",
          "completion",
          "man",
          "help",
          "version");

  private Commands() {}

  /** Returns the names of all commands. */
  public static List<String> names() {
    return NAMES;
  }

  /** Returns all commands. */
  public static List<Command> all() {
    return NAMES.stream().map(name -> command(name)).toList();
  }

  /**
   * Returns a command without loading the classes of others.
   *
   * @throws IllegalArgumentException if there is no command with this name
   */
  public static Command command(String name) {
    return switch (name) {
      case "check" -> new CheckCommand();
      case "open" -> new OpenCommand();
      case "calls" -> new CallsCommand();
      case "report" -> new ReportCommand();
      case "fetch" -> new FetchCommand();
      case "gate" -> new GateCommand();
      case "redact" -> new RedactCommand();
      case "support" -> new SupportCommand();
      case "ready" -> new ReadyCommand();
      case "explain" -> new ExplainCommand();
      case "formats" -> new FormatsCommand();
      case "config" -> new ConfigCommand();
      case "completion" -> new CompletionCommand();
      case "man" -> new ManualCommand();
      case "help" -> new HelpCommand();
      case "version" -> new VersionCommand();
      default -> throw new IllegalArgumentException("no command " + name);
    };
  }
}
