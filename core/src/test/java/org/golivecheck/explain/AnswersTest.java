package org.golivecheck.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste is answered: real questions, and every message of the catalogue. */
final class AnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Explanations EXPLANATIONS = new Explanations(ErrorCatalog.get(), 100);

  private static JsonNode answer(String text) {
    try {
      return JSON.readTree(EXPLANATIONS.json(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> ids(String text) {
    List<String> ids = new ArrayList<>();
    answer(text).path("matches").forEach(match -> ids.add(match.path("id").asText()));
    return ids;
  }

  static Stream<Arguments> questions() throws IOException {
    try (var in = AnswersTest.class.getResourceAsStream("questions.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", 3))
          .map(
              row ->
                  Arguments.of(
                      row[0],
                      row[2].replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")));
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aRealQuestionHasItsAnswerFirst(String id, String text) {
    assertThat(ids(text)).as(text).first().asString().isEqualToIgnoringCase(id);
  }

  /** Ways to paste a message: with a code or without, whole, escaped, quoted, in a sentence. */
  private static final Map<String, UnaryOperator<String>> WAYS =
      Map.of(
          "alone", text -> text,
          "in quotes", text -> "\"" + text + "\"",
          "upper case", text -> text.toUpperCase(Locale.ROOT),
          "as an exception",
              text ->
                  "Exception in thread \"main\" ApiException: " + text + "\n  at x.Y.z(Y.java:1)",
          "in JSON", text -> "{\"message\":\"" + text.replace("\"", "\\\"") + "\"}",
          "in escaped JSON",
              text -> "{\\\"message\\\":\\\"" + text.replace("\"", "\\\\\\\"") + "\\\"}",
          "printed by Python", text -> "{'message': '" + text.replace("'", "\\'") + "'}",
          "printed by PHP", text -> "stdClass Object ( [message] => " + text + " )",
          "in HTML", text -> "<p>" + text.replace("\"", "&quot;").replace("'", "&#39;") + "</p>",
          "over two lines", text -> text.replaceFirst(" ", "\n  "));

  @Test
  void everyMessageOfTheCatalogueIsFoundHoweverItIsPasted() {
    List<String> missed = new ArrayList<>();
    for (ErrorClass row : ErrorCatalog.get().rows()) {
      // A pattern of a few characters, or with a choice, is no sentence that anyone pastes alone.
      if (row.messagePattern().length() < 16
          || row.messagePattern().matches(".*[|\\[(].*|\\w+")
          || row.api().startsWith("provider")) {
        continue;
      }
      String message = Explanations.sample(row.messagePattern()).replace("...", "x");
      WAYS.forEach(
          (way, as) -> {
            List<String> ids = ids(as.apply(message));
            String own = row.code().equals("-") ? "message-" + row.id() : row.code();
            if (ids.stream().noneMatch(own::equalsIgnoreCase)) {
              missed.add(way + ": " + message + " -> " + ids);
            }
          });
    }
    assertThat(missed).hasSizeLessThan(40);
  }

  @Test
  void everyCodeIsFoundInASentenceAndIsNotCertain() {
    for (ErrorClass row : ErrorCatalog.get().rows()) {
      if (row.code().matches("[A-Z]+(_[A-Z]+){2,}")) {
        JsonNode first = answer("We get " + row.code() + " since Monday").path("matches").path(0);
        assertThat(first.path("id").asText()).isEqualToIgnoringCase(row.code());
        assertThat(first.path("certain").asBoolean()).as(row.code()).isFalse();
      }
    }
  }

  @Test
  void everyRuleIsFoundByItsId() {
    Rules.all().forEach(rule -> assertThat(ids(rule.id())).containsExactly(rule.id()));
  }

  @Test
  void aMessageIsCertainAndACodeIsPossible() {
    JsonNode message = answer("The specified User is not a member of the specified Account.");
    assertThat(message.path("matches").path(0).path("certain").asBoolean()).isTrue();
    assertThat(answer("invalid_grant").path("matches").path(0).path("certain").asBoolean())
        .isFalse();
    assertThat(answer("invalid_grant").path("matches").size()).isGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSL_connect", "IP_BLOCKED", "good morning", "-", "xyzzy_plugh"})
  void whatIsNotKnownHasNoMatchAndNoMadeUpAdvice(String text) {
    assertThat(ids(text)).isEmpty();
    assertThat(answer(text).path("closest").size()).isBetween(0, 5);
  }

  @Test
  void closestIsOfferedOnlyWhereNothingMatches() {
    assertThat(answer("large documents upload advice").path("closest")).isNotEmpty();
    assertThat(answer("consent_required").path("closest")).isEmpty();
  }

  @Test
  void severalErrorsOfATextAreEachAnswered() {
    assertThat(ids("first ENVELOPE_DOES_NOT_EXIST and later EDIT_LOCK_NOT_LOCK_OWNER"))
        .contains("ENVELOPE_DOES_NOT_EXIST", "EDIT_LOCK_NOT_LOCK_OWNER");
  }

  @Test
  void aHugeTextIsAnsweredFromItsEnds() {
    String noise = "line of a log without anything\n".repeat(50_000);
    assertThat(ids(noise + "ECONNREFUSED")).containsExactly("refused");
  }
}
