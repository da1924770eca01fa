package org.golivecheck.log.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Lines are what a person sees, in whatever pieces the bytes come. */
class LineSourceTest {

  private static InputStream pieces(byte[] bytes, int size) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return in.read(into, offset, Math.min(length, size));
      }
    };
  }

  private static List<String> lines(String text, int limit, int size) throws IOException {
    LineSource lines = new LineSource(limit);
    List<String> found = new ArrayList<>();
    lines.start(pieces(text.getBytes(StandardCharsets.UTF_8), size));
    while (lines.next()) {
      StringBuilder line = new StringBuilder();
      line.append(lines.number()).append('@').append(lines.offset()).append(' ');
      line.append(lines.text());
      while (lines.more()) {
        line.append('|').append(lines.text());
      }
      found.add(line.toString());
    }
    return found;
  }

  @Test
  void linesEndWithLineFeedOrBoth() throws IOException {
    assertThat(lines("a\r\nbc\n\nd", 10, 100)).containsExactly("1@0 a", "2@3 bc", "3@6 ", "4@7 d");
  }

  @Test
  void aTextThatEndsWithALineBreakHasNoEmptyLineBehindIt() throws IOException {
    assertThat(lines("a\n", 10, 100)).containsExactly("1@0 a");
    assertThat(lines("", 10, 100)).isEmpty();
  }

  @Test
  void aLineBeyondTheLimitComesInParts() throws IOException {
    assertThat(lines("abcdefgh\r\nxyz\n", 3, 100)).containsExactly("1@0 abc|def|gh", "2@10 xyz");
  }

  @Test
  void partsThatNobodyAsksForAreSkipped() throws IOException {
    LineSource lines = new LineSource(3);
    lines.start(pieces("abcdefgh\r\nxyz".getBytes(StandardCharsets.UTF_8), 2));

    assertThat(lines.next()).isTrue();
    assertThat(lines.cut()).isTrue();
    assertThat(lines.next()).isTrue();
    assertThat(lines.text()).isEqualTo("xyz");
    assertThat(lines.number()).isEqualTo(2);
    assertThat(lines.cut()).isFalse();
    assertThat(lines.next()).isFalse();
  }

  @Property
  void partsJoinedAreTheLines(
      @ForAll @StringLength(max = 60) @CharRange(from = '\n', to = '\u0010') String text,
      @ForAll @IntRange(min = 1, max = 9) int limit,
      @ForAll @IntRange(min = 1, max = 9) int size)
      throws IOException {
    LineSource lines = new LineSource(limit);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    lines.start(pieces(bytes, size));
    List<String> found = new ArrayList<>();
    while (lines.next()) {
      StringBuilder line = new StringBuilder();
      do {
        assertThat(lines.to() - lines.from()).isLessThanOrEqualTo(limit);
        line.append(lines.text());
      } while (lines.more());
      found.add(line.toString());
      assertThat(text.indexOf(line.toString(), (int) lines.offset())).isEqualTo(lines.offset());
    }

    List<String> expected = new ArrayList<>(List.of(text.split("\n", -1)));
    if (expected.get(expected.size() - 1).isEmpty()) {
      expected.remove(expected.size() - 1);
    }
    for (int i = 0; i < expected.size(); i++) {
      boolean feed = i < expected.size() - 1 || text.endsWith("\n");
      String line = expected.get(i);
      expected.set(i, feed && line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
    assertThat(found).isEqualTo(expected);
  }

  @Property(tries = 20)
  void longLinesAreWholeBelowTheLimit(@ForAll @IntRange(min = 60_000, max = 300_000) int length)
      throws IOException {
    String line = "x".repeat(length);

    assertThat(lines("a\n" + line + "\nb", 300_000, 5_000))
        .containsExactly("1@0 a", "2@2 " + line, "3@" + (length + 3) + " b");
  }
}
