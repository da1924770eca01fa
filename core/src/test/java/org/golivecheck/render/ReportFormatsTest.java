package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportFormatsTest {

  @ParameterizedTest
  @MethodSource("org.golivecheck.render.ReportFormats#names")
  void everyWriterGoesByItsOwnName(String name) {
    assertThat(ReportFormats.writer(name).format()).isEqualTo(name);
  }

  @Test
  void namesIgnoreCaseInAnyLocale() {
    assertThat(ReportFormats.writer("TEXT").format()).isEqualTo("text");
  }

  @Test
  void unknownNameIsAnsweredWithTheList() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportFormats.writer("pdf"))
        .withMessageContainingAll("'pdf'", "json", "text");
  }
}
