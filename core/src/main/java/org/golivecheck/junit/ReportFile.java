package org.golivecheck.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.text.WholeFile;

/**
 * A file to write a report to.
 *
 * @param path the path
 * @param format the name of its format
 */
record ReportFile(Path path, String format) {
  private static final Map<String, String> FORMATS =
      new TreeMap<>(
          Map.of(
              "csv", "csv",
              "htm", "html",
              "html", "html",
              "json", "json",
              "md", "markdown",
              "ndjson", "ndjson",
              "sarif", "sarif",
              "txt", "text",
              "xml", "junit"));

  /**
   * Returns the file with a name. The extension decides the format.
   *
   * @throws IllegalArgumentException if the extension is unknown
   */
  static ReportFile of(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String format = FORMATS.get(ending);
    if (format == null || !ReportFormats.names().contains(format)) {
      throw new IllegalArgumentException(
          ("@GoLive(report = \"%s\"): the ending of the name is not that of a format. Use "
                  + "one of: .%s")
              .formatted(name, String.join(", .", FORMATS.keySet())));
    }
    return new ReportFile(Path.of(name).toAbsolutePath().normalize(), format);
  }

  /** Replaces the file by a report. A reader sees either the old or the new content. */
  void write(GoLiveReport report) throws IOException {
    Path folder = path.getParent();
    if (folder == null) {
      throw new IOException(path + " is not a file");
    }
    Files.createDirectories(folder);
    new WholeFile(path).write(out -> ReportFormats.writer(format).write(report, out));
  }
}
