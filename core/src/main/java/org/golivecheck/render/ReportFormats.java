package org.golivecheck.render;

import java.util.List;
import java.util.Locale;
import org.golivecheck.render.build.CsvReportWriter;
import org.golivecheck.render.build.GithubReportWriter;
import org.golivecheck.render.build.GitlabReportWriter;
import org.golivecheck.render.build.JunitReportWriter;
import org.golivecheck.render.build.SarifReportWriter;
import org.golivecheck.render.html.HtmlReportWriter;
import org.golivecheck.render.json.JsonReportWriter;
import org.golivecheck.render.json.NdjsonReportWriter;
import org.golivecheck.render.markdown.MarkdownReportWriter;
import org.golivecheck.render.text.TextReportWriter;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.rule.Rules;

/** The report formats, by name. */
public final class ReportFormats {
  private static final List<String> NAMES =
      List.of(
          "csv",
          "github",
          "gitlab",
          "html",
          "json",
          "junit",
          "markdown",
          "ndjson",
          "sarif",
          "text");

  private ReportFormats() {}

  /** Returns the names of all formats, sorted. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Returns whether a format shows {@link GoLiveReport#series()}, so that a report for it should
   * include them.
   *
   * @param name the name of the format, ignoring case
   */
  public static boolean showsSeries(String name) {
    return name.equalsIgnoreCase("json") || name.equalsIgnoreCase("html");
  }

  /** Returns the writer for a format, with default text options. */
  public static ReportWriter writer(String name) {
    return writer(name, TextOptions.DEFAULT);
  }

  /**
   * Returns the writer for a format.
   *
   * @param name the name of the format, ignoring case
   * @param options options of the text format, ignored by other formats
   * @throws IllegalArgumentException if there is no such format; the message lists all formats
   */
  public static ReportWriter writer(String name, TextOptions options) {
    // A switch loads only the class of the requested format.
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "csv" -> new CsvReportWriter();
      case "github" -> new GithubReportWriter();
      case "gitlab" -> new GitlabReportWriter();
      case "html" -> new HtmlReportWriter();
      case "json" -> new JsonReportWriter();
      case "junit" -> new JunitReportWriter(Rules::all);
      case "markdown" -> new MarkdownReportWriter();
      case "ndjson" -> new NdjsonReportWriter();
      case "sarif" -> new SarifReportWriter(Rules::all);
      case "text" -> new TextReportWriter(options);
      default ->
          throw new IllegalArgumentException(
              "Unknown report format '" + name + "'. Choose one of: " + String.join(", ", NAMES));
    };
  }
}
