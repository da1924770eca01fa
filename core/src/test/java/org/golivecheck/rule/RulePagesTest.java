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
  private static final List<String> WITHOUT_A_RULE =
      List.of(
          "GL-000", "GL-002", "GL-004", "GL-005", "GL-009", "GL-010", "PL-006", "PL-008", "PL-009",
          "PR-001");

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
  void everyRuleHasAPage() throws IOException, URISyntaxException {
    assertThat(pages().keySet())
        .containsAll(
            Rules.all().stream().map(RuleInfo::id).filter(id -> !id.startsWith("ER-")).toList())
        .containsAll(WITHOUT_A_RULE);
  }

  @ParameterizedTest
  @MethodSource("pageIds")
  void everyPageIsOfARule(String id) {
    assertThat(Rules.find(id).isPresent()).isNotEqualTo(WITHOUT_A_RULE.contains(id));
  }

  @ParameterizedTest
  @MethodSource("pageIds")
  void thePageBearsTheTitleOfItsRule(String id) throws IOException, URISyntaxException {
    String title = page(id).get(0);

    assertThat(title).startsWith("# " + id + ": ");
    Rules.find(id).ifPresent(rule -> assertThat(title).isEqualTo("# " + id + ": " + rule.title()));
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
