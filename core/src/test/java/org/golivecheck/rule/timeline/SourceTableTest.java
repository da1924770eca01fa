package org.golivecheck.rule.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTableTest {
  private final SourceTable table = new SourceTable();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logs.zip!07_OK_GetEnvelope.txt",
        "app-2026-03-01.ndjson:1204",
        "app.log:0012",
        "app.log:",
        ":7",
        "logs.zip!app.log:7",
        "app.log:12345678901",
        "C:7",
        ""
      })
  void aNameComesBackAsItWas(String name) {
    assertThat(table.unpack(table.pack(name))).isEqualTo(name);
  }

  @Test
  void theLinesOfOneFileShareOneShapePerWidthOfTheNumber() {
    Set<Long> shapes = new HashSet<>();
    for (int line = 1; line < 10_000; line++) {
      shapes.add(table.pack("app-2026-03-01.ndjson:" + line) >>> 32);
    }
    assertThat(shapes).hasSize(4);
  }
}
