package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.golivecheck.render.text.TextReportWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportFormatsTest {

  @ParameterizedTest
  @MethodSource("org.golivecheck.render.ReportFormats#names")
  void everyWriterGoesByItsOwnName(String name) {
    assertThat(ReportFormats.writer(name).getClass().getSimpleName())
        .isEqualToIgnoringCase(name + "ReportWriter");
  }

  @Test
  void namesIgnoreCaseInAnyLocale() {
    assertThat(ReportFormats.writer("TEXT")).isInstanceOf(TextReportWriter.class);
  }

  @Test
  void unknownNameIsAnsweredWithTheList() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportFormats.writer("pdf"))
        .withMessageContainingAll("'pdf'", "json", "text");
  }
}
