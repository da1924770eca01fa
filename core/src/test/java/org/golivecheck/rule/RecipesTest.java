package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.golivecheck.rule.Recipes.Recipe;
import org.golivecheck.rule.error.ErrorCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipesTest {
  static final List<String> IDS = Recipes.all().stream().map(Recipe::id).toList();

  /** The codes that the trackers of DocuSign's SDKs, its forum and its own pages name most. */
  static final List<String> FREQUENT =
      List.of(
          "consent_required",
          "invalid_grant",
          "invalid_client",
          "internal_server_error",
          "AUTHORIZATION_INVALID_TOKEN",
          "USER_AUTHENTICATION_FAILED",
          "PARTNER_AUTHENTICATION_FAILED",
          "USER_DOES_NOT_BELONG_TO_SPECIFIED_ACCOUNT",
          "USER_LACKS_PERMISSIONS",
          "ACCOUNT_LACKS_PERMISSIONS",
          "INVALID_REQUEST_BODY",
          "INVALID_REQUEST_PARAMETER",
          "UNKNOWN_ENVELOPE_RECIPIENT",
          "ENVELOPE_IS_INCOMPLETE",
          "ENVELOPE_DOES_NOT_EXIST",
          "ENVELOPE_INVALID_STATUS",
          "TEMPLATE_ID_INVALID",
          "ANCHOR_TAB_STRING_NOT_FOUND",
          "RESOURCE_NOT_FOUND",
          "HOURLY_APIINVOCATION_LIMIT_EXCEEDED");

  private static String page(String id) {
    return Recipes.text(id).orElseThrow();
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void aPageHasTheTitleOfItsRow(String id) {
    String title =
        Recipes.all().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow().title();

    assertThat(page(id)).startsWith("# " + title + "\n");
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void aPageEndsWithItsSources(String id) {
    String sources = page(id).substring(page(id).indexOf("\n## Sources\n"));

    assertThat(sources.strip().lines().skip(2))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("- https://"));
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void programsAreThereInEveryLanguageOfDocuSignsSdksOrInNone(String id) {
    Set<String> languages =
        Pattern.compile("(?m)^```(java|csharp|javascript|python|php|ruby)$")
            .matcher(page(id))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(languages.size()).isIn(0, 6);
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void whatAPageRefersToExists(String id) {
    Matcher named = Pattern.compile("golive-check explain ([a-z-]+)").matcher(page(id));
    while (named.find()) {
      assertThat(IDS).contains(named.group(1));
    }
    Matcher rules = Pattern.compile("\\b[A-Z]{2}-\\d{3}\\b").matcher(page(id));
    while (rules.find()) {
      assertThat(RulePages.text(rules.group())).as(rules.group()).isPresent();
    }
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void noLineIsTooLongForReading(String id) {
    String prose = page(id).replaceAll("(?s)\n```.*?\n```\n", "\n");

    assertThat(prose.lines())
        .allMatch(
            line -> line.length() <= 120 || line.startsWith("|") || line.contains("https://"));
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void theDayOfTheLastCheckIsADay(String id) {
    Recipe recipe = Recipes.all().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();

    assertThat(LocalDate.parse(recipe.checked())).isAfter(LocalDate.of(2026, 1, 1));
    if (LocalDate.parse(recipe.checked()).isBefore(LocalDate.now(ZoneOffset.UTC).minusYears(1))) {
      System.out.println("Due for a check: recipe " + id + ", last checked " + recipe.checked());
    }
  }

  @Test
  void everyRuleOfPollingLimitsAndSizesHasARecipe() {
    assertThat(Rules.all())
        .filteredOn(rule -> rule.id().matches("(PL|RL|EV|SZ)-.*|ER-polling|ER-rate-limit"))
        .allSatisfy(rule -> assertThat(Recipes.forFinding(rule.id(), null)).isIn(IDS));
  }

  @Test
  void everyFrequentCodeHasARecipeAndIsInTheCatalogue() {
    Set<String> known =
        ErrorCatalog.get().rows().stream().map(row -> row.code()).collect(Collectors.toSet());
    for (String code : FREQUENT) {
      assertThat(Recipes.forFinding("ER-unknown", code)).as(code).isIn(IDS);
      assertThat(known).contains(code);
    }
  }

  @Test
  void theCodeOfAFindingDecidesBeforeItsRule() {
    assertThat(Recipes.forFinding("ER-validation", "unknown_envelope_recipient"))
        .isEqualTo("embedded-signing");
    assertThat(Recipes.forFinding("ER-validation", "NEVER_HEARD_OF")).isEqualTo("first-envelope");
    assertThat(Recipes.forFinding("GL-007", null)).isNull();
  }

  @Test
  void whatARecipeServesExists() {
    Set<String> codes =
        ErrorCatalog.get().rows().stream()
            .map(row -> String.valueOf(row.code()).toUpperCase(java.util.Locale.ROOT))
            .collect(Collectors.toSet());
    for (Recipe recipe : Recipes.all()) {
      for (String key : recipe.serves()) {
        boolean rule = key.matches("[A-Z]{2}-.*");
        assertThat(rule || codes.contains(key.toUpperCase(java.util.Locale.ROOT)))
            .as(recipe.id() + ": " + key)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"limits.py", "LIMITS.PY", " limits.py "})
  void aSuffixMeansAProgram(String name) {
    assertThat(Recipes.text(name).orElseThrow()).startsWith("import os\n").doesNotContain("```");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "limits.", "limits.exe", "consent.py", "no-such-recipe", "../rules"})
  void anythingElseIsNoRecipe(String name) {
    assertThat(Recipes.text(name)).isEmpty();
  }

  /** A number has one source: the rules judge by what the recipes say. */
  @Test
  void numbersAreThoseOfTheRules() {
    assertThat(page("limits")).contains("3,000", "500 in production, 200 in demo");
    assertThat(Thresholds.DEFAULT.callsPerHour()).isEqualTo(3_000);
    assertThat(Thresholds.DEFAULT.pollingInterval()).hasMinutes(15);
    assertThat(page("polling-to-webhooks")).contains("in 15 minutes");
    assertThat(page("list-changes")).contains("within 15 minutes", "every **20 minutes**");
    assertThat(Thresholds.DEFAULT.windowSize()).isEqualTo(20);
    assertThat(page("large-documents")).contains("35,651,584", "32 MB");
    assertThat(RulePages.text("SZ-001").orElseThrow()).contains("35,651,584");
    assertThat(RulePages.text("SZ-002").orElseThrow()).contains("32 MB");
  }
}
