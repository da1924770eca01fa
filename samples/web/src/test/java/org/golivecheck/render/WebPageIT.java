package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.explain.Explanations;
import org.golivecheck.log.LogSource;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.rule.error.ErrorCatalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser gives the same answers as the library here. The property {@code site}
 * names the folder that {@code samples/web/run} built.
 */
@Timeout(240)
final class WebPageIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SITE = Path.of(System.getProperty("site", "target/site"));
  private static final Path LOGS = Path.of("../logs").toAbsolutePath().normalize();
  private static final Path FIXTURES =
      Path.of("../../core/src/test/resources/org/golivecheck/log").toAbsolutePath().normalize();

  private static Chromium browser;

  @BeforeAll
  static void start(@TempDir Path profile) throws IOException {
    Path program = Chromium.find().orElse(null);
    Assumptions.assumeTrue(program != null, "no Chromium on this machine");
    browser = new Chromium(program, profile);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() throws InterruptedException {
    browser.screen(1280, false);
    browser.open(SITE.resolve("index.html").toAbsolutePath());
    until("document.documentElement.dataset.ready");
  }

  private static JsonNode until(String condition) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      JsonNode value = browser.evaluate(condition);
      if (value.isTextual() || value.asBoolean()) {
        return value;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(
        condition + " did not come true: " + browser.evaluate("at('said').textContent"));
  }

  /** Chooses logs, and returns the report as JSON once they are judged. */
  private static JsonNode check(List<Path> logs) throws Exception {
    browser.evaluate("at('result').hidden = true; delete at('result').dataset.verdict; 1");
    JsonNode document = browser.send("DOM.getDocument", Map.of());
    JsonNode input =
        browser.send(
            "DOM.querySelector",
            Map.of("nodeId", document.at("/root/nodeId").asInt(), "selector", "#files"));
    browser.send(
        "DOM.setFileInputFiles",
        Map.of(
            "nodeId",
            input.path("nodeId").asInt(),
            "files",
            logs.stream().map(Path::toString).toList()));
    until("at('result').dataset.verdict");
    return JSON.readTree(browser.evaluate("ask('report', { format: 'json' })").asText());
  }

  /** Returns the report of the library on this machine, under the names that the page gives. */
  private static JsonNode here(List<Path> logs) throws IOException {
    List<LogSource> sources = new ArrayList<>();
    for (Path log : logs) {
      sources.add(LogSource.of(log.getFileName().toString(), Files.newInputStream(log)));
    }
    GoLiveReport report = GoLiveCheck.withDefaults().withSeries().check(sources);
    StringBuilder text = new StringBuilder();
    ReportFormats.writer("json").write(report, text);
    return JSON.readTree(text.toString());
  }

  @Test
  void aLogThatPollsFailsWithTheFindingsOfTheCommand() throws Exception {
    Path log = LOGS.resolve("polls-every-minute.zip");

    JsonNode report = check(List.of(log));

    assertThat(report.path("verdict").asText()).isEqualTo("FAIL");
    assertThat(report).isEqualTo(here(List.of(log)));
    assertThat(browser.evaluate("at('report').srcdoc").asText()).contains("PL-001", "FAIL");
  }

  @Test
  void everySampleAndFixtureHasTheSameReportAsHere() throws Exception {
    List<String> different = new ArrayList<>();
    int compared = 0;
    for (Path folder : List.of(LOGS, FIXTURES)) {
      List<Path> files;
      try (Stream<Path> found = Files.walk(folder, 2)) {
        files =
            found
                .filter(Files::isRegularFile)
                .filter(file -> file.toString().matches(".*\\.(zip|log|ndjson|json|csv|txt|har|gz)"))
                .sorted()
                .toList();
      }
      for (Path log : files) {
        ObjectNode here = (ObjectNode) here(List.of(log));
        JsonNode there = check(List.of(log));
        compared++;
        if (!here.equals(there)) {
          different.add(log.getFileName().toString());
        }
      }
    }
    assertThat(compared).isGreaterThan(40);
    assertThat(different).as("of " + compared).isEmpty();
  }

  @Test
  void nothingIsAskedForAfterThePageIsLoadedAndNothingIsComplainedOf() throws Exception {
    check(List.of(LOGS.resolve("permission-errors.zip"), LOGS.resolve("passes.zip")));

    assertThat(browser.requests())
        .allMatch(url -> url.startsWith("file:") || url.startsWith("blob:") || url.startsWith("data:") || url.startsWith("about:"));
    assertThat(browser.requests().stream().filter(url -> url.startsWith("file:"))).hasSize(1);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anErrorIsExplainedAsByTheCommand() throws Exception {
    for (String text : List.of("consent_required", "Read timed out", "nothing of this is known")) {
      String there =
          browser.evaluate("ask('explain', { text: " + JSON.writeValueAsString(text) + " })").asText();
      String here;
      try {
        here = new Explanations(ErrorCatalog.get(), 80).explain(text);
      } catch (IllegalArgumentException e) {
        here = e.getMessage();
      }
      assertThat(there).isEqualTo(here);
    }
  }

  @Test
  void theOneFileIsThePage() throws IOException {
    assertThat(SITE.resolve("golive-check.html")).hasSameTextualContentAs(SITE.resolve("index.html"));
    assertThat(Files.size(SITE.resolve("golive-check.html"))).isLessThan(2_000_000);
  }

  @Test
  void aTelephoneScrollsInOneDirectionOnly() {
    browser.screen(390, true);

    assertThat(
            browser
                .evaluate("document.documentElement.scrollWidth <= window.innerWidth")
                .asBoolean())
        .isTrue();
  }
}
