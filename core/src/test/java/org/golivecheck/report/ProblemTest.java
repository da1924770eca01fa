package org.golivecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.log.ProblemCode;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.data.ReportData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {
  private static final Redactor REDACTOR = new Redactor();

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void isIncompleteByTheCodesOfReading(ProblemCode code) {
    Problem problem =
        new ReportData.Problem(
            code.name(), REDACTOR.redact("a.zip"), 0, -1, REDACTOR.redact("Cut."), 1);

    assertThat(problem.isIncomplete()).isEqualTo(code.incomplete());
  }
}
