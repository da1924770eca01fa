package org.golivecheck.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.samples.Story.ExpectedFinding;
import org.golivecheck.samples.Story.Forecast;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the committed logs through the front door, as a user would. */
class StoriesTest {
  static List<Story> stories() {
    return Stories.all();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void everyProfilePredictsWhatTheStoryTells(Story story) {
    for (Profile profile : Profile.values()) {
      GoLiveReport report =
          GoLiveCheck.withDefaults().withSettings(ReviewSettings.of(profile)).check(log(story));
      Forecast forecast = new Forecast(report.verdict(), report.window().cleanCallsNeeded());
      assertThat(forecast).as(profile.id()).isEqualTo(story.forecasts().get(profile));
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void findingsAreThoseOfTheStory(Story story) {
    GoLiveReport report = GoLiveCheck.withDefaults().check(log(story));
    assertThat(report.findings())
        .filteredOn(StoriesTest::isToldByStories)
        .extracting(StoriesTest::asExpected)
        .containsExactlyInAnyOrderElementsOf(story.findings());
  }

  @ParameterizedTest
  @MethodSource("stories")
  void everyCallIsReadWithoutAProblem(Story story) {
    GoLiveReport report = GoLiveCheck.withDefaults().check(log(story));
    assertThat(report.problems()).isEmpty();
    assertThat(report.calls().total()).isEqualTo(story.calls().size());
    assertThat(report.calls().duplicates()).isZero();
  }

  private static Path log(Story story) {
    return Path.of("logs", SampleLogs.fileName(story));
  }

  /** Hints, such as a missing margin between two reads, are not what a story is about. */
  private static boolean isToldByStories(Finding finding) {
    return finding.rule().startsWith("ER-")
        || List.of("GL-001", "GL-006", "PL-001", "PL-003").contains(finding.rule());
  }

  private static ExpectedFinding asExpected(Finding finding) {
    String code = Objects.toString(finding.errorCode(), "");
    boolean aboutCalls = !finding.rule().equals("GL-001");
    return new ExpectedFinding(finding.rule(), code, aboutCalls ? finding.count() : 0);
  }
}
