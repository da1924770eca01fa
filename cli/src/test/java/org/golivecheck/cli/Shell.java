package org.golivecheck.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.golivecheck.cli.command.Command;
import org.golivecheck.cli.command.Commands;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.ArgumentParser;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.cli.option.ReadOptions;
import org.golivecheck.cli.option.UsageException;

/** Runs the command in this process and keeps what it printed. */
public final class Shell {
  private static final String LOG = "logs.zip";

  /** The file that {@code logs.zip} means on a command line. */
  public TestLog log = TestLog.clean();

  public final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  public InputStream in = InputStream.nullInputStream();
  public OutputStream out = printed;
  public Environment environment = Environment.NONE;

  /** What a run printed and wrote. */
  public record Result(int exit, String out, String err) {}

  public Result run(String... arguments) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
    Session session = new Session(in, out, new Messages(err, Messages.Level.NORMAL), environment);
    try {
      Path folder = Files.createTempDirectory("shell");
      Path file = Files.write(folder.resolve(LOG), log.zip());
      int exit;
      try {
        List<String> typed =
            Arrays.stream(arguments)
                .map(word -> word.equals(LOG) ? file.toString() : word)
                .toList();
        exit = Main.run(typed, session).code();
      } finally {
        Files.delete(file);
        Files.delete(folder);
      }
      Result result =
          new Result(
              exit,
              printed.toString(StandardCharsets.UTF_8).replace(file.toString(), LOG),
              told.toString(StandardCharsets.UTF_8).replace(file.toString(), LOG));
      printed.reset();
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what {@code check} would read, and how. */
  public LogRequest asked(String... arguments) {
    Command command = Commands.command("check");
    PrintStream err =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Session session =
        new Session(
            new ByteArrayInputStream(new byte[0]),
            out,
            new Messages(err, Messages.Level.NORMAL),
            environment);
    try {
      Arguments typed = new ArgumentParser(command.spec()).parse(List.of(arguments));
      return ReadOptions.request(
          typed.with(
              CommonOptions.configuration(typed.get(CommonOptions.CONFIG), session),
              command.spec()),
          session);
    } catch (UsageException e) {
      throw new AssertionError(e);
    }
  }
}
