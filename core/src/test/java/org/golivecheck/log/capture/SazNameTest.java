package org.golivecheck.log.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.log.capture.SazName.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SazNameTest {
  @ParameterizedTest
  @CsvSource({
    "s.saz!raw/12_c.txt,               s.saz,        12,                 REQUEST",
    "s.saz!raw/0012_s.txt,             s.saz,        12,                 RESPONSE",
    "s.saz!raw\\3_m.xml,               s.saz,        3,                  TIMES",
    "a.zip!in/s.saz!raw/7_w.txt,       a.zip!in/s.saz, 7,                FRAMES",
    "s.saz!sub/raw/1_c.txt,            s.saz,        1,                  REQUEST",
    "s.saz!raw/999999999999999999_c.txt, s.saz,      999999999999999999, REQUEST",
    "raw/1_c.txt,                      '',           1,                  REQUEST",
  })
  void tellsArchiveNumberAndPart(String source, String archive, long number, Part part) {
    assertThat(SazName.parse(source)).isEqualTo(new SazName(archive, number, part));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "_c.txt",
        "1_c.txt",
        "raw/_c.txt",
        "raw/1_x.txt",
        "raw/1_c.html",
        "raw/1c.txt",
        "raw/x1_c.txt",
        "raw/1_c.txt.txt",
        "draw/1_c.txt",
        "s.saz!draw/1_c.txt",
        "raw!1_c.txt",
        "raw/1000000000000000000_c.txt",
        "logs.zip!07_OK_GetEnvelope.txt",
      })
  void otherNamesAreNone(String source) {
    assertThat(SazName.parse(source)).isNull();
  }
}
