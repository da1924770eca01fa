package org.golivecheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.golivecheck.config.YamlReader.Items;
import org.golivecheck.config.YamlReader.Keyed;
import org.golivecheck.config.YamlReader.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlReaderTest {

  @Test
  void keepsTextsAsWrittenWithTheirPlaces() throws ConfigurationFormatException {
    YamlReader.Node root =
        YamlReader.read("f", "# first\na: 0x10\nb:\n  - 'yes'\n  -   off\nc: {d: }\n");

    assertThat(root).isInstanceOf(Keyed.class);
    Keyed keyed = (Keyed) root;
    assertThat(keyed.pairs()).extracting(YamlReader.Pair::name).containsExactly("a", "b", "c");
    assertThat(keyed.pairs().get(0).value())
        .isEqualTo(new Value("0x10", false, new YamlReader.Place("f", 2, 4)));
    assertThat(((Items) keyed.pairs().get(1).value()).items())
        .containsExactly(
            new Value("yes", false, new YamlReader.Place("f", 4, 5)),
            new Value("off", false, new YamlReader.Place("f", 5, 7)));
    assertThat(((Keyed) keyed.pairs().get(2).value()).pairs().get(0).value())
        .isEqualTo(new Value("", true, new YamlReader.Place("f", 6, 7)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "---\n", "~", "---\n# nothing\n...\n"})
  void nothingButCommentsIsNothing(String text) throws ConfigurationFormatException {
    assertThat(YamlReader.read("f", text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a: 1|a: 2            ~ line 2, column 1: has the key 'a' twice",
        "a: &x 1|b: *x        ~ line 1, column 4: has an anchor (&name), which is not understood;"
            + " leave it out",
        "a: [*x]              ~ line 1, column 5: has an alias (*name), which is not understood;"
            + " write it out",
        "a: !!java.net.URL x  ~ line 1, column 4: has a tag (!name), which is not understood;"
            + " leave it out",
        "a: !x {b: c}         ~ line 1, column 4: has a tag (!name), which is not understood;"
            + " leave it out",
        "a: 1|---|b: 2        ~ line 2, column 1: has a second document; write one",
        "? [a, b]|: c         ~ line 1, column 3: has a key that is not a word",
        "a: [1|b: 2           ~ line 2, column 2: is not YAML: while parsing a flow sequence,"
            + " expected ',' or ']', but got :",
        "a: 'x                ~ line 2, column 1: is not YAML: while scanning a quoted scalar, found"
            + " unexpected end of stream",
      })
  void whatMeansMoreThanItSaysIsRefused(String text, String message) {
    assertThatThrownBy(() -> YamlReader.read("f.yml", text.strip().replace("|", "\n") + "\n"))
        .hasMessage("the configuration f.yml, " + message);
  }

  @Test
  void deepNestingIsRefused() {
    assertThatThrownBy(() -> YamlReader.read("f", "[".repeat(200_000)))
        .hasMessageEndingWith("is nested too deeply");
  }

  @Property
  void anyTextIsReadOrRefusedWithAMessage(
      @ForAll
          @StringLength(max = 60)
          @Chars({
            '\n', ' ', ':', '-', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@',
            '`', '#', '?', ',', '\t', '\0', '\ufeff', '\ud800'
          })
          @CharRange(from = 'a', to = 'c')
          String text) {
    try {
      YamlReader.read("f", text);
    } catch (ConfigurationFormatException e) {
      assertThat(e.getMessage())
          .matches("(?s)the configuration f, line \\d+, column \\d+: (has|is) .+");
    }
  }
}
