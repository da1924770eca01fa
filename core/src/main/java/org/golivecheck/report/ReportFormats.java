package org.golivecheck.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The formats that a report can be printed in, by name. */
public final class ReportFormats {
  private static final Map<String, Function<TextOptions, ReportWriter>> BY_NAME = new TreeMap<>();

  static {
    BY_NAME.put("json", options -> new JsonReportWriter());
    BY_NAME.put("text", TextReportWriter::new);
  }

  private ReportFormats() {}

  /** Returns the names of all formats, sorted. */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** Returns the writer of a format, as {@link #writer(String, TextOptions)} with the defaults. */
  public static ReportWriter writer(String name) {
    return writer(name, TextOptions.DEFAULT);
  }

  /**
   * Returns the writer of a format.
   *
   * @param name the name of the format, ignoring case
   * @param options how the text format looks; the others take no notice
   * @throws IllegalArgumentException if there is no such format; the message lists those there are
   */
  public static ReportWriter writer(String name, TextOptions options) {
    Function<TextOptions, ReportWriter> writer = BY_NAME.get(name.toLowerCase(Locale.ROOT));
    if (writer == null) {
      throw new IllegalArgumentException(
          "Unknown report format '" + name + "'. Choose one of: " + String.join(", ", names()));
    }
    return writer.apply(options);
  }
}
