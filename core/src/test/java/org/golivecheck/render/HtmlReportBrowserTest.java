package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.data.ReportData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The HTML report in a real browser: Chromium, where the machine has one. The environment variable
 * CHROMIUM names another than the usual ones.
 */
class HtmlReportBrowserTest {
  private static final Map<String, GoLiveReport> REPORTS = reports();

  @TempDir static Path folder;

  private static Chromium browser;
  private static String axe;

  /** Reports that between them show every part of the page, each in more than one state. */
  private static Map<String, GoLiveReport> reports() {
    Map<String, GoLiveReport> reports = new LinkedHashMap<>();
    for (String name : List.of("nothing-read", "polling", "problems", "hostile", "partly-known")) {
      reports.put(name, ReportFixtures.all().get(name));
    }
    reports.put(
        "fifty-calls",
        HtmlReportWriterTest.with(GateFixtures.excused(), SeriesFixtures.fiftyCalls()));
    ReportSeries huge = SeriesFixtures.huge();
    reports.put(
        "bars",
        HtmlReportWriterTest.with(
            ReportFixtures.passing(),
            new ReportData.Series(
                huge.calls().subList(1_970, 2_000),
                huge.bucketSeconds(),
                huge.lanes(),
                List.of(),
                0,
                List.of(),
                huge.rates(),
                huge.errors())));
    return reports;
  }

  static Stream<String> names() {
    return REPORTS.keySet().stream();
  }

