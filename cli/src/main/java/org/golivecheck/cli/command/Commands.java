package org.golivecheck.cli.command;

import java.util.List;
import org.golivecheck.cli.option.Engine;

/** The commands there are, the default first. A new one needs a name and a line here. */
public final class Commands {
  private static final List<String> NAMES =
      List.of(
          "check",
          "calls",
          "report",
          "fetch",
          "gate",
          "redact",
          "support",
          "explain",
          "formats",
          "config",
          "completion",
          "man");

  private Commands() {}

  /** Returns the names of all commands. */
  public static List<String> names() {
    return NAMES;
  }

  /** Returns all commands. */
  public static List<Command> all(Engine engine) {
    return NAMES.stream().map(name -> command(name, engine)).toList();
  }

  /**
   * Returns a command, and loads the classes of no other.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Command command(String name, Engine engine) {
    return switch (name) {
      case "check" -> new CheckCommand(engine);
      case "calls" -> new CallsCommand(engine);
      case "report" -> new ReportCommand(engine);
      case "fetch" -> new FetchCommand(engine);
      case "gate" -> new GateCommand(engine);
      case "redact" -> new RedactCommand(engine);
      case "support" -> new SupportCommand(engine);
      case "explain" -> new ExplainCommand(engine);
      case "formats" -> new FormatsCommand(engine);
      case "config" -> new ConfigCommand();
      case "completion" -> new CompletionCommand(engine);
      case "man" -> new ManualCommand(engine);
      default -> throw new IllegalArgumentException("no command " + name);
    };
  }
}
