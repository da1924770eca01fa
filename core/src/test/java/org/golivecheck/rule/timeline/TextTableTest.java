package org.golivecheck.rule.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static final int CHUNK = 1 << 20;

  @Test
  void textsOfAnyLengthKeepTheirNumbers() {
    List<String> texts = new ArrayList<>();
    for (int length = 0; length < 3_000; length++) {
      texts.add("x".repeat(length));
    }
    for (int length : new int[] {CHUNK - 16, CHUNK - 8, CHUNK - 7, CHUNK, 3 * CHUNK + 1}) {
      texts.add("y".repeat(length));
      texts.add("z" + length);
    }
    TextTable table = new TextTable();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < texts.size(); i++) {
        assertThat(table.id(texts.get(i))).isEqualTo(i);
        assertThat(table.to(i) - table.from(i)).isEqualTo(texts.get(i).length());
      }
    }
    for (int i = 0; i < texts.size(); i++) {
      assertThat(table.get(i)).isEqualTo(texts.get(i));
    }
  }

  @Test
  void textsOfAnotherTableAreMapped() {
    TextTable table = new TextTable();
    TextTable other = new TextTable();
    for (int i = 0; i < 5_000; i++) {
      table.id("/both/" + i);
      other.id("/both/" + (4_999 - i));
      other.id("/other/" + i);
    }

    int[] mapping = table.merge(other);

    assertThat(table.size()).isEqualTo(10_000);
    for (int i = 0; i < mapping.length; i++) {
      assertThat(table.get(mapping[i])).isEqualTo(other.get(i));
    }
  }
}
