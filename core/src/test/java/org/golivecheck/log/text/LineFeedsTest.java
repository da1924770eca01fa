package org.golivecheck.log.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Eight bytes at a time find what one at a time would. */
class LineFeedsTest {

  @Property
  void lineFeedIsFoundWhereAPlainLoopFindsIt(
      @ForAll @Size(max = 40) byte[] bytes,
      @ForAll @IntRange(max = 40) int first,
      @ForAll @IntRange(max = 40) int second) {
    for (int i = 0; i < bytes.length; i++) {
      // Values near that of a line feed are where arithmetic on eight bytes goes wrong.
      bytes[i] = bytes[i] > 90 ? (byte) '\n' : bytes[i] < -90 ? (byte) '\u000b' : bytes[i];
    }
    int to = Math.min(Math.max(first, second), bytes.length);
    int from = Math.min(Math.min(first, second), to);
    int expected = from;
    while (expected < to && bytes[expected] != '\n') {
      expected++;
    }

    assertThat(LineFeeds.find(bytes, from, to)).isEqualTo(expected == to ? -1 : expected);
  }

  @Property(tries = 100)
  void lineFeedsAreCountedHoweverManyThereAre(
      @ForAll @IntRange(max = 9) int from,
      @ForAll @IntRange(max = 9000) int length,
      @ForAll @IntRange(min = 1, max = 5) int distance) {
    byte[] bytes = new byte[from + length];
    int expected = 0;
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % distance == 0 ? '\n' : '\n' ^ 0x80);
      expected += i >= from && i % distance == 0 ? 1 : 0;
    }

    assertThat(LineFeeds.count(bytes, from, bytes.length)).isEqualTo(expected);
  }
}
