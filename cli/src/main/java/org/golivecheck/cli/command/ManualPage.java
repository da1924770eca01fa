package org.golivecheck.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Version;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.OptionSpec;

/** The manual page, in the macros of man(7). */
final class ManualPage {
  private final List<Command> commands;
  private final StringBuilder text = new StringBuilder();

  ManualPage(List<Command> commands) {
    this.commands = List.copyOf(commands);
  }

  /** Returns the page. */
  String text() {
    CommandSpec main = commands.get(0).spec();
    text.append(".TH GOLIVE\\-CHECK 1 \"\" \"").append(escaped(Version.line()));
    text.append("\"\n.SH NAME\ngolive\\-check \\- ");
    text.append(
        "predict from DocuSign API logs whether an integration passes its Go\\-Live review\n");
    text.append(".SH SYNOPSIS\n.B golive\\-check\n");
    paragraph("[OPTIONS] " + main.operands());
    text.append(".br\n.B golive\\-check\nCOMMAND [OPTIONS] ...\n.SH DESCRIPTION\n");
    paragraph(main.description());
    for (Command command : commands) {
      command(command.spec(), command == commands.get(0));
    }
    text.append(".SH EXIT STATUS\n");
    for (ExitCode code : ExitCode.values()) {
      tagged(String.valueOf(code.code()), code.meaning(true));
    }
    text.append(".SH ENVIRONMENT\n");
    tagged("NO_COLOR", "No colour, unless --color always asks for it.");
    tagged("GOLIVE_CHECK_CONFIG", "The configuration file, where --config names none.");
    tagged(
        "GOLIVE_CHECK_PROFILE and so on",
        "Any key of the configuration: golive-check config show tells what holds.");
    tagged("GOLIVE_CHECK_OPTS", "Further options for Java, for the launcher.");
    text.append(
        ".SH SEE ALSO\ngolive\\-check explain tells what each rule and error code means.\n");
    return text.toString();
  }

  private void command(CommandSpec spec, boolean byDefault) {
    text.append(".SH \"COMMAND ").append(spec.name().toUpperCase(Locale.ROOT));
    text.append("\"\n.B golive\\-check ").append(byDefault ? "[" : "").append(spec.name());
    text.append(byDefault ? "]\n" : "\n");
    if (!spec.operands().isEmpty() || !spec.options().isEmpty()) {
      paragraph((spec.options().isEmpty() ? "" : "[OPTIONS] ") + spec.operands());
    }
    text.append(".PP\n");
    paragraph(spec.description());
    List<OptionSpec> options = new ArrayList<>(spec.options());
    if (byDefault) {
      options.add(CommonOptions.VERSION);
    }
    options.add(CommonOptions.HELP);
    for (OptionSpec option : options) {
      String letter = option.hasLetter() ? "-" + option.letter() + ", " : "";
      tagged(letter + option.usage(), option.description());
    }
    text.append(".PP\nExamples:\n.RS\n.nf\n");
    for (String example : spec.examples()) {
      paragraph(example);
    }
    text.append(".fi\n.RE\n");
  }

  private void tagged(String tag, String meaning) {
    text.append(".TP\n.B ").append(escaped(tag)).append('\n');
    paragraph(meaning);
  }

  private void paragraph(String line) {
    text.append(escaped(line)).append('\n');
  }

  /** A hyphen is to stay one that can be copied, and no line may look like a macro. */
  private static String escaped(String line) {
    String plain = line.replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
