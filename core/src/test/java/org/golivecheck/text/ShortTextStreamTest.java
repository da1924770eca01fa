package org.golivecheck.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShortTextStreamTest {

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> parts =
        Arbitraries.of("a", "\"", "\\", "\u00e9", "\u20ac", "\ud83d\ude00", "\n", "\u0001", "u12");
    return parts.list().ofMaxSize(40).map(list -> String.join("", list)).list().ofMaxSize(5);
  }

  @Property
  void textsKeepTheirBeginningAndWhatIsAroundThem(
      @ForAll("texts") List<String> texts,
      @ForAll @IntRange(min = 1, max = 40) int limit,
      @ForAll @IntRange(min = 1, max = 9) int piece)
      throws IOException {
    byte[] json = new ObjectMapper().writeValueAsBytes(texts);

    List<String> read = texts(cut(json, limit, piece));

    assertThat(read).hasSameSizeAs(texts);
    for (int i = 0; i < read.size(); i++) {
      String text = texts.get(i);
      int written = new ObjectMapper().writeValueAsBytes(text).length - 2;
      String kept = read.get(i);
      if (ShortTextStream.isCut(kept)) {
        assertThat(written).isGreaterThan(limit);
        assertThat(text).startsWith(kept.substring(0, kept.length() - 1));
      } else {
        // The rest of a character, or of an escape, may lie beyond the limit.
        assertThat(written).isLessThan(limit + 6);
        assertThat(kept).isEqualTo(text);
      }
    }
  }

  private static byte[] cut(byte[] json, int limit, int piece) throws IOException {
    InputStream pieces =
        new ByteArrayInputStream(json) {
          @Override
          public int read(byte[] into, int offset, int count) {
            return super.read(into, offset, Math.min(count, piece));
          }
        };
    return new ShortTextStream(pieces, limit).readAllBytes();
  }

  private static List<String> texts(byte[] json) throws IOException {
    List<String> texts = new ArrayList<>();
    try (JsonParser parser = Json.lenient(10).createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          texts.add(parser.getText());
        }
      }
    }
    return texts;
  }

  @Test
  void bytesComeOneByOneToo() throws IOException {
    InputStream in =
        new ShortTextStream(
            new ByteArrayInputStream("[\"abc\"]".getBytes(StandardCharsets.UTF_8)), 2);

    StringBuilder read = new StringBuilder();
    for (int b = in.read(); b >= 0; b = in.read()) {
      read.append((char) b);
    }

    assertThat(read).hasToString("[\"ab\u001a\"]");
  }
}
