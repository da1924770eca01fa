package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import java.util.List;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;

/** The words of the reasons, with their numbers. */
class ReasonsTest {

  private static List<String> reasons(CallLog log, Profile profile) {
    return log.review(profile).reasons().stream()
        .map(reason -> reason.message().toString())
        .toList();
  }

  @Test
  void failedCallsOfTheWindowAreCounted() {
    CallLog log = new CallLog().clean(0, 18).call(18, "GET", envelope(1), 404);

    assertThat(reasons(log, Profile.CLASSIC).get(0))
        .isEqualTo("1 of the 19 countable calls in this log failed.");
    log.call(19, "GET", envelope(2), 500);
    assertThat(reasons(log, Profile.CLASSIC))
        .containsExactly("2 of the newest 20 countable calls failed.");
    assertThat(reasons(log, Profile.STRICT)).isEqualTo(reasons(log, Profile.CLASSIC));
  }

  @Test
  void singleFailedCallIsNamedInTheSingular() {
    CallLog log = new CallLog().call(0, "GET", envelope(1), 404);

    assertThat(reasons(log, Profile.CLASSIC).get(0))
        .isEqualTo("1 of the 1 countable call in this log failed.");
  }

  @Test
  void strictTellsFailedCallsOfTheWholeLog() {
    CallLog log = new CallLog().call(0, "GET", envelope(1), 404).clean(1, 20);

    assertThat(reasons(log, Profile.STRICT))
        .containsExactly(
            "1 countable call failed in the whole log, 0 of them among the newest 20 countable"
                + " calls.");
    log.call(21, "GET", envelope(2), 404);
    assertThat(reasons(log, Profile.STRICT))
        .containsExactly(
            "2 countable calls failed in the whole log, 1 of them among the newest 20 countable"
                + " calls.");
  }

  @Test
  void breachesAreCountedBySortOfResource() {
    CallLog log =
        new CallLog()
            .clean(0, 20)
            .call(20, "GET", envelope(1))
            .call(21, "GET", envelope(1))
            .call(22, "GET", "/envelopes?a=1")
            .call(23, "GET", "/envelopes?a=2");

    assertThat(reasons(log, Profile.CLASSIC))
        .containsExactly(
            "1 GET of an envelope resource came less than 15 minutes after the previous one among"
                + " the calls of the review.",
            "1 GET of the envelope list came less than 15 minutes after the previous one among the"
                + " calls of the review.");
    log.call(24, "GET", envelope(1)).call(25, "GET", "/envelopes?a=3").clean(26, 20);
    assertThat(reasons(log, Profile.STRICT))
        .containsExactly(
            "2 GETs of envelope resources came less than 15 minutes after the previous one in the"
                + " log.",
            "2 GETs of the envelope list came less than 15 minutes after the previous one in the"
                + " log.");
    assertThat(reasons(log, Profile.CLASSIC)).isEmpty();
  }

  @Test
  void everyBreachIsCountedHoweverManyThereAre() {
    CallLog log = new CallLog().call(0, "GET", envelope(1)).call(1, "GET", envelope(1));
    for (int breaches = 2; breaches <= 40; breaches++) {
      log.call(breaches, "GET", envelope(1));
      assertThat(reasons(log, Profile.CURRENT).get(0))
          .startsWith(breaches + " GETs of envelope resources");
    }
  }

  @Test
  void callsThatMissAreNamed() {
    assertThat(reasons(new CallLog().clean(0, 19), Profile.CLASSIC)).hasSize(1);
    assertThat(reasons(new CallLog().clean(0, 20), Profile.CLASSIC)).isEmpty();
    assertThat(reasons(new CallLog(), Profile.CLASSIC))
        .containsExactly(
            "There is no call to judge. Give a log that contains API calls, or widen the filters;"
                + " golive-check formats lists what can be read.");
  }

  @Test
  void failedCallsThatDoNotCountDecideNothing() {
    String login = "https://demo.docusign.net/restapi/v2.1/login_information";
    CallLog log = new CallLog().call(0, "GET", login, 401);

    for (Profile profile : List.of(Profile.CLASSIC, Profile.STRICT)) {
      assertThat(log.review(profile).reasons())
          .extracting(GoLiveReport.Reason::rule)
          .containsExactly("GL-000");
    }
    log.clean(1, 20).call(30, "GET", login, 401);
    assertThat(log.review(Profile.CLASSIC).verdict()).isEqualTo(Verdict.PASS);
    assertThat(log.review(Profile.STRICT).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void operationIsTheDocumentedNameOrNothing() {
    GoLiveReport review =
        new CallLog()
            .call(0, "GET", envelope(1))
            .call(1, "GET", "/no_such_resource/at_all")
            .review(Profile.CLASSIC);

    assertThat(review.window().calls())
        .extracting(windowCall -> windowCall.operation())
        .containsExactly("Envelopes:get", null);
  }

  @Test
  void everyOfManyPolledEnvelopesIsToldWithItsNumberOfGets() {
    CallLog log = new CallLog();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 100; i++) {
        log.call(round * 10 + i / 20.0, "GET", envelope(i));
      }
    }
    List<Finding> findings = log.findings(Profile.STRICT, "PL-001");
    long count = findings.stream().mapToLong(Finding::count).sum();

    assertThat(count).isEqualTo(200);
    assertThat(findings.get(0).message().toString()).contains("was called 3 times");
    assertThat(reasons(log, Profile.STRICT).get(0)).startsWith("200 GETs of envelope resources");
  }
}
