package org.golivecheck.render.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FindingGroupTest {
  private static final Redactor REDACTOR = new Redactor();

  private static Finding finding(Severity severity, String remedy, String message, long count) {
    boolean rest = message.startsWith("And ");
    return Finding.builder("PL-001", severity)
        .title("Envelope resource polled")
        .basis("heuristic")
        .category("polling")
        .actor("integration-developer")
        .message(REDACTOR.redact(message))
        .remedy(remedy)
        .resource(rest ? null : REDACTOR.redact("/restapi/v2.1/accounts/1e2d3c4b/envelopes/1"))
        .count(count)
        .evidence(
            rest
                ? List.of()
                : List.of(
                    new Finding.Evidence(Instant.EPOCH, null, REDACTOR.redact("a.log:1"), 200)))
        .fingerprint(REDACTOR.redact("PL-001"))
        .build();
  }

  @Test
  void findingsOfOneRuleWithOneRemedyAndSeverityAreOneGroup() {
    List<FindingGroup> groups =
        FindingGroup.of(
            List.of(
                finding(Severity.ERROR, "A.", "x", 1),
                finding(Severity.WARNING, "A.", "x", 2),
                finding(Severity.WARNING, "B.", "x", 3),
                finding(Severity.WARNING, "A.", "x", 4)));

    assertThat(groups).extracting(FindingGroup::calls).containsExactly(1L, 6L, 3L);
    assertThat(groups.get(1).first().count()).isEqualTo(4);
    assertThat(groups.get(1).size()).isEqualTo("6 calls on 2 resources, heuristic");
  }

  @ParameterizedTest
  @CsvSource({
    "'And 1,653 more of the kind, counting 9 calls in all.', 1654",
    "'And x more of the kind, counting 9 calls in all.',     2",
    "'And 99999999999999999999 more of the kind, of a file.', 2",
    "'And more of the kind, of a file.',                     2",
  })
  void theSumOfTheOthersCountsForAllOfThem(String message, long total) {
    FindingGroup group =
        new FindingGroup(
            List.of(
                finding(Severity.WARNING, "A.", "x", 2),
                finding(Severity.WARNING, "A.", message, 9)));

    assertThat(group.total()).isEqualTo(total);
    assertThat(group.calls()).isEqualTo(11);
  }

  @Test
  void theWorstAreTenAndTheOthersAreCounted() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      findings.add(finding(Severity.WARNING, "A.", "x", i));
    }
    findings.add(
        finding(Severity.WARNING, "A.", "And 5 more of the kind, counting 7 calls in all.", 7));
    FindingGroup group = new FindingGroup(findings);

    assertThat(group.worst()).extracting(Finding::count).startsWith(12L, 11L).hasSize(10);
    assertThat(group.rest()).isEqualTo("... and 7 more with 10 calls");
    assertThat(group.commonPath()).isEqualTo("/restapi/v2.1/accounts/1e2d3c4b");
  }
}
