package org.golivecheck.test;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.report.GoLiveReport;

/**
 * A file that a report is written to.
 *
 * @param path where it is
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
   * Returns the file of a name, whose ending tells the format.
   *
   * @throws IllegalArgumentException if it tells none
   */
  static ReportFile of(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String format = FORMATS.get(ending);
    if (format == null || !ReportFormats.names().contains(format)) {
      throw new IllegalArgumentException(
          "@GoLive(report = \""
              + name
              + "\"): the ending of the name tells no format. Use one of: ."
              + String.join(", .", FORMATS.keySet()));
    }
    return new ReportFile(Path.of(name).toAbsolutePath().normalize(), format);
  }

  /** Writes a report in place of what the file holds; a reader sees either the old or the new. */
  void write(GoLiveReport report) throws IOException {
    Path folder = path.getParent();
    if (folder == null) {
      throw new IOException(path + " is no file");
    }
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "." + path.getFileName(), ".part");
    try {
      try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
        ReportFormats.writer(format).write(report, out);
      }
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
