package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.render.build.GithubReportWriter.WorkflowCommand;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GithubReportWriterTest {
  /** A command as the runner reads it: what stands raw in a property or the message ends it. */
  private static final Pattern COMMAND =
      Pattern.compile("::(error|warning|notice) title=([^:,\r\n]*)(,file=([^:,\r\n]*))?::(.+)");

  static Stream<GoLiveReport> fixtures() {
    return ReportFixtures.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyLineIsOneCommand(GoLiveReport report) {
    assertCommands(report);
  }

  @Property(tries = 200)
  void everyLineOfAnyReportIsOneCommand(@ForAll("reports") GoLiveReport report) {
    assertCommands(report);
  }

  @Provide
  Arbitrary<GoLiveReport> reports() {
    return ReportArbitraries.reports();
  }

  private static void assertCommands(GoLiveReport report) {
    assertThat(lines(report)).isNotEmpty().allMatch(line -> COMMAND.matcher(line).matches());
  }

  @Property
  void nothingInAValueEndsIt(@ForAll("values") String value) throws IOException {
    StringBuilder out = new StringBuilder();
    new WorkflowCommand("error").with("title", value).with("file", value).print("x" + value, out);
    Matcher command = COMMAND.matcher(out.substring(0, out.length() - 1));

    assertThat(command.matches()).as(out.toString()).isTrue();
    assertThat(unescaped(command.group(2))).isEqualTo(value);
    assertThat(unescaped(command.group(4))).isEqualTo(value);
    assertThat(unescaped(command.group(5))).isEqualTo("x" + value);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings().withChars("%:,\r\nA025DC=x").ofMaxLength(20);
  }

  /** Takes the percent sign last, as the runner does. */
  private static String unescaped(String text) {
    return text.replace("%0D", "\r")
        .replace("%0A", "\n")
        .replace("%3A", ":")
        .replace("%2C", ",")
        .replace("%25", "%");
  }

  @Test
  void findingsWithOneRemedyAreOneAnnotationForEachWhoHasToAct() {
    List<String> lines = lines(ReportFixtures.thousandsOfFindings());

    assertThat(lines).hasSize(5);
    assertThat(lines).filteredOn(line -> line.startsWith("::error ")).hasSize(3);
    assertThat(lines.get(3))
        .startsWith("::warning title=ER-validation API error about validation,file=logs.zip::")
        .contains(" calls in 1,490 findings, the most first:%0A", "%0A... and 1,480 more with ");
  }

  @Test
  void verdictProblemsAndRestHaveTheirPlaceAmongTheTen() {
    ReportBuilder builder = new ReportBuilder(Profile.CURRENT, Verdict.PASS);
    for (Severity severity : Severity.values()) {
      for (int i = 0; i < 11; i++) {
        builder.finding(builder.general("GL-00" + i, "Title", severity, "Seen.", "Do.", 1));
      }
    }
    builder.problem("NO_TIMESTAMP", "a.zip!b.txt", 1, -1, "No time.", 1);

    List<String> lines = lines(builder.build());

    for (String level : List.of("error", "warning", "notice")) {
      assertThat(lines).filteredOn(line -> line.startsWith("::" + level + " ")).hasSize(10);
    }
    assertThat(lines.get(0)).startsWith("::notice title=golive-check PASS::");
    assertThat(lines.get(29)).contains("::1 error, 2 warnings, 3 hints more");
  }

  @Test
  void findingsThatFitAreAllShownWithoutARest() {
    assertThat(lines(ReportFixtures.permissionErrors()))
        .hasSize(4)
        .noneMatch(line -> line.contains("More findings"));
  }

  private static List<String> lines(GoLiveReport report) {
    return Printed.print("github", report).lines().toList();
  }
}
