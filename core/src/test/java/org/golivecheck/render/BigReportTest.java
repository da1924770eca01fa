package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports for people stay readable, whatever the size of the log. */
final class BigReportTest {
  private static final String ACCOUNT =
      "https://demo.docusign.net/restapi/v2.1/accounts/1e2d3c4b-0000-4000-8000-000000000001";
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  private static final int RESOURCES = 2_000;
  private static final int GETS = 13;
  private static final String[] BELOW = {"", "/recipients", "/documents/1", "/audit_events"};

  private static GoLiveReport report;

  @BeforeAll
  static void check() {
    Stream<ApiCall> polls =
        IntStream.range(0, RESOURCES * GETS)
            .mapToObj(
                i -> {
                  int resource = i % RESOURCES;
                  String envelope =
                      String.format(
                          Locale.ROOT, "/envelopes/%08x-aaaa-4aaa-8aaa-aaaaaaaaaaaa", resource);
                  boolean fails = i % 37 == 0;
                  return ApiCall.builder(
                          START.plusSeconds(60L * (i / RESOURCES) + resource % 50),
                          "GET",
                          ACCOUNT + envelope + BELOW[resource % BELOW.length],
                          fails ? 404 : 200)
                      .traceToken("trace-" + i)
                      .source("nightly.ndjson:" + (i + 1))
                      .build();
                });
    report = polls.collect(GoLiveCheck.withDefaults().withSeries().collector());
  }

  private static String print(String format) throws Exception {
    return Printed.print(format, report);
  }

  private static long breaches() {
    return report.findings().stream()
        .filter(finding -> finding.rule().equals("PL-001"))
        .mapToLong(Finding::count)
        .sum();
  }

  @Test
  void textIsShorterThanOneHundredAndFiftyLinesAndHasTheTotalOfBreaches() throws Exception {
    assertThat(breaches()).isEqualTo((long) RESOURCES * (GETS - 1));
    assertThat(print("text").lines()).hasSizeLessThan(150);
    assertThat(print("text"))
        .contains("24,000")
        .containsOnlyOnce("To do:  Let DocuSign notify you")
        .doesNotContain("24000");
  }

  @Test
  void aGroupNamesTheTenWorstResourcesAndCountsTheOthers() throws Exception {
    assertThat(print("text"))
        .contains("PL-001 Envelope resource polled (20,880 calls on 1,740 resources)")
        .contains("    12 calls  GET ../envelopes/00000000  median 1 min\n")
        .contains("    ... and 1,730 more with 20,760 calls\n");
    assertThat(print("text").lines()).filteredOn(line -> line.contains(" GET ../")).hasSize(20);
    assertThat(print("markdown").lines())
        .filteredOn(line -> line.startsWith("| 12 | ") && line.contains(" | 1 min | "))
        .hasSize(20);
    assertThat(print("html")).contains("... and 1,730 more with 20,760 calls");
  }

  @Test
  void whatDecidesTheVerdictComesFirst() throws Exception {
    for (String format : new String[] {"text", "markdown", "html"}) {
      String printed = print(format);
      assertThat(printed.indexOf("ER-not-found"))
          .as(format)
          .isBetween(0, printed.indexOf("PL-001"));
    }
    assertThat(print("github").lines().filter(line -> line.startsWith("::")))
        .hasSizeLessThanOrEqualTo(8)
        .element(1, STRING)
        .startsWith("::error title=ER-not-found");
  }

  @Test
  void theChartOfPollingShowsTheGapsOfAllResources() throws Exception {
    assertThat(print("html"))
        .contains("<th scope=\"row\">1 min to 5 min</th><td class=\"n\">24,000</td>");
  }

  @Test
  void programsGetEachFindingUpToTheCapWithTheTrueCount() throws Exception {
    assertThat(report.findings()).filteredOn(found -> found.rule().equals("PL-001")).hasSize(1_001);
    assertThat(print("ndjson").lines())
        .filteredOn(line -> line.startsWith("{\"type\":\"finding\",\"rule\":\"PL-001\""))
        .hasSize(1_001);
    assertThat(print("csv").lines()).filteredOn(line -> line.contains("PL-001")).hasSize(1_001);
    assertThat(print("junit").length()).isLessThan(300_000);
  }

  @Test
  void thePageIsAtMostOneMegabyte() throws Exception {
    assertThat(print("html").getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
    assertThat(print("html")).contains("type=\"search\"");
  }
}
