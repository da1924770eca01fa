package org.golivecheck.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.golivecheck.cli.command.Command;
import org.golivecheck.cli.command.Commands;
import org.golivecheck.cli.command.HelpCommand;
import org.golivecheck.cli.command.VersionCommand;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.ArgumentParser;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.ConfigurationException;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.config.Configuration;
import org.golivecheck.config.LogSources;
import org.golivecheck.text.NearMiss;

/**
 * The command {@code golive-check}: finds the command to run, runs it, and turns whatever happens
 * into an exit code.
 */
public final class Main {
  private Main() {}

  /**
   * Runs the command and exits.
   *
   * @param args what the user typed
   * @throws IOException if the sample that the launcher asks for cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (Boolean.getBoolean(Sample.PROPERTY)) {
      System.exit(Sample.check());
    }
    // Not System.out: a PrintStream hides that its reader is gone or the disk is full.
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
    InputStream in = new FileInputStream(FileDescriptor.in);
    System.exit(run(args, in, out, err, Environment.ofProcess()));
  }

  /** Runs the command on the library itself and returns the exit code. */
  public static int run(
      String[] args, InputStream in, OutputStream out, PrintStream err, Environment environment) {
    Messages messages = new Messages(err, Messages.Level.NORMAL);
    Session session = new Session(in, out, messages, environment);
    return run(List.of(args), session).code();
  }

  /** Runs the program; never throws. */
  public static ExitCode run(List<String> typed, Session session) {
    try {
      return dispatch(typed, session);
    } catch (UsageException e) {
      session.messages().error(e.getMessage());
      if (!(e instanceof ConfigurationException)) {
        session.messages().error("try golive-check --help");
      }
      return ExitCode.USAGE;
    } catch (UncheckedIOException e) {
      session.messages().error(String.valueOf(e.getMessage()));
      return ExitCode.NO_VERDICT;
    } catch (OutOfMemoryError e) {
      session.messages().error("out of memory; allow more by GOLIVE_CHECK_OPTS=-Xmx2g");
      return ExitCode.NO_VERDICT;
    } catch (RuntimeException | Error e) {
      return broken(e, session);
    }
  }

  private static ExitCode dispatch(List<String> typed, Session session) throws UsageException {
    List<String> names = Commands.names();
    boolean named = !typed.isEmpty() && names.contains(typed.get(0));
    Command command = Commands.command(named ? typed.get(0) : names.get(0));
    List<String> rest = named ? typed.subList(1, typed.size()) : typed;
    if (asks(rest, CommonOptions.HELP)) {
      int width = session.environment().width();
      return new Delivery(session).print(HelpCommand.page(command, !named, width));
    }
    if (!named && asks(rest, CommonOptions.VERSION)) {
      return new Delivery(session).print(VersionCommand.line());
    }
    Arguments arguments = new ArgumentParser(command.spec()).parse(rest);
    Session chosen = CommonOptions.session(arguments, session);
    if (!named) {
      refuseMistypedCommand(typed, names);
      hintAtCommands(arguments.operands(), names, chosen.messages());
    }
    Arguments configured = configured(arguments, command.spec(), chosen);
    return command.run(configured, chosen);
  }

  private static Arguments configured(Arguments typed, CommandSpec spec, Session session)
      throws UsageException {
    if (!spec.options().contains(CommonOptions.CONFIG)) {
      return typed;
    }
    Configuration configuration =
        CommonOptions.configuration(typed.get(CommonOptions.CONFIG), session);
    Arguments configured = typed.with(configuration, spec);
    configured.configuration().changes().forEach(session.messages()::warning);
    return configured;
  }

  /** Refuses a first word that is not a file and does not look like the name of one. */
  private static void refuseMistypedCommand(List<String> typed, List<String> commands)
      throws UsageException {
    if (typed.isEmpty() || !isWord(typed.get(0)) || LogSources.exists(typed.get(0))) {
      return;
    }
    String word = typed.get(0);
    String question = NearMiss.question(word, commands);
    throw new UsageException(
        "there is neither a command nor a file '"
            + word
            + "'."
            + (question.isEmpty()
                ? " The commands are " + String.join(", ", commands) + "."
                : question));
  }

  private static boolean isWord(String text) {
    boolean word = !text.startsWith("-");
    for (int i = 0; i < text.length(); i++) {
      word &= "./\\*".indexOf(text.charAt(i)) < 0;
    }
    return word;
  }

  /** A command after the first word is an input, because there is a default command. */
  private static void hintAtCommands(
      List<String> operands, List<String> commands, Messages messages) {
    for (String operand : operands) {
      if (isWord(operand) && !LogSources.exists(operand)) {
        for (String name : NearMiss.of(operand, commands)) {
          messages.warning(
              "there is no file '" + operand + "'; the command " + name + " must come first");
        }
      }
    }
  }

  /** Looks for an option that is obeyed whatever else is typed. */
  private static boolean asks(List<String> typed, OptionSpec option) {
    for (String token : typed) {
      if (token.equals("--")) {
        return false;
      }
      if (token.equals(option.dashed())
          || (option.hasLetter() && token.equals("-" + option.letter()))) {
        return true;
      }
    }
    return false;
  }

  /** The message of a bug may quote a log, so only its class is printed. */
  private static ExitCode broken(Throwable bug, Session session) {
    session
        .messages()
        .error(
            "internal error ("
                + bug.getClass().getSimpleName()
                + "); please report it, with what GOLIVE_CHECK_DEBUG=1 shows");
    if (session.environment().isSet("GOLIVE_CHECK_DEBUG")) {
      session.messages().trace(bug);
    }
    return ExitCode.NO_VERDICT;
  }
}
