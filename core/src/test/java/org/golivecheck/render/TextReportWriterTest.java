package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.golivecheck.call.Exclusion;
import org.golivecheck.render.TextOptions.Detail;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares what is printed with golden files. After a change that is meant, write them anew with
 * {@code mvn -pl core test -Dtest=TextReportWriterTest -Dgolden.update=true} and read the
 * difference.
 */
class TextReportWriterTest {
  private static final String GOLDEN = "golden/";
  private static final Path GOLDEN_SOURCES =
      Path.of("src/test/resources/org/golivecheck/render/golden");
  private static final Pattern SGR = Pattern.compile("\u001b\\[[0-9;]*m");

  private static final TextOptions NARROW = new TextOptions(40, false, Detail.NORMAL);
  private static final TextOptions WIDE = new TextOptions(120, false, Detail.VERBOSE);
  private static final TextOptions BRIEF = new TextOptions(80, false, Detail.BRIEF);

  record Golden(String file, String report, TextOptions options) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Golden> goldens() {
    return Stream.of(
        new Golden("passing", "passing", TextOptions.DEFAULT),
        new Golden("passing-40-columns", "passing", NARROW),
        new Golden("polling", "polling", TextOptions.DEFAULT),
        new Golden("polling-40-columns", "polling", NARROW),
        new Golden("permission-errors", "permission-errors", TextOptions.DEFAULT),
        new Golden("permission-errors-verbose", "permission-errors", WIDE),
        new Golden("too-few-calls", "too-few-calls", TextOptions.DEFAULT),
        new Golden("nothing-read", "nothing-read", TextOptions.DEFAULT),
        new Golden("problems", "problems", TextOptions.DEFAULT),
        new Golden("strict-old-errors", "strict-old-errors", TextOptions.DEFAULT),
        new Golden("current-warnings", "current-warnings", TextOptions.DEFAULT),
        new Golden("hostile", "hostile", TextOptions.DEFAULT),
        new Golden("excused", "excused", TextOptions.DEFAULT),
        new Golden("excused-brief", "excused", BRIEF),
        new Golden("problems-brief", "problems", BRIEF),
        new Golden("polling-brief", "polling", BRIEF),
        new Golden("partly-known", "partly-known", TextOptions.DEFAULT));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void printsWhatTheGoldenFileShows(Golden golden) throws IOException {
    String printed = print(golden.report(), golden.options());
    String file = golden.file() + ".txt";
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN_SOURCES);
      Files.writeString(GOLDEN_SOURCES.resolve(file), printed);
    }

