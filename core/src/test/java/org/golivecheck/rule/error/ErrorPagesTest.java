package org.golivecheck.rule.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.golivecheck.rule.Profile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorPagesTest {

  static Stream<String> rules() {
    return ErrorCatalog.get().rows().stream().map(ErrorClass::rule).distinct().sorted();
  }

  private static String page(String rule) throws IOException {
    try (InputStream in = Profile.class.getResourceAsStream("pages/" + rule + ".md")) {
      assertThat(in).as("page of %s", rule).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyCategoryHasAPageWithTheHeadingsInOrder(String rule) throws IOException {
    String page = page(rule);

    assertThat(page.lines().filter(line -> line.startsWith("## ")))
        .containsExactly(
            "## What it means",
            "## Why the review cares",
            "## Who acts",
            "## How to fix",
            "## Examples",
            "## Basis");
    assertThat(page.lines().findFirst().orElseThrow()).matches("# " + rule + ": [A-Z].*[a-z0-9]");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void noSectionOfAPageIsEmptyAndItsBasisIsLinks(String rule) throws IOException {
    String[] sections = page(rule).split("(?m)^## .*\n");

    assertThat(sections).allSatisfy(section -> assertThat(section).isNotBlank());
    assertThat(sections[sections.length - 1].lines())
        .allSatisfy(line -> assertThat(line).matches("- https://[^ ]+"));
  }
}
