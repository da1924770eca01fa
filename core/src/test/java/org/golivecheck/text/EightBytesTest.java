package org.golivecheck.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EightBytesTest {

  @Property
  void theFirstByteThatIsMarkedIsTheFirstThatIsMeant(@ForAll @Size(8) byte[] bytes) {
    assertFirst(bytes, EightBytes::zeros, b -> b == 0);
    assertFirst(bytes, EightBytes::unprintable, b -> b < ' ' || b == 0x7F);
    byte[] few = new byte[8];
    for (int i = 0; i < 8; i++) {
      few[i] = (byte) (bytes[i] & 1);
    }
    assertFirst(few, EightBytes::zeros, b -> b == 0);
  }

  private static void assertFirst(byte[] bytes, LongUnaryOperator marks, IntPredicate meant) {
    int expected = 0;
    while (expected < 8 && !meant.test(bytes[expected])) {
      expected++;
    }
    long marked = marks.applyAsLong(EightBytes.get(bytes, 0));
    assertThat(marked == 0 ? 8 : EightBytes.first(marked)).isEqualTo(expected);
  }

  @Test
  void aTextIsWhereAllOfItsBytesAre() {
    byte[] bytes = "xx0123456789ab".getBytes(StandardCharsets.US_ASCII);
    for (int length = 0; length <= 12; length++) {
      byte[] text =
          new String(bytes, 2, length, StandardCharsets.US_ASCII)
              .getBytes(StandardCharsets.US_ASCII);

      assertThat(EightBytes.isAt(text, bytes, 2, bytes.length)).isTrue();
      assertThat(EightBytes.isAt(text, bytes, 2, 2 + length)).isTrue();
      assertThat(EightBytes.isAt(text, bytes, 2, 1 + length)).isFalse();
      for (int i = 0; i < length; i++) {
        text[i]++;
        assertThat(EightBytes.isAt(text, bytes, 2, bytes.length)).isFalse();
        text[i]--;
      }
    }
  }
}
