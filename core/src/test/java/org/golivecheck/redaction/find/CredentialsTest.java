package org.golivecheck.redaction.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.golivecheck.text.JarText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialsTest {
  private static final Hiding HIDING = Hiding.secretsOnly(500);

  static Stream<String[]> shapes() {
    return JarText.read(Tokens.class, "credentials.tsv").lines().map(row -> row.split("\t", -1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void everyShapeIsHiddenWhereverItIs(
      String name, String prefix, String characters, int length, String source) {
    String rest = "Q7Z2X5W3V4".repeat(10).substring(0, length);
    String key = prefix.replace('?', 'a').replace('#', '8') + rest;

    assertThat(HIDING.hide("Key " + key + " is invalid")).isEqualTo("Key [secret] is invalid");
    assertThat(HIDING.hide(key)).isEqualTo("[secret]");
    assertThat(HIDING.hide("{\"errorCode\":\"" + key + "\"}"))
        .isEqualTo("{\"errorCode\":\"[secret]\"}");
    assertThat(HIDING.hide("Key " + prefix + " is invalid"))
        .isEqualTo("Key " + prefix + " is invalid");
    assertThat(characters).isIn("upper", "name", "token", "path", "base64");
    assertThat(source).startsWith("https://");
  }

  @Test
  void namesAreListedOnceInTheirPlainForm() {
    Set<String> seen = new HashSet<>();
    for (String[] row : JarText.readPairs(Label.class, "names.tsv")) {
      assertThat(row[0]).matches("\\*?[a-z0-9]+\\*?");
      assertThat(seen.add(row[0])).as(row[0]).isTrue();
      assertThat(row[1])
          .isIn("secret", "line", "parameter", "field", "keep", "personal", "personal-field");
    }
  }

  @Test
  void namesCompareWithoutCaseAndPunctuation() {
    assertThat(Label.of("Access_Token")).isEqualTo(Label.SECRET);
    assertThat(Label.of("X-Api-Key")).isEqualTo(Label.SECRET_FIELD);
    assertThat(Label.of("X-DocuSign-Signature-12")).isEqualTo(Label.SECRET_FIELD);
    assertThat(Label.of("X-DocuSign-TraceToken")).isNull();
    assertThat(Label.of("token_type")).isNull();
    assertThat(Label.of("envelopeId")).isNull();
  }
}
