package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has a page that says what it means and what to do, for {@code explain}. */
class RulePagesTest {
  /** Pages about what the review does as a whole, so no class of their own finds it. */
  private static final List<String> HEADINGS =
      List.of(
          "## What it means",
          "## Why the review cares",
          "## Who acts",
          "## How to fix",
          "## Examples",
          "## Basis");

  static Stream<String> pageIds() throws IOException, URISyntaxException {
    return pages().keySet().stream();
  }

  private static Map<String, List<String>> pages() throws IOException, URISyntaxException {
    URL folder = Rules.class.getResource("pages");
    Map<String, List<String>> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        assertThat(name).endsWith(".md");
        pages.put(name.substring(0, name.length() - 3), Files.readAllLines(file));
      }
    }
    return pages;
  }

  private static List<String> page(String id) throws IOException, URISyntaxException {
    return pages().get(id);
  }

  @Test
  void everyRuleHasAPageAndEveryPageIsListedWithItsTitle() throws IOException, URISyntaxException {
    Map<String, String> titles = new TreeMap<>();
    pages().forEach((id, lines) -> titles.put(id, lines.get(0)));

    assertThat(RulePages.all())
        .extracting(page -> "# " + page.id() + ": " + page.title())
        .containsExactlyElementsOf(titles.values());
    assertThat(RulePages.all())
        .extracting(RulePages.Page::id)
        .containsAll(Rules.all().stream().map(RuleInfo::id).toList());
  }

  @Test
  void theChangelogTellsWhenEachPageCame() throws IOException {
    assertThat(Files.readString(Path.of("../CHANGELOG.md")))
        .contains(RulePages.all().stream().map(RulePages.Page::id).toList());
  }

  @Test
  void aPageIsFoundInAnyCaseAndNothingElseIs() {
    assertThat(RulePages.text("pl-001")).get().asString().startsWith("# PL-001: ");
    assertThat(RulePages.text("../Rules")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pageIds")
  void everyPageHasTheSameHeadingsAndSomethingUnderEach(String id)
      throws IOException, URISyntaxException {
    List<String> lines = page(id);

    assertThat(lines.stream().filter(line -> line.startsWith("## ")).toList()).isEqualTo(HEADINGS);
    for (String heading : HEADINGS) {
      int text = lines.indexOf(heading) + 1;
      assertThat(lines.subList(text, Math.min(text + 2, lines.size())))
          .as(heading)
          .anyMatch(line -> !line.isBlank() && !line.startsWith("#"));
    }
    assertThat(lines).hasSizeBetween(10, 50);
  }

  @ParameterizedTest
  @MethodSource("pageIds")
  void everyPageSaysWhatItRestsOn(String id) throws IOException, URISyntaxException {
    List<String> lines = page(id);
    String basis = String.join("\n", lines.subList(lines.indexOf("## Basis"), lines.size()));

    assertThat(
            basis.contains("https://")
                || basis.toLowerCase(java.util.Locale.ROOT).contains("heuristic"))
        .isTrue();
  }
}
