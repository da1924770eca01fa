package org.golivecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Severity;
import org.junit.jupiter.api.Test;

/** The page for newcomers shows what there is. */
class InYourBuildPageTest {
  private static final Path PAGE = Path.of("docs", "in-your-build.md");
  private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
  private static final Pattern LINK = Pattern.compile("]\\((\\.\\./[^)]+)\\)");

  @Test
  void itsTableHasEveryAttributeOfTheAnnotation() throws IOException {
    List<String> attributes =
        Arrays.stream(GoLive.class.getDeclaredMethods()).map(method -> method.getName()).toList();

    Matcher rows = ATTRIBUTE.matcher(Files.readString(PAGE));

    assertThat(rows.results().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(attributes);
  }

  @Test
  void whatItsFirstTestFailsWithIsWhatItSays() throws IOException {
    CallRecorder recorder = new CallRecorder();
    RecordedClasses.create(recorder, 2);
    GoLiveReport report = GoLiveCheck.withDefaults().check(recorder);
    List<Finding> errors =
        report.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();

    String explained = Explanation.of(report, errors);

    assertThat(Files.readString(PAGE)).contains(explained);
  }

  @Test
  void whatItPointsToIsThere() throws IOException {
    List<Path> links =
        LINK.matcher(Files.readString(PAGE))
            .results()
            .map(link -> PAGE.resolveSibling(link.group(1)))
            .toList();

    assertThat(links).hasSizeGreaterThan(3).allSatisfy(path -> assertThat(path).exists());
  }
}
