package org.golivecheck.log.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.golivecheck.log.Logs;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Rules;
import org.junit.jupiter.api.Test;

/** The published tables say what readers and rules declare. */
class FormatCoverageTest {
  private static final Path PAGE = Path.of("docs", "formats.md");
  private static final String RENEW = "golivecheck.renew";

  @Test
  void thePageHasTheTablesOfToday() throws IOException {
    String page = Files.readString(PAGE);
    int end = page.indexOf("-->") + "-->".length() + 1;
    String renewed = page.substring(0, end) + CoverageTables.markdown();
    if (Boolean.getBoolean(RENEW)) {
      Files.writeString(PAGE, renewed);
    }

    assertThat(Files.readString(PAGE))
        .as("renew with: mvn test -pl core -Dtest=FormatCoverageTest -D" + RENEW + "=true")
        .isEqualTo(renewed);
  }

  @Test
  void everyFormatSaysWhatWritesIt() {
    assertThat(Logs.formats())
        .allSatisfy(format -> assertThat(format.writtenBy()).as(format.name()).isNotEmpty());
  }

  @Test
  void everyFormatDeclaresWhatItShows() {
    assertThat(Logs.formats()).allSatisfy(format -> assertThat(format.shows()).isNotEmpty());
  }

  @Test
  void theRulesOfErrorClassesAllNeedTheSame() {
    assertThat(
            Rules.all().stream()
                .filter(rule -> rule.id().startsWith("ER-"))
                .map(RuleInfo::needs)
                .distinct())
        .hasSize(1)
        .doesNotContain(Set.of());
  }
}
