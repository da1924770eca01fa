package org.golivecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLimits;
import org.junit.jupiter.api.Test;

/** The page on hostile input names limits and tests that there are. */
class HostileInputIndexTest {
  private static final Path PAGE = Path.of("docs", "hostile-input.md");
  private static final List<Path> TESTS =
      List.of(Path.of("src", "test", "java"), Path.of("..", "cli", "src", "test", "java"));
  private static final Pattern REFERENCE = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

  @Test
  void everyTestOfTheIndexExists() throws IOException {
    List<MatchResult> references = REFERENCE.matcher(Files.readString(PAGE)).results().toList();

    assertThat(references).hasSizeGreaterThan(60);
    for (MatchResult reference : references) {
      assertThat(source(reference.group(1)))
          .as(reference.group())
          .containsPattern("void " + reference.group(2) + "\\(");
    }
  }

  @Test
  void everyLimitIsOnThePage() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(ReadLimits.names()).allMatch(name -> page.contains("`--limit " + name + "=`"));
  }

  private static String source(String test) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : TESTS) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.endsWith(test + ".java")).forEach(found::add);
      }
    }
    assertThat(found).as(test).hasSize(1);
    return Files.readString(found.get(0));
  }
}
