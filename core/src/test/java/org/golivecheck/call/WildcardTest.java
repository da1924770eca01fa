package org.golivecheck.call;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
  @ParameterizedTest
  @CsvSource({
    "*/envelopes/*, /restapi/v2.1/accounts/1/envelopes/2/documents, true",
    "*/envelopes/*, /restapi/v2.1/accounts/1/envelopes, false",
    "Envelopes:*, ENVELOPES:LIST, true",
    "envelopes:l?st, Envelopes:list, true",
    "envelopes:l?st, Envelopes:lst, false",
    "*, '', true",
    "?, '', false",
    "'', '', true",
    "'', a, false",
    "I, ı, true",
    "*a*b, aXbXab, true",
    "*a*b, aXbXabX, false",
    "/accounts/{accountId}, /accounts/{accountid}, true",
  })
  void starStandsForAnyRunAndCaseDoesNotMatter(String pattern, String text, boolean matches) {
    assertThat(Wildcard.of(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void nothingMatchesNothing() {
    assertThat(Wildcard.of("*").matches(null)).isFalse();
  }

  @Test
  void manyStarsOverALongTextEndSoon() {
    assertThat(Wildcard.of("*a".repeat(200) + "b").matches("a".repeat(20_000))).isFalse();
  }

  @Property(tries = 500)
  void agreesWithTheRegularExpressionOfTheSameMeaning(
      @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 6) String pattern,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 6) String text) {
    String regex = pattern.replace("*", ".*").replace("?", ".");

    assertThat(Wildcard.of(pattern).matches(text)).isEqualTo(text.matches(regex));
  }
}