  @BeforeAll
  static void start() throws IOException {
    Path program = Chromium.find().orElse(Path.of("chromium"));
    assumeThat(program).isExecutable();
    for (Map.Entry<String, GoLiveReport> report : REPORTS.entrySet()) {
      Files.writeString(file(report.getKey()), Printed.print("html", report.getValue()));
    }
    try (InputStream in =
        HtmlReportBrowserTest.class.getResourceAsStream(
            "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      assertThat(in).as("axe-core").isNotNull();
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    browser = new Chromium(program, folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void onADesk() {
    browser.send("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    browser.screen(1280, false);
    browser.media("light", "screen");
  }

  private static Path file(String name) {
    return folder.resolve(name + ".html");
  }

  @ParameterizedTest
  @MethodSource("names")
  void loadsNothingElseAndComplainsOfNothing(String name) throws Exception {
    browser.open(file(name));

    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .allMatch(
            address ->
                address.equals(file(name).toUri().toString()) || address.startsWith("data:image"));
    assertThat(browser.evaluate("document.scripts.length").asInt()).isEqualTo(1);
    assertThat(browser.evaluate("document.styleSheets[0].cssRules.length").asInt())
        .as("the policy lets the style in")
        .isGreaterThan(50);
  }

  /** The dark theme on a desk and the light one on a telephone: all sizes, all colours. */
  @ParameterizedTest
  @MethodSource("names")
  void isAccessibleInTheDark(String name) throws Exception {
    browser.media("dark", "screen");
    browser.open(file(name));

    assertThat(violations()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void fitsATelephoneAndIsAccessibleInTheLight(String name) throws Exception {
    browser.screen(360, true);
    browser.open(file(name));

    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(360);
    assertThat(violations()).isEmpty();
  }

  /** Returns what axe finds, best practices included, with all that is folded open. */
  private static List<String> violations() {
    browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    browser.evaluate(axe + "; true");
    JsonNode found =
        browser.evaluate(
            "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.help + ' '"
                + " + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join('; ')))");
    return Stream.iterate(0, i -> i < found.size(), i -> i + 1)
        .map(i -> found.get(i).asText())
        .toList();
  }

  @Test
  void themesDiffer() throws Exception {
    String background = "getComputedStyle(document.body).backgroundColor";
    browser.open(file("polling"));
    String light = browser.evaluate(background).asText();
    browser.media("dark", "screen");

    assertThat(browser.evaluate(background).asText()).isNotEqualTo(light);
  }

  @Test
  void verdictAndWindowAreSeenWithoutScrolling() throws Exception {
    for (int width : new int[] {1280, 360}) {
      browser.screen(width, width < 700);
      browser.open(file("polling"));

      assertThat(bottom("h1")).isLessThan(200);
      assertThat(bottom(".marks")).isLessThan(600);
    }
  }

  private static double bottom(String selector) {
    return browser
        .evaluate("document.querySelector('" + selector + "').getBoundingClientRect().bottom")
        .asDouble();
  }

  @Test
  void searchShowsTheCallsThatHoldAllWords() throws Exception {
    browser.open(file("polling"));

    assertThat(search("", "")).isEqualTo("24 of 24 shown");
    assertThat(search("create INVALID_request", "")).isEqualTo("1 of 24 shown");
    assertThat(search("", "window")).isEqualTo("20 of 24 shown");
    assertThat(search("", "excluded")).isEqualTo("1 of 24 shown");
    assertThat(search("nothing of the kind", "")).isEqualTo("0 of 24 shown");
  }

  @Test
  void searchInTheFindingsShowsThoseThatContainAllWords() throws Exception {
    browser.open(file("polling"));

    assertThat(found("nothing of the kind")).isZero();
    assertThat(found("polled PL-001")).isEqualTo(1);
  }

  private static int found(String words) throws Exception {
    browser.evaluate(
        "(box => { box.value = '"
            + words
            + "'; box.dispatchEvent(new Event('input')) })(document.querySelector('.find'))");
    return browser.evaluate("document.querySelectorAll('article:not([hidden])').length").asInt();
  }

  private static String search(String words, String kind) {
    browser.evaluate(
        "document.getElementById('search').value = '"
            + words
            + "'; document.getElementById('kind').value = '"
            + kind
            + "'; document.getElementById('search').dispatchEvent(new Event('input'))");
    int shown =
        browser
            .evaluate("document.querySelectorAll('#calls tbody tr:not([hidden])').length")
            .asInt();
    String found = browser.evaluate("document.getElementById('found').textContent").asText();
    assertThat(found).startsWith(shown + " of ");
    return found;
  }

  @Test
  void aMarkOfTheWindowLeadsToItsCallEvenIfTheSearchHidIt() throws Exception {
    browser.open(file("polling"));
    search("nothing of the kind", "");
    browser.evaluate("document.querySelectorAll('.marks a')[6].click()");

    JsonNode target =
        browser.evaluate(
            "new Promise(done => setTimeout(() => { const t = document.querySelector('tr:target');"
                + " done([t.id, t.hidden, t.getBoundingClientRect().top < innerHeight]); }, 200))");
    assertThat(target.toString()).isEqualTo("[\"call-7\",false,true]");
  }

  @Test
  void traceTokensCanBeCopied() throws Exception {
    browser.send(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    browser.open(file("polling"));
    browser.send("Page.bringToFront", Map.of());

    assertThat(clickAndReadClipboard("#calls tr:first-child button"))
        .isEqualTo("5d5d5d5d-0000-4000-8000-000000000000");
    browser.evaluate("document.querySelector('.evidence').open = true");
    assertThat(clickAndReadClipboard(".evidence caption button"))
        .isEqualTo("5d5d5d5d-0000-4000-8000-000000000001\n5d5d5d5d-0000-4000-8000-000000000000");
  }

  private static String clickAndReadClipboard(String selector) {
    browser.evaluate("document.querySelector('" + selector + "').click()");
    return browser
        .evaluate(
            "new Promise(done => setTimeout(done, 200)).then(() => navigator.clipboard.readText())")
        .asText();
  }

  @Test
  void withoutScriptAllFactsAreThereAndNoDeadControls() throws Exception {
    browser.send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    browser.open(file("polling"));

    assertThat(browser.evaluate("document.querySelectorAll('button').length").asInt()).isZero();
    assertThat(
            browser
                .evaluate("getComputedStyle(document.querySelector('.controls')).display")
                .asText())
        .isEqualTo("none");
    assertThat(browser.evaluate("document.querySelectorAll('#calls tbody tr').length").asInt())
        .isEqualTo(24);
    assertThat(bottom("#time svg.chart")).isPositive();
  }

  @Test
  void onPaperEvidenceIsUnfoldedAndControlsAreGone() throws Exception {
    browser.media("dark", "print");
    browser.open(file("polling"));

    assertThat(
            browser
                .evaluate("document.querySelector('.evidence table').checkVisibility()")
                .asBoolean())
        .isTrue();
    assertThat(browser.evaluate("getComputedStyle(document.querySelector('nav')).display").asText())
        .isEqualTo("none");
    assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor").asText())
        .isEqualTo("rgb(255, 255, 255)");
  }

  @Test
  void aLongLogStaysUsable() throws Exception {
    Path file = folder.resolve("thousands.html");
    Files.writeString(file, Printed.print("html", ReportFixtures.thousandsOfFindings()));
    browser.open(file);

    assertThat(search("envelopes", "error")).isEqualTo("250 of 1000 shown");
    assertThat(browser.complaints()).isEmpty();
  }
}
