package org.golivecheck.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RangeStreamTest {
  private static final byte[] TEXT = "one\ntwo\r\n\n four\n  \nsix".getBytes(UTF_8);

  @Test
  void twoRangesAreTheWholeWhereverItIsCut() throws IOException {
    for (int cut = 1; cut < TEXT.length; cut++) {
      RangeStream first = range(0, cut);
      RangeStream second = range(cut, TEXT.length);
      String start = new String(first.readAllBytes(), UTF_8);
      String rest = new String(second.readAllBytes(), UTF_8);

      assertThat(start + rest).isEqualTo(new String(TEXT, UTF_8));
      assertThat(start.isEmpty() || start.endsWith("\n") || rest.isEmpty()).isTrue();
      assertThat(first.lines() + second.lines()).as("lines that are not blank").isEqualTo(4);
    }
  }

  @Test
  void rangesWithinOneLineAreEmpty() throws IOException {
    assertThat(range(1, 3).readAllBytes()).isEmpty();
    assertThat(range(5, 7).readAllBytes()).isEmpty();
    assertThat(new String(range(4, 5).readAllBytes(), UTF_8)).isEqualTo("two\r\n");
  }

  private static RangeStream range(int from, int to) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(TEXT);
    in.skipNBytes(Math.max(0, from - 1));
    return new RangeStream(in, from, to);
  }
}
