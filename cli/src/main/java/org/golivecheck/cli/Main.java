package org.golivecheck.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.Session;

/** The command {@code golive-check}. */
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
    return new Program().run(List.of(args), session).code();
  }
}
