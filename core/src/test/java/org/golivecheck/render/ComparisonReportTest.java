package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.golivecheck.gate.Comparisons;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.Comparison;
import org.golivecheck.report.Comparison.Kind;
import org.golivecheck.report.GoLiveReport;
import org.junit.jupiter.api.Test;

/** What reports say of an earlier one. */
final class ComparisonReportTest {
  private static final GoLiveReport POLLING = ReportFixtures.polling();
  private static final GoLiveReport DENIED = ReportFixtures.permissionErrors();

  private static GoLiveReport compare(GoLiveReport before, GoLiveReport now) {
    return Comparisons.compare(new Redactor().redact("last.json"), before, now);
  }

  @Test
  void findingsAreNewOrGone() {
    Comparison comparison = compare(POLLING, DENIED).comparison();

    assertThat(comparison.count(Kind.NEW)).isPositive();
    assertThat(comparison.count(Kind.GONE)).isEqualTo(POLLING.findings().size());
    assertThat(comparison.changes())
        .extracting(change -> change.rule())
        .contains("PL-001", "ER-user-permission");
  }

  @Test
  void aFindingHasMoreOrFewerCalls() {
    GoLiveReport doubled =
        POLLING.toBuilder()
            .findings(
                POLLING.findings().stream()
                    .map(finding -> finding.toBuilder().count(2 * finding.count()).build())
                    .toList())
            .build();

    assertThat(compare(POLLING, doubled).comparison().changes())
        .isNotEmpty()
        .allSatisfy(change -> assertThat(change.kind()).isEqualTo(Kind.MORE))
        .allSatisfy(change -> assertThat(change.now()).isEqualTo(2 * change.before()));
    assertThat(compare(doubled, POLLING).comparison().count(Kind.FEWER)).isPositive();
  }

  @Test
  void theSameFindingsAreNoChange() throws IOException {
    GoLiveReport report = compare(POLLING, POLLING);

    assertThat(report.comparison().changes()).isEmpty();
    assertThat(Printed.print("text", report))
        .contains("Since last.json", "The verdict was FAIL by profile classic.", "no change.");
  }

  @Test
  void itDecidesNothing() {
    assertThat(compare(DENIED, POLLING).decision()).isEqualTo(POLLING.decision());
  }

  @Test
  void everyFormatForPeopleAndJsonShowsIt() throws IOException {
    GoLiveReport report = compare(POLLING, DENIED);

    assertThat(Printed.print("text", report)).contains("Since last.json", "  NEW  ", "  GONE  ");
    assertThat(Printed.print("markdown", report))
        .contains("### Since last.json", "- **NEW** ", "- **GONE** ");
    assertThat(Printed.print("html", report))
        .contains("Since last.json", "<td>NEW</td>", "<td>GONE</td>");
    assertThat(Printed.print("json", report))
        .contains("\"comparison\": {", "\"kind\": \"new\"", "\"kind\": \"gone\"");
    assertThat(Printed.print("json", DENIED)).doesNotContain("comparison");
  }
}
