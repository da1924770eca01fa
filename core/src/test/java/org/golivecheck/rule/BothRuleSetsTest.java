package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import java.util.List;
import org.golivecheck.render.words.NextSteps;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.NextStep;
import org.golivecheck.report.GoLiveReport.ProfileVerdict;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every report has the verdicts by both rule sets, and says who must do what. */
final class BothRuleSetsTest {

  private static CallLog failed() {
    return new CallLog().clean(0, 20).call(30, "GET", "/users", 500);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void theVerdictsAreThoseOfARunWithEachProfile(Profile chosen) {
    CallLog polledLongAgo =
        new CallLog().call(0, "GET", envelope(1)).call(1, "GET", envelope(1)).clean(60, 21);
    for (CallLog log : List.of(failed(), polledLongAgo, new CallLog(), new CallLog().clean(0, 3))) {
      assertThat(log.review(chosen).profiles())
          .containsExactly(of(log, Profile.CLASSIC), of(log, Profile.CURRENT));
    }
  }

  private static ProfileVerdict of(CallLog log, Profile profile) {
    GoLiveReport alone = log.review(profile);
    return new ProfileVerdict(profile, alone.verdict(), alone.reasons());
  }

  @Test
  void aFailedCallFailsTheReviewOfTheNewestCallsAlone() {
    assertThat(failed().review(Profile.CLASSIC).profiles())
        .extracting(ProfileVerdict::verdict)
        .containsExactly(Verdict.FAIL, Verdict.PASS);
  }

  @Test
  void aPartHasBothVerdictsAndTheRunThoseOfItsWorstPartByEach() {
    CallLog log = new CallLog().clean(0, 19);
    String other = CallLog.ACCOUNT.replace("0001", "0002");
    log.call(100, "GET", other + envelope(1)).call(101, "GET", other + envelope(1));
    GoLiveReport review = log.review(ReviewSettings.DEFAULT.withEach(PartKind.ACCOUNT));

    assertThat(review.parts()).hasSize(2);
    assertThat(review.parts().get(0).profiles())
        .extracting(ProfileVerdict::verdict)
        .containsExactly(Verdict.FAIL, Verdict.PASS);
    assertThat(review.parts().get(1).profiles())
        .extracting(ProfileVerdict::verdict)
        .containsExactly(Verdict.FAIL, Verdict.FAIL);
    assertThat(review.profiles())
        .extracting(ProfileVerdict::verdict)
        .containsExactly(Verdict.FAIL, Verdict.FAIL);
    assertThat(review.profiles().get(1).reasons()).extracting(Reason::rule).containsOnly("PL-001");
    assertThat(review.profiles().get(1).reasons().get(0).message().toString())
        .startsWith("Calls of account " + other.substring(other.lastIndexOf('/') + 1) + ": ");
  }

  @Test
  void othersActFirstAndTheDeveloperMakesTheCallsAgainAtLast() {
    CallLog log = new CallLog().clean(0, 18).call(20, "GET", envelope(1));
    log.call(21, "GET", envelope(1));
    log.error(22, "POST", "/envelopes", 403, "USER_LACKS_PERMISSIONS", "x");

    List<NextStep> steps = NextSteps.of(log.review(Profile.CLASSIC));

    assertThat(steps)
        .extracting(NextStep::who)
        .containsExactly("account-admin", "integration-developer", "integration-developer");
    assertThat(steps.get(0).text()).contains("USER_LACKS_PERMISSIONS");
    assertThat(steps.get(1).text()).startsWith("Let DocuSign notify you");
    assertThat(steps.get(2).text()).startsWith("Once this is mended, make 20 more clean calls");
  }

  @Test
  void tooFewCallsAloneAskForCalls() {
    assertThat(NextSteps.of(new CallLog().clean(0, 17).review(Profile.CLASSIC)))
        .extracting(NextStep::text)
        .singleElement()
        .asString()
        .startsWith("Make 3 more clean calls, then submit.");
  }

  @Test
  void aStepOfAPartNamesThePart() {
    CallLog log = new CallLog().clean(0, 25);
    String other = CallLog.ACCOUNT.replace("0001", "0002");
    log.call(100, "GET", other + envelope(1)).call(101, "GET", other + envelope(1));
    GoLiveReport review = log.review(ReviewSettings.DEFAULT.withEach(PartKind.ACCOUNT));
    String account = other.substring(other.lastIndexOf('/') + 1);

    assertThat(NextSteps.of(review).get(0).text())
        .startsWith("Account " + account + ": Let DocuSign notify you");
    assertThat(NextSteps.first(review, review.parts().get(0))).isNull();
    assertThat(NextSteps.first(review, review.parts().get(1)).text())
        .startsWith("Let DocuSign notify you");
  }

  @Test
  void aFindingNamesItsRecipe() {
    assertThat(
            failed()
                .call(31, "GET", envelope(1))
                .call(32, "GET", envelope(1))
                .review(Profile.CLASSIC)
                .findings())
        .filteredOn(finding -> finding.rule().equals("PL-001"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.recipe()).isEqualTo("polling-to-webhooks"));
  }
}
