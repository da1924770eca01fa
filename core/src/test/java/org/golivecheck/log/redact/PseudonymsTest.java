package org.golivecheck.log.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {
  private final Pseudonyms pseudonyms = Pseudonyms.of("key");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void numbersOfOneLengthAreExchanged(int length) {
    int limit = (int) Math.pow(10, length);
    Set<String> seen = new HashSet<>();

    for (int i = 0; i < limit; i++) {
      seen.add(pseudonyms.segment(String.format(Locale.ROOT, "%0" + length + "d", i)));
    }

    assertThat(seen).hasSize(limit).allMatch(text -> text.matches("[0-9]{" + length + "}"));
    assertThat(seen).filteredOn(text -> text.startsWith("0")).hasSize(limit / 10);
  }

  @Property
  void segmentsStayWhatTheyAre(
      @ForAll
          @AlphaChars
          @NumericChars
          @Chars({'-', '_', '.', '@', '%', ' '})
          @StringLength(min = 1, max = 30)
          String text) {
    String pseudonym = pseudonyms.segment(text);

    assertThat(pseudonym).hasSameSizeAs(text).isEqualTo(pseudonyms.segment(text));
    assertThat(isWord(pseudonym)).isEqualTo(isWord(text));
    assertThat(pseudonym.matches("[0-9]+")).isEqualTo(text.matches("[0-9]+"));
    assertThat(pseudonyms.segment(text.toUpperCase(Locale.ROOT))).isEqualToIgnoringCase(pseudonym);
  }

  private static boolean isWord(String text) {
    return text.matches("[A-Za-z_-]+");
  }

  @Test
  void guidsKeepTheirFormAndNothingElse() {
    String guid = "9f8e7d6c-5b4a-4938-a716-0a1b2c3d4e5f";
    String pseudonym = pseudonyms.segment(guid);

    assertThat(pseudonym).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").isNotEqualTo(guid);
    assertThat(pseudonyms.segment(guid)).isEqualTo(pseudonym);
    assertThat(pseudonyms.segment(guid.toUpperCase(Locale.ROOT)))
        .isEqualTo(pseudonym.toUpperCase(Locale.ROOT));
    assertThat(pseudonyms.segment(pseudonym)).isNotEqualTo(guid);
    assertThat(Pseudonyms.random().segment(guid)).isNotEqualTo(pseudonym);
  }

  @Test
  void onlyTheKeyTellsThem() {
    assertThat(Pseudonyms.random().segment("1234567890"))
        .isNotEqualTo(Pseudonyms.random().segment("1234567890"));
  }
}
