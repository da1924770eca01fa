package org.golivecheck.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.golivecheck.text.WholeFile;
import org.jspecify.annotations.Nullable;

/** Brings what is printed to standard output or to files, as UTF-8, and says what went wrong. */
public final class Delivery {
  private final OutputStream standardOutput;
  private final Messages messages;
  private final boolean ownerOnly;

  public Delivery(Session session) {
    this(session, false);
  }

  /**
   * Delivers to standard output and to files.
   *
   * @param ownerOnly whether only their owner may read new files
   */
  public Delivery(Session session, boolean ownerOnly) {
    this.standardOutput = session.out();
    this.messages = session.messages();
    this.ownerOnly = ownerOnly;
  }

  /**
   * Prints text. A reader that closes standard output early has read enough: not a failure.
   *
   * @param what what is printed, for a message
   * @param file where to, or null for standard output
   * @return {@link ExitCode#PASS}, or {@link ExitCode#NO_VERDICT} after a message that says why it
   *     failed
   */
  public ExitCode deliver(String what, @Nullable Path file, WholeFile.Text printing) {
    return deliverBytes(what, file, printing.inUtf8());
  }

  /** Prints text to standard output, as {@link #deliver}. */
  public ExitCode print(String text) {
    return deliver("the text report", null, out -> out.append(text));
  }

  /**
   * Writes bytes.
   *
   * @param what what is written, for a message
   * @param file where to, or null for standard output
   * @return as {@link #deliver}
   */
  public ExitCode deliverBytes(String what, @Nullable Path file, WholeFile.Bytes writing) {
    WholeFile whole =
        file == null ? null : ownerOnly ? WholeFile.ownerOnly(file) : new WholeFile(file);
    return deliver(what, file, whole, writing);
  }

  /**
   * Writes bytes that only the user may read. Creates the folder if it does not exist.
   *
   * @param what what is written, for a message
   * @param file where to, or null for standard output
   * @return as {@link #deliver}
   */
  public ExitCode deliverSecret(String what, @Nullable Path file, WholeFile.Bytes writing) {
    return deliver(
        what, file, file == null ? null : WholeFile.ownerOnly(file).withFolder(), writing);
  }

  private ExitCode deliver(
      String what, @Nullable Path file, @Nullable WholeFile whole, WholeFile.Bytes writing) {
    try {
      if (whole == null) {
        writing.writeTo(standardOutput);
        standardOutput.flush();
      } else {
        whole.writeBytes(writing);
      }
      return ExitCode.PASS;
    } catch (IOException e) {
      if (file == null && isClosedPipe(e)) {
        return ExitCode.PASS;
      }
      String name = file == null ? "standard output" : file.toString();
      messages.error("cannot write " + what + " to " + name + ": " + why(e));
      return ExitCode.NO_VERDICT;
    }
  }

  /** Java gives only the message of the operating system; the launcher makes that English. */
  private static boolean isClosedPipe(IOException e) {
    String message = e.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
  }

  private static String why(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
