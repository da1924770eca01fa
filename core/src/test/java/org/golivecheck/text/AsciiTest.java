package org.golivecheck.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AsciiTest {
  private static final String DIGITS = "0123456789";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";

  @Test
  void kindsOfCharactersAreThoseOfAsciiAlone() {
    assertThat(all(Ascii::isDigit)).isEqualTo(DIGITS);
    assertThat(all(Ascii::isUpper)).isEqualTo(UPPER);
    assertThat(all(Ascii::isLower)).isEqualTo(LOWER);
    assertThat(all(Ascii::isLetter)).isEqualTo(UPPER + LOWER);
    assertThat(all(Ascii::isLetterOrDigit)).isEqualTo(DIGITS + UPPER + LOWER);
    assertThat(all(Ascii::isHexDigit)).isEqualTo(DIGITS + "ABCDEFabcdef");
  }

  @Test
  void bytesBeyondAsciiAreOfNoKind() {
    for (byte b = Byte.MIN_VALUE; b < 0; b++) {
      assertThat(Ascii.isLetterOrDigit(b)).isFalse();
    }
  }

  @Test
  void caseOfOtherLettersIsKept() {
    assertThat(Ascii.lower("GET \u0130\u00c4")).isEqualTo("get \u0130\u00c4");
    assertThat(Ascii.lower("get")).isSameAs(Ascii.lower("get"));
  }

  @Test
  void numberHasDigitsAloneAndAtLeastOne() {
    assertThat(Ascii.isNumber("0123")).isTrue();
    assertThat(Ascii.isNumber("a12b", 1, 3)).isTrue();
    assertThat(Ascii.isNumber("")).isFalse();
    assertThat(Ascii.isNumber("12a")).isFalse();
    assertThat(Ascii.isNumber("\u0661")).isFalse();
  }

  @Test
  void wordsAreFoundWhateverTheirCase() {
    assertThat(Ascii.startsWith("Bearer x", "bearer ")).isTrue();
    assertThat(Ascii.startsWith("Bea", "bearer ")).isFalse();
    assertThat(Ascii.contains("/RestApi/v2", "/restapi/", 0)).isTrue();
    assertThat(Ascii.contains("/rest\u0130api/", "/restiapi/", 0)).isFalse();
    assertThat(Ascii.hashIgnoringCase("xGetx", 1, 4))
        .isEqualTo(Ascii.hashIgnoringCase("gEt", 0, 3));
  }

  @Test
  void bytesBeginWithAWordWhateverTheirCase() {
    byte[] line = "  HOST: a".getBytes(StandardCharsets.UTF_8);

    assertThat(Ascii.startsWithIgnoringCase(line, 2, line.length, Ascii.bytes("host:"))).isTrue();
    assertThat(Ascii.startsWithIgnoringCase(line, 2, 6, Ascii.bytes("host:"))).isFalse();
    assertThat(Ascii.startsWithIgnoringCase(line, 0, line.length, Ascii.bytes("host:"))).isFalse();
  }

  private static String all(IntPredicate kind) {
    return IntStream.rangeClosed(0, Character.MAX_VALUE)
        .filter(kind)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