    assertThat(printed).isEqualTo(read(file));
  }

  static Stream<String> reports() {
    return ReportFixtures.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void noLineIsWiderThanAskedForUnlessAWordIs(String report) {
    for (int width : new int[] {40, 57, 80, 120}) {
      for (Detail detail : Detail.values()) {
        assertThat(lines(report, new TextOptions(width, false, detail)))
            .allSatisfy(
                line ->
                    assertThat(line.length() <= width || longestWord(line) > width - 24)
                        .as(line)
                        .isTrue());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void colourAddsNothingButColour(String report) {
    String plain = print(report, TextOptions.DEFAULT);
    String colored = print(report, new TextOptions(80, true, Detail.NORMAL));

    assertThat(colored).isNotEqualTo(plain);
    assertThat(SGR.matcher(colored).replaceAll("")).isEqualTo(plain);
  }

  @Test
  void passingLogFitsOnOneScreen() {
    assertThat(lines("passing", TextOptions.DEFAULT)).hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void thousandsOfFindingsAreCutWithACount() {
    List<String> lines = lines("thousands", TextOptions.DEFAULT);

    assertThat(lines).hasSizeLessThan(150);
    assertThat(lines).contains("Findings: 20 errors, 2,980 warnings");
    assertThat(lines).filteredOn(line -> line.startsWith("    ... and 1,480 more with")).hasSize(1);
    assertThat(lines)
        .contains("  golive-check explain RULE says what to do; -v prints all findings.");
  }

  @Test
  void verbosePrintsEveryFindingWithAllItsEvidence() {
    List<String> lines = lines("thousands", WIDE);

    assertThat(lines).filteredOn(line -> line.contains(" ER-validation ")).hasSize(3_000);
    long evidence =
        ReportFixtures.thousandsOfFindings().findings().stream()
            .mapToLong(finding -> finding.evidence().size())
            .sum();
    assertThat(lines).filteredOn(line -> line.contains("Z  400  ")).hasSize((int) evidence);
  }

  @Test
  void oneMissingCallIsNamedInTheSingular() {
    GoLiveReport report =
        new ReportBuilder(Profile.CLASSIC, Verdict.FAIL).cleanCallsNeeded(1).build();

    assertThat(print(report, TextOptions.DEFAULT)).contains("Make 1 more clean call, then submit.");
  }

  @Test
  void strictTellsThatOlderErrorsStayEvenIfCleanCallsAreNeededToo() {
    ReportBuilder builder = new ReportBuilder(Profile.STRICT, Verdict.FAIL).cleanCallsNeeded(5);
    assertThat(print(builder.build(), TextOptions.DEFAULT))
        .contains("Make 5 more clean calls")
        .doesNotContain("however old");

    builder.finding(
        builder.apiError(Severity.ERROR, "validation", "end-user", "CODE", "Correct it.", 1));
    assertThat(print(builder.build(), TextOptions.DEFAULT))
        .contains("More clean calls do not help: the strict profile fails on any error")
        .doesNotContain("Make 5 more clean calls");
  }

  @Test
  void anOptionStaysInOneLineWithItsValue() {
    ReportBuilder builder = new ReportBuilder(Profile.CLASSIC, Verdict.NO_VERDICT);
    for (int words = 0; words < 30; words++) {
      builder.reason("GL-000", "x ".repeat(words) + "--gateway-host gw.example.com and more.");
    }
    assertThat(print(builder.build(), new TextOptions(60, false, Detail.NORMAL)).split("\n"))
        .filteredOn(line -> line.contains("--gateway-host"))
        .hasSize(30)
        .allMatch(line -> line.contains("--gateway-host gw.example.com"));
  }

  @Test
  void missingVerdictSaysWhatToGive() {
    ReportBuilder filtered = new ReportBuilder(Profile.CLASSIC, Verdict.NO_VERDICT).filtered(30);
    ReportBuilder otherApi =
        new ReportBuilder(Profile.CURRENT, Verdict.NO_VERDICT).excluded(Exclusion.OTHER_API, 4);

    assertThat(print(filtered.build(), TextOptions.DEFAULT))
        .contains("The filters leave no call; widen them.", "Filtered     30 left out");
    assertThat(print(otherApi.build(), TextOptions.DEFAULT))
        .contains("Give a log that contains eSignature REST calls", "Not counted  4 other-api");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 39, 40, 120, 121, Integer.MAX_VALUE})
  void widthIsBroughtWithinItsBounds(int width) {
    assertThat(new TextOptions(width, false, Detail.NORMAL).width()).isBetween(40, 120);
  }

  private static int longestWord(String line) {
    return Arrays.stream(line.split(" ", -1)).mapToInt(String::length).max().orElse(0);
  }

  private static List<String> lines(String report, TextOptions options) {
    return Arrays.asList(print(report, options).split("\n", -1));
  }

  private static String print(String report, TextOptions options) {
    return print(ReportFixtures.all().get(report), options);
  }

  private static String print(GoLiveReport report, TextOptions options) {
    StringBuilder out = new StringBuilder();
    try {
      ReportFormats.writer("text", options).write(report, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  private static String read(String file) throws IOException {
    Path source = GOLDEN_SOURCES.resolve(file);
    if (Boolean.getBoolean("golden.update")) {
      return Files.readString(source);
    }
    try (InputStream in = TextReportWriterTest.class.getResourceAsStream(GOLDEN + file)) {
      assertThat(in).as("golden file " + file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
