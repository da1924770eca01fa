package org.golivecheck.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the command in this process and keeps what it printed. */
final class Shell {
  final FakeEngine engine = new FakeEngine();
  final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  OutputStream out = printed;
  Environment environment = Environment.NONE;

  /** What a run left behind. */
  record Result(int exit, String out, String err) {}

  Result run(String... arguments) {
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
