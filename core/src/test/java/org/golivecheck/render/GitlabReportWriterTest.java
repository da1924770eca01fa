package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GitlabReportWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SEVERITIES = Set.of("info", "minor", "critical", "blocker");

  static Stream<GoLiveReport> fixtures() {
    return ReportFixtures.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyFindingHasWhatGitlabDemands(GoLiveReport report) throws IOException {
    assertAccepted(report);
  }

  @Property(tries = 200)
  void everyFindingOfAnyReportHasWhatGitlabDemands(@ForAll("reports") GoLiveReport report)
      throws IOException {
    assertAccepted(report);
  }

  @Provide
  Arbitrary<GoLiveReport> reports() {
    return ReportArbitraries.reports();
  }

  private static void assertAccepted(GoLiveReport report) throws IOException {
    JsonNode issues = issues(report);
    int more = report.verdict() == Verdict.NO_VERDICT ? 1 : 0;
    Set<String> fingerprints = new HashSet<>();

    assertThat(issues.isArray()).isTrue();
    assertThat(issues).hasSize(report.findings().size() + more);
    for (JsonNode issue : issues) {
      assertThat(issue.path("description").asText()).isNotEmpty();
      assertThat(issue.path("check_name").asText()).isNotEmpty();
      assertThat(fingerprints.add(issue.path("fingerprint").asText())).isTrue();
      assertThat(SEVERITIES).contains(issue.path("severity").asText());
      assertThat(issue.at("/location/path").asText()).isNotEmpty().doesNotStartWith("/");
      assertThat(issue.at("/location/lines/begin").asInt()).isEqualTo(1);
    }
  }

  @Test
  void severitiesAreOrderedAsOurs() throws IOException {
    ReportBuilder builder = new ReportBuilder(Profile.CLASSIC, Verdict.FAIL);
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      builder.finding(builder.general("GL-001", "Title", severity, "Seen.", "Do.", 1));
    }

    assertThat(issues(builder.build()).findValuesAsText("severity"))
        .containsExactly("critical", "minor", "info");
  }

  @Test
  void fingerprintOfAFindingIsTheSameWhateverComesAfterIt() throws IOException {
    ReportBuilder one = new ReportBuilder(Profile.CLASSIC, Verdict.FAIL);
    one.finding(one.general("PL-001", "Polled", Severity.ERROR, "1", "Do.", 1));
    List<String> before = issues(one.build()).findValuesAsText("fingerprint");
    one.finding(one.general("PL-001", "Polled", Severity.ERROR, "2", "Do.", 1));

    assertThat(issues(one.build()).findValuesAsText("fingerprint"))
        .startsWith(before.get(0))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void missingVerdictIsNotShownAsClean() throws IOException {
    JsonNode issues = issues(ReportFixtures.nothingRead());

    assertThat(issues.at("/0/check_name").asText()).isEqualTo("NO_VERDICT");
    assertThat(issues.at("/0/severity").asText()).isEqualTo("blocker");
  }

  private static JsonNode issues(GoLiveReport report) throws IOException {
    return JSON.readTree(Printed.print("gitlab", report));
  }
}
