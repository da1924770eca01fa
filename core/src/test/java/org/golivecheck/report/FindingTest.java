package org.golivecheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.golivecheck.redaction.Redactor;
import org.junit.jupiter.api.Test;

class FindingTest {
  private static final Redactor REDACTOR = new Redactor();

  @Test
  void copyWithoutChangesEqualsTheFinding() {
    Finding finding = complete().retry("no").count(3).build();

    assertThat(finding.toBuilder().build()).isEqualTo(finding).hasSameHashCodeAs(finding);
    assertThat(finding.toBuilder().count(4).build()).isNotEqualTo(finding);
  }

  @Test
  void stateIsOpenUntilAGateChangesIt() {
    assertThat(complete().build().state()).isEqualTo(FindingState.OPEN);
  }

  @Test
  void missingPartIsNamed() {
    Finding.Builder lacking = Finding.builder("PL-001", Severity.ERROR).title("A title");

    assertThatNullPointerException().isThrownBy(lacking::build).withMessage("basis");
  }

  private static Finding.Builder complete() {
    return Finding.builder("PL-001", Severity.ERROR)
        .title("A title")
        .basis("heuristic")
        .category("polling")
        .actor("integration-developer")
        .message(REDACTOR.redact("Seen."))
        .remedy("Do.")
        .fingerprint(REDACTOR.redact("PL-001"));
  }
}
