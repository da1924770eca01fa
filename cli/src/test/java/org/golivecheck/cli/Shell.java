package org.golivecheck.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.Session;

/** Runs the command in this process and keeps what it printed. */
public final class Shell {
  public final FakeEngine engine = new FakeEngine();
  public final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  public OutputStream out = printed;
  public Environment environment = Environment.NONE;

  /** What a run left behind. */
  public record Result(int exit, String out, String err) {}

  public Result run(String... arguments) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
    InputStream in = new ByteArrayInputStream(new byte[0]);
    Session session = new Session(in, out, new Messages(err, Messages.Level.NORMAL), environment);
    ExitCode exit = new Program(engine).run(List.of(arguments), session);
    Result result =
        new Result(
            exit.code(),
            printed.toString(StandardCharsets.UTF_8),
            told.toString(StandardCharsets.UTF_8));
    printed.reset();
    return result;
  }
}
