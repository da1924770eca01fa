package org.golivecheck.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private static void read(JsonFactory factory, byte[] text) throws IOException {
    try (JsonParser json = factory.createParser(text)) {
      while (json.nextToken() != null) {
        json.getText();
      }
    }
  }

  private static String reason(JsonFactory factory, byte[] text) {
    IOException failure = catchThrowableOfType(IOException.class, () -> read(factory, text));
    assertThat(failure).isNotNull();
    assertThat(Json.isOfText(failure)).isTrue();
    return Json.reason(failure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'a': NaN}", "{'a': -Infinity}", "{'a': 'x\ty\u0001'}", "{'a': [1, 2,],}"})
  void logsMayHaveWhatOtherProgramsWriteForJson(String text) throws IOException {
    byte[] json = text.replace('\'', '"').getBytes(UTF_8);

    read(Json.lenient(10), json);

    assertThat(reason(Json.strict(10), json)).startsWith("unexpected text at column ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{a: 'b'}", "{'a': 'it\\'s'}", "{'a': 'b\\q'}"})
  void consolesPrintNamesAndTextsInTheirOwnWay(String text) throws IOException {
    read(Json.ofConsole(10), text.getBytes(UTF_8));

    assertThat(reason(Json.lenient(10), text.getBytes(UTF_8))).startsWith("unexpected text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a': 1 | it ends too early",
        "{'a': tru} | unexpected text at column",
        "{'a': 1} x | unexpected text at column",
        "{'a': 012} | unexpected text at column",
        "{'a': '\\x'} | unexpected text at column",
        "{'a': 1, 'a': 2} | a name that occurs twice at column",
        "[[[[[[ | it is nested deeper than the limit; raise it with --limit depth=VALUE",
      })
  void aReasonIsInPlainWordsWithoutContent(String text, String reason) {
    assertThat(reason(Json.strict(5), text.replace('\'', '"').getBytes(UTF_8)))
        .startsWith(reason)
        .doesNotContainIgnoringCase("feature")
        .doesNotContain("tru", "012");
  }

  @Test
  void bytesInAnotherEncodingAreNamed() {
    byte[] latin = "{\"a\": \"\u00e4b\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(reason(Json.lenient(5), latin)).isEqualTo("it is not UTF-8");
  }
}
