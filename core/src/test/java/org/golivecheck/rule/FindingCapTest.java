package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import java.util.List;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.junit.jupiter.api.Test;

/** A rule reports a thousand findings one by one, and the rest in one. */
class FindingCapTest {
  /** Polls so many envelopes, two GETs each, and the last of them by a third. */
  private static CallLog polled(int envelopes) {
    CallLog log = new CallLog();
    for (int i = 0; i < envelopes; i++) {
      log.call(i, "GET", envelope(i)).call(i + 0.5, "GET", envelope(i));
    }
    return log.call(envelopes, "GET", envelope(envelopes - 1));
  }

  @Test
  void aThousandFindingsAreAllListed() {
    assertThat(polled(1_000).findings("PL-001"))
        .hasSize(1_000)
        .noneMatch(finding -> finding.message().toString().startsWith("And "));
  }

  @Test
  void beyondAThousandTheMostImportantAreListedAndTheRestIsSummed() {
    List<Finding> findings = polled(1_234).findings("PL-001");

    assertThat(findings).hasSize(1_001);
    Finding rest = findings.get(1_000);
    assertThat(rest.message().toString())
        .isEqualTo("And 234 more of the kind, counting 234 calls in all.");
    assertThat(rest.count()).isEqualTo(234);
    assertThat(rest.severity()).isEqualTo(Severity.WARNING);
    assertThat(rest.fingerprint().toString()).isEqualTo("PL-001");
    assertThat(findings.stream().mapToLong(Finding::count).sum()).isEqualTo(1_235);
  }

  @Test
  void whatDecidesTheVerdictIsListedBeforeWhatCountsMore() {
    CallLog log = new CallLog();
    for (int i = 0; i < 1_100; i++) {
      for (int times = 0; times < 3; times++) {
        log.call(i + times / 10.0, "GET", envelope(i));
      }
    }
    log.call(1_200, "GET", envelope(5_000)).call(1_201, "GET", envelope(5_000)).clean(1_202, 18);

    List<Finding> findings = log.findings("PL-001");

    assertThat(findings.get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(findings.get(0).resource().toString()).contains("/00005000");
    assertThat(findings.get(0).count()).isEqualTo(1);
    assertThat(findings.get(1_000).message().toString())
        .startsWith("And 101 more")
        .contains("202 calls");
  }

  @Test
  void errorFindingsAreCappedAsWell() {
    CallLog log = new CallLog();
    for (int i = 0; i < 1_100; i++) {
      log.error(i, "POST", "/envelopes", 400, "MADE_UP_" + i, "No.");
    }

    List<Finding> errors =
        log.review(Profile.CLASSIC).findings().stream()
            .filter(finding -> finding.rule().startsWith("ER-"))
            .toList();

    assertThat(errors).hasSize(1_001);
    assertThat(errors.stream().mapToLong(Finding::count).sum()).isEqualTo(1_100);
  }
}
