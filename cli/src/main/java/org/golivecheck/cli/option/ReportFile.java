package org.golivecheck.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.render.ReportFormatException;
import org.golivecheck.render.SavedReport;
import org.golivecheck.report.GoLiveReport;

/** Reads the JSON report of an earlier run. */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Reads a report.
   *
   * @param name a file, or {@code -} for standard input
   * @throws IOException if there is no report; the message names the file and says why
   */
  public static GoLiveReport read(String name, InputStream stdin, Redactor redactor)
      throws IOException {
    boolean standardInput = name.equals("-");
    String shown = standardInput ? "standard input" : name;
    try {
      if (standardInput) {
        return SavedReport.read(stdin, redactor);
      }
      try (InputStream in = Files.newInputStream(Path.of(name))) {
        return SavedReport.read(in, redactor);
      }
    } catch (ReportFormatException e) {
      throw new IOException(shown + ", line " + e.line() + ": " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new IOException("cannot read " + shown + ": there is no such file", e);
    } catch (InvalidPathException e) {
      throw new IOException("cannot read " + shown + ": no file can be called that", e);
    } catch (IOException e) {
      boolean folder = !standardInput && Files.isDirectory(Path.of(name));
      throw new IOException("cannot read " + shown + (folder ? ": it is a folder" : ""), e);
    }
  }
}
