package org.golivecheck.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidTest {
  private static final String GUID = "01234567-89ab-cdef-fedc-ba9876543210";

  @Test
  void readsTheBitsThatUuidReads() {
    Guid guid = new Guid();

    assertThat(guid.read("/" + GUID.toUpperCase(Locale.ROOT), 1)).isTrue();
    assertThat(new UUID(guid.high(), guid.low())).isEqualTo(UUID.fromString(GUID));
    assertThat(guid.upper()).isTrue();
    assertThat(guid.mixed()).isFalse();
    assertThat(Guid.text(guid.high(), guid.low())).isEqualTo(GUID);
  }

  @Test
  void isFoundInsideAText() {
    String text = "a/" + GUID + "/b";

    assertThat(isAt(text, 2)).isTrue();
    assertThat(isAt(text, 1)).isFalse();
    assertThat(isAt(text, 3)).isFalse();
    assertThat(Guid.isAt(text, -1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01234567-89ab-cdef-fedc-ba987654321",
        "01234567-89ab-cdef-fedc-ba987654321g",
        "0123456789abc-def-fedc-ba9876543210-",
        "01234567-89ab-cdef-fedc-ba98-7654321",
        "\u0661\u0661234567-89ab-cdef-fedc-ba98765432"
      })
  void otherTextIsNoGuid(String text) {
    assertThat(isAt(text, 0)).isFalse();
    assertThat(new Guid().read(text, 0)).isFalse();
  }

  @Test
  void everyByteInEveryPlaceIsADigitOrNot() {
    Guid guid = new Guid();
    for (int place = 0; place < Guid.LENGTH; place++) {
      byte[] bytes = GUID.getBytes(StandardCharsets.ISO_8859_1);
      for (int value = 0; value < 256; value++) {
        bytes[place] = (byte) value;
        boolean found = guid.read(bytes, 0, bytes.length);

        assertThat(found).as("%d at %d", value, place).isEqualTo(Guid.isAt(bytes, 0, bytes.length));
        if (found) {
          String text = new String(bytes, StandardCharsets.ISO_8859_1);
          assertThat(new UUID(guid.high(), guid.low())).isEqualTo(UUID.fromString(text));
          assertThat(guid.mixed()).isEqualTo(!text.equals(text.toLowerCase(Locale.ROOT)));
        }
      }
    }
  }

  @Test
  void knowsWhetherItHasDigits() {
    String letters = "abcdefab-cdef-abcd-efab-cdefabcdefab";
    Guid guid = new Guid();
    assertThat(guid.read(letters, 0) && guid.ofLetters()).isTrue();
    for (int place = 0; place < Guid.LENGTH; place++) {
      if (letters.charAt(place) != '-') {
        String other = letters.substring(0, place) + "9" + letters.substring(place + 1);
        assertThat(guid.read(other, 0) && !guid.ofLetters()).as(other).isTrue();
      }
    }
  }

  /** Both ways to ask give the same. */
  private static boolean isAt(String text, int from) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    boolean found = Guid.isAt(text, from);
    assertThat(Guid.isAt(bytes, from, bytes.length)).isEqualTo(found);
    return found;
  }
}
