package org.golivecheck.rule.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the catalogue's data: a typing error there is a wrong answer to a user. */
class ErrorCatalogDataTest {
  private static final Set<String> CATEGORIES =
      Set.of(
          "authentication",
          "consent",
          "user-permission",
          "account-permission",
          "account-quota",
          "user-info",
          "validation",
          "not-found",
          "state-conflict",
          "rate-limit",
          "polling",
          "size-limit",
          "service",
          "gateway",
          "provider-rewritten",
          "unknown");
  private static final Set<String> ACTORS =
      Set.of(
          "integration-developer",
          "account-admin",
          "consenting-user",
          "end-user",
          "account-plan-owner/docusign-support",
          "docusign-service",
          "network-operator");
  private static final Set<String> RETRIES =
      Set.of("no", "after-fix", "after-wait", "after-token-refresh", "yes", "once");

  private static final List<ErrorClass> ROWS = ErrorCatalog.get().rows();

  private static List<ErrorClass> everyRow() {
    return CatalogFile.all().stream()
        .flatMap(file -> file.rows().stream())
        .map(CatalogRow::errorClass)
        .toList();
  }

  @Test
  void idsAreTheNumbersOfTheRows() {
    assertThat(ROWS)
        .extracting(ErrorClass::id)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS.size()).boxed().toList());
    assertThat(everyRow()).extracting(ErrorClass::id).doesNotHaveDuplicates();
  }

  @Test
  void everyRowIsFoundByItsId() {
    assertThat(everyRow())
        .allSatisfy(row -> assertThat(ErrorCatalog.get().row(row.id())).isSameAs(row));
    assertThatThrownBy(() -> ErrorCatalog.get().row(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  @Test
  void valuesAreOfTheFixedLists() {
    assertThat(everyRow())
        .allSatisfy(
            row -> {
              assertThat(CATEGORIES).contains(row.category());
              assertThat(ACTORS).contains(row.actor());
              assertThat(RETRIES).contains(row.retry());
              assertThat(Set.of("high", "medium", "low")).contains(row.confidence());
            });
  }

  @Test
  void theListsThatTheCatalogueHandsOutAreTheseToo() {
    assertThat(ErrorCatalog.categories())
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(CATEGORIES);
    assertThat(ErrorCatalog.actors()).isSorted().containsExactlyInAnyOrderElementsOf(ACTORS);
    assertThat(ErrorCatalog.retries()).isSorted().containsExactlyInAnyOrderElementsOf(RETRIES);
  }

  /** The facts were gathered apart from the catalogue. */
  @Test
  void codesMessagesCategoriesActorsAndRetriesAreTheFacts() throws IOException {
    String facts;
    try (InputStream in = ErrorCatalogDataTest.class.getResourceAsStream("error-facts.tsv")) {
      facts = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }

    assertThat(ROWS)
        .extracting(
            row ->
                String.join(
                    "\t",
                    row.code(),
                    row.api(),
                    row.messagePattern(),
                    row.category(),
                    row.actor(),
                    row.retry()))
        .containsExactlyInAnyOrderElementsOf(facts.lines().skip(1).toList());
  }

  @Test
  void everyCategoryIsInUse() {
    assertThat(ROWS).extracting(ErrorClass::category).containsAll(CATEGORIES);
  }

  @Test
  void patternsCompile() {
    assertThat(everyRow())
        .allSatisfy(row -> assertThat(Pattern.compile(row.messagePattern())).isNotNull());
  }

  @Test
  void basisIsALinkToAPageOrHeuristic() {
    assertThat(everyRow())
        .allSatisfy(row -> assertThat(row.basis()).matches("https://[^/ ]+/[^ ]+|heuristic"));
  }

  @Test
  void remediesAreSentencesThatDoNotSpeakOfHowTheyWereFound() {
    assertThat(everyRow())
        .extracting(ErrorClass::remedy)
        .allSatisfy(
            remedy ->
                assertThat(remedy)
                    .matches("[A-Z].*\\.")
                    .doesNotContainPattern("(?i)\\b(seed|copy of|not stated|inferred)\\b")
                    .doesNotContain("Docusign"));
  }

  @Test
  void countsPerApi() {
    Map<String, Integer> counts = new TreeMap<>();
    ROWS.forEach(row -> counts.merge(row.api(), 1, Integer::sum));

    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("oauth", 30),
                Map.entry("esign-rest", 177),
                Map.entry("esign-rest (form_data)", 1),
                Map.entry("esign-rest (authoritative copy)", 1),
                Map.entry("esign-rest (locks)", 1),
                Map.entry("esign-rest (delayedRouting)", 1),
                Map.entry("esign-rest (scheduledSending)", 1),
                Map.entry("esign-rest (sample code)", 1),
                Map.entry("esign-rest (bulk send list)", 21),
                Map.entry("esign-rest (bulk send)", 21),
                Map.entry("esign-rest (powerforms)", 8),
                Map.entry("webforms", 32),
                Map.entry("rooms", 9),
                Map.entry("click", 2),
                Map.entry("admin", 4),
                Map.entry("monitor", 4),
                Map.entry("workflow-builder", 8),
                Map.entry("workflow-builder (validation)", 1),
                Map.entry("agreement-manager", 6),
                Map.entry("agreement-manager (bulk job)", 1),
                Map.entry("agreement-manager (validation)", 1),
                Map.entry("id-evidence", 1),
                Map.entry("notary", 1),
                Map.entry("salesforce", 2),
                Map.entry("salesforce-apex (APIException)", 12),
                Map.entry("soap", 1),
                Map.entry("soap (account management)", 57),
                Map.entry("soap (api.asmx)", 17),
                Map.entry("soap (credential)", 4),
                Map.entry("workspaces", 6),
                Map.entry("connected-fields", 2),
                Map.entry("docgen", 5),
                Map.entry("clm", 72),
                Map.entry("provider", 9)));
  }

  @Test
  void noRowIsHiddenByAnEarlierCatchAll() {
    Map<String, ErrorClass> catchAlls = new HashMap<>();
    for (ErrorClass row : ROWS) {
      String key = row.code().toLowerCase(Locale.ROOT) + " " + row.api() + " " + row.condition();
      String keyOfStatus = row.code().equals("-") ? key + " " + row.status() : key;
      assertThat(catchAlls.get(keyOfStatus)).as("row %d is never reached", row.id()).isNull();
      if (row.messagePattern().isEmpty()) {
        catchAlls.put(keyOfStatus, row);
      }
    }
  }

  @Test
  void onlyTwoCodesAreToldApartByStatus() {
    Stream<String> codes =
        ROWS.stream()
            .filter(row -> row.messagePattern().isEmpty() && !row.code().equals("-"))
            .filter(ErrorCatalogDataTest::hasEarlierRowOfOtherStatus)
            .map(ErrorClass::code);

    assertThat(codes).containsExactlyInAnyOrder("internal_server_error", "103");
  }

  private static boolean hasEarlierRowOfOtherStatus(ErrorClass catchAll) {
    CatalogRow row = CatalogFile.errors().rows().get(catchAll.id() - 1);
    return ROWS.stream()
        .takeWhile(it -> !it.equals(catchAll))
        .filter(
            it -> it.code().equalsIgnoreCase(catchAll.code()) && it.api().equals(catchAll.api()))
        .map(ErrorClass::status)
        .filter(status -> status.matches("\\d{3}.*"))
        .anyMatch(status -> !row.namesStatus(Integer.parseInt(status.substring(0, 3))));
  }

  @Test
  void findIgnoresCase() {
    assertThat(ErrorCatalog.get().find("user_lacks_permissions"))
        .hasSize(10)
        .isEqualTo(ErrorCatalog.get().find("USER_LACKS_PERMISSIONS"));
    assertThat(ErrorCatalog.get().find("NO_SUCH_CODE")).isEmpty();
  }

  @Test
  void everyGuessSaysThatTheCodeIsNotInTheCatalogue() {
    assertThat(everyRow())
        .filteredOn(ErrorClass::guessed)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.remedy()).startsWith("The code is not in the catalogue. ");
              assertThat(row.confidence()).isEqualTo("low");
            });
  }
}
