package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.golivecheck.rule.error.ErrorCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Statements that were read against their source, each with the place that makes it. A place is the
 * page of a rule, the remedy of a rule, or the remedies and links of an error code (with its API
 * where the code alone would be several).
 */
class StatementsTest {

  private record Statement(String place, boolean made, String text) {
    static Statement parse(String line) {
      String[] cells = line.split("\t", 3);
      return new Statement(cells[0], cells[1].equals("says"), cells[2]);
    }
  }

  private static Stream<Statement> statements() throws IOException {
    try (InputStream in = StatementsTest.class.getResourceAsStream("statements.tsv")) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
      return lines.stream().map(Statement::parse);
    }
  }

  @ParameterizedTest
  @MethodSource("statements")
  void everyPlaceSaysWhatItsSourceSays(Statement statement) {
    String text = textOf(statement.place()).replaceAll("\\s+", " ");

    if (statement.made()) {
      assertThat(text).contains(statement.text());
    } else {
      assertThat(text).doesNotContain(statement.text());
    }
  }

  private static String textOf(String place) {
    String[] words = place.split(" ", 3);
    return switch (words[0]) {
      case "page" -> RulePages.text(words[1]).orElseThrow();
      case "rule" ->
          Rules.all().stream()
              .filter(rule -> rule.id().equals(words[1]))
              .map(rule -> rule.remedy() + " " + rule.basis())
              .findFirst()
              .orElseThrow();
      case "error" -> textOfErrors(words[1], words.length > 2 ? words[2] : "");
      default -> fail("no such place: " + place);
    };
  }

  private static String textOfErrors(String code, String api) {
    String text =
        ErrorCatalog.get().find(code).stream()
            .filter(row -> row.api().startsWith(api))
            .map(row -> row.status() + ": " + row.remedy() + " " + row.basis())
            .collect(Collectors.joining("\n"));
    assertThat(text).as("rows of %s", code).isNotEmpty();
    return text;
  }
}
