package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.golivecheck.render.html.HtmlAssets;
import org.golivecheck.render.words.ToolInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares reports for programs and build servers with golden files. After a change that is meant,
 * write them anew with {@code mvn -pl core test -Dtest=GoldenReportsTest -Dgolden.update=true} and
 * read the difference.
 */
class GoldenReportsTest {
  private static final String GOLDEN = "golden/";
  private static final Path GOLDEN_SOURCES =
      Path.of("src/test/resources/org/golivecheck/render/golden");

  private static final List<String> REPORTS =
      List.of(
          "passing",
          "permission-errors",
          "problems",
          "nothing-read",
          "hostile",
          "excused",
          "partly-known");

  /** Pages are long and much alike; tests of their own look at what these two do not show. */
  private static final List<String> PAGES = List.of("partly-known", "hostile");

  /** The ends of the names of the golden files. */
  private static final Map<String, String> FORMATS =
      new TreeMap<>(
          Map.of(
              "csv", ".csv",
              "github", ".github.txt",
              "gitlab", ".gitlab.json",
              "html", ".html",
              "junit", ".junit.xml",
              "markdown", ".md",
              "ndjson", ".ndjson",
              "sarif", ".sarif"));

  static Stream<Arguments> goldens() {
    return FORMATS.keySet().stream()
        .flatMap(
            format ->
                (format.equals("html") ? PAGES : REPORTS)
                    .stream().map(report -> Arguments.of(format, report)));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void printsWhatTheGoldenFileShows(String format, String report) throws IOException {
    String printed =
        withoutAssets(Printed.print(format, ReportFixtures.all().get(report)))
            .replace(ToolInfo.version(), "VERSION");
    String file = report + FORMATS.get(format);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN_SOURCES.resolve(file), printed);
      return;
    }

    assertThat(printed).isEqualTo(read(file));
  }

  /** Style and script of a page are the same in all, and are in files of their own. */
  private static String withoutAssets(String printed) {
    return printed
        .replace(HtmlAssets.STYLE, "STYLE")
        .replace(HtmlAssets.SCRIPT, "SCRIPT")
        .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-HASH");
  }

  private static String read(String file) throws IOException {
    try (InputStream in = GoldenReportsTest.class.getResourceAsStream(GOLDEN + file)) {
      assertThat(in).as("golden file " + file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
