package org.golivecheck.rule.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.timeline.Timeline;
import org.golivecheck.rule.timeline.TimelineBuilder;
import org.junit.jupiter.api.Test;

/** The table of rules and their classes. */
class ChecksTest {

  @Test
  void everyRowHasAClassAndEveryClassARow() throws IOException, URISyntaxException {
    Timeline timeline = new TimelineBuilder(ReviewSettings.DEFAULT, Long.MAX_VALUE).build();
    ReviewContext context =
        new ReviewContext(
            Profile.STRICT,
            timeline,
            Window.of(timeline, 0, 20),
            0,
            Instant.EPOCH,
            Thresholds.DEFAULT,
            List.of(),
            new Redactor(),
            ConsentLink.UNKNOWN,
            "",
            null);

    Set<String> started =
        Rules.all().stream()
            // It is about requests that are no calls, so no check of calls finds it.
            .filter(rule -> !rule.id().equals("NR-001"))
            .map(rule -> Checks.of(rule, context).getClass().getSimpleName() + ".class")
            .collect(Collectors.toSet());

    assertThat(started).isEqualTo(classes());
  }

  private static Set<String> classes() throws IOException, URISyntaxException {
    Path folder = Path.of(Checks.class.getResource("Checks.class").toURI()).resolveSibling("");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[A-Za-z]+Rule\\.class"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void rowsAreSortedByIdAndNoneComesTwice() {
    assertThat(Rules.all())
        .isSortedAccordingTo(Comparator.comparing(RuleInfo::id))
        .extracting(RuleInfo::id)
        .doesNotHaveDuplicates();
  }
}
