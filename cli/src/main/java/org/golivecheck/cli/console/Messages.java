package org.golivecheck.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import org.golivecheck.redaction.SafeText;

/** The messages on standard error, one line per message. */
public final class Messages {
  /** How many messages are printed. */
  public enum Level {
    /** Errors that end the run without a report, and nothing else. */
    QUIET,
    /** Warnings too. */
    NORMAL,
    /** What is being done, too. */
    VERBOSE
  }

  private final PrintStream err;
  private final Level level;

  public Messages(PrintStream err, Level level) {
    this.err = err;
    this.level = level;
  }

  /** Returns the same with another level. */
  Messages at(Level other) {
    return new Messages(err, other);
  }

  /** Returns how many messages are printed. */
  public Level level() {
    return level;
  }

  /** Prints why something that was asked for is not done. */
  public void error(String message) {
    print(message);
  }

  /** Prints what the user should know, unless quiet. */
  public void warning(String message) {
    if (level != Level.QUIET) {
      print(message);
    }
  }

  /** Prints what is being done, if verbose. */
  public void detail(String message) {
    if (level == Level.VERBOSE) {
      print(message);
    }
  }

  /** Shows a line that the next such line overwrites; an empty text leaves an empty line. */
  void progress(String text) {
    err.print("\r" + oneLine(text));
    err.flush();
  }

  /** Copies what a program prints. */
  public void copy(InputStream in) throws IOException {
    in.transferTo(err);
    err.flush();
  }

  /** Prints a stack trace, for users who asked to debug. */
  public void trace(Throwable cause) {
    cause.printStackTrace(err);
    err.flush();
  }

  private void print(String message) {
    err.print("golive-check: " + oneLine(message) + "\n");
    err.flush();
  }

  /** Arguments and file names are repeated, and may contain any character. */
  public static String oneLine(String message) {
    StringBuilder line = new StringBuilder(message.length());
    for (int i = 0; i < message.length(); i++) {
      char c = message.charAt(i);
      int type = Character.getType(c);
      boolean plain =
          type != Character.CONTROL
              && type != Character.FORMAT
              && type != Character.LINE_SEPARATOR
              && type != Character.PARAGRAPH_SEPARATOR;
      line.append(plain ? c : ' ');
    }
    return SafeText.withoutCommands(line.toString());
  }
}
