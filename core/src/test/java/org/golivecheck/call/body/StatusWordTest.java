package org.golivecheck.call.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWordTest {

  @ParameterizedTest
  @CsvSource({
    "Not Found, 404",
    "404 NotFound, 404",
    "too many requests., 429",
    "'404 NotFound\n404 ***', 0",
    "Not Found here, 0"
  })
  void onlyAWholeReasonPhraseIsAStatus(String text, int status) {
    assertThat(StatusWord.ofPhrase(text)).isEqualTo(status);
  }
}
