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
    assertThat(table.unpack(table.pack(name, 0))).isEqualTo(name);
  }

  @Test
  void theLinesOfOneFileShareOneShapePerWidthOfTheNumber() {
    Set<Long> shapes = new HashSet<>();
    for (int line = 1; line < 10_000; line++) {
      shapes.add(table.pack("app-2026-03-01.ndjson:" + line, 0) >>> 32);
    }
    assertThat(shapes).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 100_000})
  void callsThatShareALineAreToldApart(int ordinal) {
    for (String name : new String[] {"hits.json:1", "07_x.txt", "", "logs.zip!a.json:12"}) {
      long packed = table.pack(name, ordinal);

      assertThat(table.unpack(packed)).isEqualTo(name);
      assertThat(table.ordinal(packed)).isEqualTo(ordinal);
      assertThat(table.log(packed)).isEqualTo(table.log(table.pack(name, 0)));
      assertThat(table.archive(packed)).isEqualTo(table.archive(table.pack(name, 0)));
    }
  }

  @Test
  void manyCallsOfOneLineOrManyLinesOfAFewCallsNeedFewShapes() {
    Set<Long> shapes = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      shapes.add(table.pack("hits.json:1", i) >>> 32);
      shapes.add(table.pack("spans.ndjson:" + (10_000 + i / 3), i % 3) >>> 32);
    }
    assertThat(shapes).hasSize(256 + 1 + 3);
  }

  @Test
  void placesAreOrderedByFileThenByNumberThenByOrdinal() {
    long[] inOrder = {
      table.pack("a.log:9", 0),
      table.pack("a.log:9", 1),
      table.pack("a.log:9", 300),
      table.pack("a.log:10", 0),
      table.pack("b.zip!a.log:2", 0),
      table.pack("b.zip!a.log:10", 0),
      table.pack("c.har!9", 0),
      table.pack("c.har!10", 0)
    };
    for (int i = 0; i < inOrder.length; i++) {
      for (int j = 0; j < inOrder.length; j++) {
        assertThat(Integer.signum(table.comparePlaces(inOrder[i], inOrder[j])))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void callsThatAreFilesOfTheirOwnHaveNoPlaceAndComeFirst() {
    long first = table.pack("z.zip!09_OK_GetEnvelope.txt", 0);
    long second = table.pack("a.zip!10_OK_GetEnvelope.txt", 0);

    assertThat(table.comparePlaces(first, second)).isZero();
    assertThat(table.comparePlaces(first, table.pack("a.log:1", 0))).isNegative();
    assertThat(table.comparePlaces(table.pack("a.log:1", 0), first)).isPositive();
  }
}
