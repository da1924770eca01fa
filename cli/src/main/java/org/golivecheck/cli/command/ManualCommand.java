package org.golivecheck.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.UsageException;

/** {@code man}: prints the manual page, made of the same specifications as the help. */
final class ManualCommand implements Command {
  private static final String ENVIRONMENT =
      """
      NO_COLOR|No colour, unless --color always asks for it.
      GOLIVE_CHECK_CONFIG|The configuration file, unless --config names one.
      GOLIVE_CHECK_PROFILE and so on|Any key of the configuration: golive-check config show prints \
      the values in effect.
      GOLIVE_CHECK_OPTS|Further options for Java, for the launcher.
      XDG_CACHE_HOME|The folder in which the launcher keeps an archive of Java classes, in \
      golive-check/, so that later runs start faster; by default ~/.cache. If CI is set, none is made.
      """;

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "man",
        "",
        "Print the manual page",
        "Prints the manual page of golive-check, all commands and options on one page, as the"
            + " program man reads it.",
        false,
        List.of(),
        List.of(
            "golive-check man | man -l -",
            "golive-check man > /usr/local/share/man/man1/golive-check.1"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("man takes no argument; golive-check COMMAND --help is shorter");
    }
    List<Command> commands = Commands.all();
    CommandSpec main = commands.get(0).spec();
    StringBuilder text = new StringBuilder();
    text.append(
        """
        .TH GOLIVE\\-CHECK 1 "" "%s"
        .SH NAME
        golive\\-check \\- predict from DocuSign API logs whether an integration passes its Go\\-Live review
        .SH SYNOPSIS
        .B golive\\-check
        [OPTIONS] %s
        .br
        .B golive\\-check
        COMMAND [OPTIONS] ...
        .SH DESCRIPTION
        """
            .formatted(escaped(VersionCommand.line().strip()), main.operands()));
    line(text, main.description());
    for (Command command : commands) {
      append(text, command.spec(), command == commands.get(0));
    }
    text.append(".SH EXIT STATUS\n");
    for (ExitCode code : ExitCode.ALL) {
      tagged(text, String.valueOf(code.code()), code.meaning(true));
    }
    text.append(".SH ENVIRONMENT\n");
    ENVIRONMENT.lines().forEach(row -> tagged(text, row.split("\\|")));
    text.append(".SH SEE ALSO\ngolive\\-check explain says what each rule and error code means.\n");
    return new Delivery(session).deliver("the man report", null, out -> out.append(text));
  }

  private static void append(StringBuilder text, CommandSpec spec, boolean byDefault) {
    text.append(".SH \"COMMAND ").append(spec.name().toUpperCase(Locale.ROOT));
    text.append("\"\n.B golive\\-check ").append(byDefault ? "[" : "").append(spec.name());
    text.append(byDefault ? "]\n" : "\n");
    if (!spec.operands().isEmpty() || !spec.options().isEmpty()) {
      line(text, (spec.options().isEmpty() ? "" : "[OPTIONS] ") + spec.operands());
    }
    text.append(".PP\n");
    line(text, spec.description());
    List<OptionSpec> options = new ArrayList<>(spec.options());
    if (byDefault) {
      options.add(CommonOptions.VERSION);
    }
    options.add(CommonOptions.HELP);
    for (OptionSpec option : options) {
      String letter = option.hasLetter() ? "-" + option.letter() + ", " : "";
      tagged(text, letter + option.usage(), option.description());
    }
    text.append(".PP\nExamples:\n.RS\n.nf\n");
    spec.examples().forEach(example -> line(text, example));
    text.append(".fi\n.RE\n");
  }

  private static void tagged(StringBuilder text, String... tagAndMeaning) {
    text.append(".TP\n.B ").append(escaped(tagAndMeaning[0])).append('\n');
    line(text, tagAndMeaning[1]);
  }

  private static void line(StringBuilder text, String line) {
    text.append(escaped(line)).append('\n');
  }

  /** Keeps hyphens that can be copied, and lines that do not look like a macro. */
  private static String escaped(String line) {
    String plain = line.replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
