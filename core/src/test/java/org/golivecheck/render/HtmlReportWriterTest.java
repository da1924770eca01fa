package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.call.Exclusion;
import org.golivecheck.render.html.HtmlVerdict;
import org.golivecheck.render.words.Audience;
import org.golivecheck.render.words.FindingGroup;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.data.ReportData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportWriterTest {
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s+[\\w:-]+(?:=\"[^\"<>]*\")?)*)\\s*(/?)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)=\"([^\"]*)\"");

  /** Elements that are never closed. */
  private static final Set<String> VOID = Set.of("meta", "link", "br", "wbr", "input");

  static Stream<GoLiveReport> fixtures() {
    return ReportFixtures.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyElementIsClosedAndNothingElseLooksLikeMarkup(GoLiveReport report) {
    assertWellFormed(print(report));
  }

  @Property(tries = 200)
  void anyReportIsWellFormedAndReferencesNothingOutside(@ForAll("reports") GoLiveReport report) {
    String page = print(report);

    assertWellFormed(page);
    assertSelfContained(page);
  }

  @Provide
  Arbitrary<GoLiveReport> reports() {
    return ReportArbitraries.reports();
  }

  private static void assertWellFormed(String page) {
    String body = withoutAssets(page);
    assertThat(TAG.matcher(body).replaceAll("").replace("<!DOCTYPE html>", ""))
        .doesNotContain("<", ">");
    List<String> open = new java.util.ArrayList<>();
    TAG.matcher(body)
        .results()
        .forEach(
            tag -> {
              String name = tag.group(2);
              if (!tag.group(1).isEmpty()) {
                assertThat(open).as("closes " + name).isNotEmpty();
                assertThat(open.remove(open.size() - 1)).isEqualTo(name);
              } else if (tag.group(4).isEmpty() && !VOID.contains(name)) {
                open.add(name);
              }
            });
    assertThat(open).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void nothingIsLoadedFromOutside(GoLiveReport report) {
    assertSelfContained(print(report));
  }

  private static void assertSelfContained(String page) {
    List<MatchResult> attributes =
        TAG.matcher(withoutAssets(page))
            .results()
            .flatMap(tag -> ATTRIBUTE.matcher(tag.group(3)).results())
            .toList();
    assertThat(attributes)
        .extracting(attribute -> attribute.group(1).toLowerCase(Locale.ROOT))
        .doesNotContain("src", "srcset", "style", "action")
        .noneMatch(name -> name.startsWith("on"));
    assertThat(attributes)
        .filteredOn(attribute -> attribute.group(1).equals("href"))
        .extracting(attribute -> attribute.group(2))
        .allMatch(
            target ->
                target.startsWith("#")
                    || target.startsWith("https://")
                    || target.startsWith("data:image/svg+xml,"));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyLinkInsideLeadsSomewhere(GoLiveReport report) {
    String page = withoutAssets(print(report));
    Set<String> ids = new HashSet<>();
    Pattern.compile(" id=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .forEach(id -> assertThat(ids.add(id.group(1))).as("twice: " + id.group(1)).isTrue());

    assertThat(Pattern.compile("href=\"#([^\"]*)\"").matcher(page).results())
        .extracting(link -> link.group(1))
        .isNotEmpty()
        .allMatch(ids::contains);
    assertThat(Pattern.compile("aria-labelledby=\"([^\"]*)\"").matcher(page).results())
        .extracting(label -> label.group(1))
        .allMatch(ids::contains);
  }

  @Test
  void thePolicyAllowsItsOwnStyleAndScriptAndNothingElse() throws Exception {
    String page = print(ReportFixtures.hostile());

    String policy = between(page, "Content-Security-Policy\" content=\"", "\"");
    assertThat(policy.replace("&#39;", "'"))
        .isEqualTo(
            "default-src 'none'; img-src data:; style-src '"
                + hash(between(page, "<style>", "</style>"))
                + "'; script-src '"
                + hash(between(page, "<script>", "</script>"))
                + "'; base-uri 'none'; form-action 'none'");
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void verdictAndProfileComeBeforeAllElse(GoLiveReport report) {
    String page = withoutAssets(print(report));

    int verdict = page.indexOf("<h1>" + HtmlVerdict.word(report.verdict()) + "</h1>");
    assertThat(verdict).isPositive().isLessThan(page.indexOf("<h2"));
    assertThat(page.substring(verdict)).contains("<dd>" + report.profile().id() + "</dd>");
    assertThat(page).contains("<title>" + HtmlVerdict.word(report.verdict()) + ": ");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void theWindowHasAMarkForEachOfItsPlaces(GoLiveReport report) {
    String marks = between(print(report), "<ol class=\"marks\">", "</ol>");

    assertThat(marks.split("<li", -1)).hasSize(report.window().required() + 1);
    assertThat(marks.split("href=\"#call-", -1)).hasSize(report.window().calls().size() + 1);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyFindingIsThereWithWhatToDo(GoLiveReport report) {
    String page = print(report);

    List<FindingGroup> groups =
        Audience.groups(report.findings()).stream()
            .flatMap(ofActor -> FindingGroup.of(ofActor).stream())
            .toList();
    for (FindingGroup group : groups) {
      assertThat(page).contains(escaped(group.first().message()), escaped(group.first().remedy()));
    }
    assertThat(page.split("<article", -1)).hasSize(groups.size() + 1);
  }

  @Test
  void evidenceShowsTraceTokensTimesAndSources() {
    String page = print(ReportFixtures.polling());
    String evidence = between(page, "<details class=\"evidence\">", "</details>");

    assertThat(evidence)
        .contains("Evidence: 2 calls, with trace tokens")
        .contains("<code class=\"copy\">5d5d5d5d-0000-4000-8000-000000000001</code>")
        .contains("datetime=\"2026-11-23T10:00:45.1234567Z\">2026-11-23 10:00:45</time>")
        .contains("<code>logs.zip!<wbr>01_OK_GetEnvelope.txt</code>");
  }

  @Test
  void chartsAreDrawnFromTheSeries() {
    String page = print(ReportFixtures.polling());

    assertThat(between(page, "<section id=\"time\"", "</section>"))
        .contains("<b>Envelopes:get</b>", "16 calls, 14 breaches", "#s-error\" class=\"m-error\"");
    assertThat(between(page, "<section id=\"polling\"", "</section>"))
        .contains("GET /restapi/v2.1/accounts/0f1e2d3c/envelopes/1a2b3c4d", "class=\"limit\"")
        .contains("15 min</text>", "16 GETs, 14 breaches, median gap 1.5 min");
    assertThat(between(page, "<section id=\"rates\"", "</section>"))
        .contains("Account 0f1e2d3c (demo)</b> in a clock hour", "3,000 allowed as the log shows");
    assertThat(between(page, "<section id=\"errors\"", "</section>"))
        .contains("<td>account-admin</td>", "user-permission");
  }

  @Test
  void withoutSeriesTheWindowIsListedAndThePageSaysSo() {
    String page = print(ReportFixtures.permissionErrors());

    assertThat(page).doesNotContain("<section id=\"time\"");
    String calls = between(page, "<section id=\"calls\"", "</section>");
    assertThat(calls).contains("the report was made without the others");
    assertThat(calls.split("data-kind", -1)).hasSize(21);
  }

  @Test
  void callsOfTheWindowThatTheSeriesLacksAreListedFirst() {
    GoLiveReport polling = ReportFixtures.polling();
    ReportSeries series = SeriesFixtures.polling();
    ReportSeries newest =
        new ReportData.Series(
            series.calls().subList(20, 24),
            0,
            series.lanes(),
            List.of(),
            0,
            List.of(),
            List.of(),
            List.of());
    String calls = between(print(with(polling, newest)), "<section id=\"calls\"", "</section>");

    assertThat(Pattern.compile("id=\"call-(\\d+)\"").matcher(calls).results())
        .extracting(row -> Integer.valueOf(row.group(1)))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
  }

  @Test
  void whatDoesNotCountIsListedWithItsReason() {
    String log = between(print(ReportFixtures.passing()), "<section id=\"log\"", "</section>");

    assertThat(log)
        .contains("<th scope=\"row\">web-app</th><td class=\"n\">10</td>")
        .contains("The DocuSign web app&#39;s own traffic")
        .contains("<th scope=\"row\">duplicates</th><td class=\"n\">2</td>");
  }

  @Test
  void everyExclusionIsExplained() {
    for (Exclusion reason : Exclusion.values()) {
      String log =
          between(
              print(
                  new ReportBuilder(
                          org.golivecheck.report.Profile.CLASSIC,
                          org.golivecheck.report.Verdict.PASS)
                      .excluded(reason, 7)
                      .build()),
              "<section id=\"log\"",
              "</section>");
      assertThat(log).containsPattern(">" + reason.id() + "</th><td class=\"n\">7</td><td>.+</td>");
    }
  }

  @Test
  void theGateIsShownWhereAnythingCanBeExcused() {
    assertThat(print(GateFixtures.excused()))
        .contains(
            "<h2>Gate: passed</h2>", "Known findings: 1 baselined, 1 suppressed", "ticket 4711");
    assertThat(print(ReportFixtures.polling())).doesNotContain("Gate:");
  }

  @Test
  void aLogOfFiftyCallsMakesASmallPage() {
    GoLiveReport fifty = with(ReportFixtures.permissionErrors(), SeriesFixtures.fiftyCalls());

    assertThat(bytes(print(fifty))).isBetween(30_000, 400_000);
  }

  @Test
  void aPageDoesNotGrowWithTheLogAndSaysWhatItLeavesOut() {
    String page = print(ReportFixtures.thousandsOfFindings());

    assertThat(bytes(page)).isLessThan(1_000_000);
    assertThat(page)
        .contains("The newest 1,000 of 100,020 calls.")
        .contains("each bar stands for all calls of 1 h");
    assertThat(page).contains(" calls in 1,490 findings</span>", "... and 1,480 more with ");
  }

  static GoLiveReport with(GoLiveReport report, ReportSeries series) {
    return report.toBuilder().series(series).build();
  }

  private static String withoutAssets(String page) {
    return page.replaceFirst("(?s)<style>.*?</style>", "<style></style>")
        .replaceFirst("(?s)<script>.*?</script>", "<script></script>");
  }

  private static String escaped(CharSequence text) {
    return text.toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static int bytes(String page) {
    return page.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String print(GoLiveReport report) {
    return Printed.print("html", report);
  }
}
