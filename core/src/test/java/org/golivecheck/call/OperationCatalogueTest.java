package org.golivecheck.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.golivecheck.call.OperationCatalogue.OperationTable;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.JarText;
import org.junit.jupiter.api.Test;

class OperationCatalogueTest {
  private static final String GUID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
  private static final Map<ApiFamily, String> HOSTS =
      Map.of(
          ApiFamily.ROOMS, "https://demo.rooms.docusign.com",
          ApiFamily.MONITOR, "https://lens-d.docusign.net",
          ApiFamily.CLM, "https://apiuatna11.springcm.com",
          ApiFamily.NOTARY, "https://notary-d.docusign.net",
          ApiFamily.ID_EVIDENCE, "https://proof-d.docusign.net");

  private final List<Operation> operations = OperationCatalogue.get().operations();

  @Test
  void everyApiWithADescriptionIsInTheCatalogue() {
    assertThat(operations.stream().map(Operation::api).collect(toSet()))
        .containsExactlyInAnyOrder(
            ApiFamily.ESIGN,
            ApiFamily.ROOMS,
            ApiFamily.CLICK,
            ApiFamily.ADMIN,
            ApiFamily.MONITOR,
            ApiFamily.WORKFLOW_BUILDER,
            ApiFamily.AGREEMENT_MANAGER,
            ApiFamily.WEB_FORMS,
            ApiFamily.AGREEMENT_DESK,
            ApiFamily.TRUST_RECORDS,
            ApiFamily.CLM,
            ApiFamily.NOTARY,
            ApiFamily.ID_EVIDENCE,
            ApiFamily.TSP,
            ApiFamily.WORKSPACES,
            ApiFamily.CONNECTED_FIELDS);
  }

  /** The facts were gathered apart from the catalogue. Prints the share of each API. */
  @Test
  void everyOperationOfTheFactsIsInTheCatalogue() {
    Set<String> known =
        operations.stream()
            .map(it -> it.api().id() + '\t' + it.method() + '\t' + shape(it.template()))
            .collect(toSet());
    Map<String, int[]> shares = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (String fact : facts()) {
      int[] share =
          shares.computeIfAbsent(fact.substring(0, fact.indexOf('\t')), api -> new int[2]);
      share[1]++;
      if (known.contains(fact)) {
        share[0]++;
      } else {
        missing.add(fact);
      }
    }
    shares.forEach((api, share) -> System.out.printf("%s: %d of %d%n", api, share[0], share[1]));

    assertThat(missing).isEmpty();
    assertThat(shares.values().stream().mapToInt(share -> share[1]).sum()).isEqualTo(1205);
  }

  private static List<String> facts() {
    try (InputStream in = OperationCatalogueTest.class.getResourceAsStream("operation-facts.tsv")) {
      return new String(in.readAllBytes(), UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shape(String template) {
    return template.replaceAll("\\{[^}]*}", "{}");
  }

  /** A provider's own paths may look like those of CLM. */
  @Test
  void onlyHostsOfClmServeClm() {
    CallUrl url = CallUrl.parse("https://sign.example.com/v2/acme/contacts");

    assertThat(Operations.match("GET", url).api()).isEqualTo(ApiFamily.UNKNOWN);
  }

  @Test
  void everyRowMatchesItselfWithItsVariablesFilled() {
    assertThat(operations)
        .allSatisfy(
            operation -> {
              String host = HOSTS.getOrDefault(operation.api(), "https://demo.docusign.net");
              CallUrl url = CallUrl.parse(host + filled(operation.template()));
              assertThat(Operations.match(operation.method(), url)).isEqualTo(operation);
              assertThat(Operations.family(url)).isEqualTo(operation.api());
            });
  }

  private static String filled(String template) {
    return template
        .replace("v{version}", "v2.0")
        .replaceAll("\\{[a-z]*Number}", "1")
        .replaceAll("\\{[^}]*}", GUID);
  }

  @Test
  void noTwoRowsOfOneApiShareMethodAndShape() {
    Map<String, List<Operation>> byShape =
        operations.stream()
            .collect(
                groupingBy(
                    operation ->
                        operation.api() + operation.method() + filled(operation.template())));
    assertThat(byShape.values()).allSatisfy(rows -> assertThat(rows).hasSize(1));
  }

  @Test
  void everyRowIsWellFormed() {
    assertThat(operations)
        .allSatisfy(
            operation -> {
              assertThat(operation.method()).isIn("GET", "POST", "PUT", "DELETE", "PATCH");
              assertThat(operation.template()).startsWith("/").doesNotEndWith("/");
              assertThat(operation.name()).matches("[A-Za-z0-9]+:[A-Za-z0-9_]+");
            });
  }

  /**
   * The vocabulary of guesses is derived from the templates, and kept apart for a quick start. The
   * words of CLM are those of any service, so that they are left out.
   */
  @Test
  void vocabularyIsThatOfTheTemplates() {
    List<String> templates = new ArrayList<>();
    operations.stream()
        .filter(operation -> operation.api() == ApiFamily.ESIGN)
        .forEach(operation -> templates.add(operation.template()));
    operations.stream()
        .filter(operation -> operation.api() != ApiFamily.CLM)
        .forEach(operation -> templates.add(operation.template()));
    Map<String, String> expected = new TreeMap<>();
    for (String template : templates) {
      String[] segments = template.substring(1).split("/", -1);
      for (int i = 0; i < segments.length; i++) {
        if (!segments[i].contains("{")) {
          String next = i + 1 < segments.length ? segments[i + 1] : "";
          expected.merge(
              Ascii.lower(segments[i]),
              next.startsWith("{") ? next : "",
              (first, second) -> first.isEmpty() ? second : first);
        }
      }
    }
    Map<String, String> actual = new TreeMap<>();
    for (String[] row : JarText.readPairs(OperationCatalogue.class, "path-words.tsv")) {
      actual.put(Ascii.lower(row[0]), row[1]);
    }
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void everyDocumentedNameOfALogIsTheNameOfAMethodButForTwo() {
    Set<String> names = operations.stream().map(Operation::name).collect(toSet());
    assertThat(JarText.readPairs(OperationCatalogue.class, "operation-names.tsv"))
        .extracting(row -> row[1])
        .filteredOn(name -> !names.contains(name))
        .containsExactlyInAnyOrder("Contacts:getOrList", "Users:commentHistory");
  }

  @Test
  void threadsThatMeetInAFreshTreeGetTheSameAnswers() throws Exception {
    OperationTable table = OperationTable.read();
    PathNode root = new PathNode(table, ApiFamily.ESIGN, firstEsign(), endOfEsign(), 7);
    Callable<List<Operation>> lookUp =
        () -> {
          List<Operation> found = new ArrayList<>();
          for (Operation operation : operations.subList(firstEsign(), endOfEsign())) {
            String path = filled(operation.template());
            found.addAll(root.find(path, 1, path.length()));
          }
          return found;
        };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      var results = threads.invokeAll(List.of(lookUp, lookUp, lookUp, lookUp));
      List<Operation> expected = lookUp.call();
      for (var result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  private int firstEsign() {
    int row = 0;
    while (operations.get(row).api() != ApiFamily.ESIGN) {
      row++;
    }
    return row;
  }

  private int endOfEsign() {
    int row = firstEsign();
    while (operations.get(row).api() == ApiFamily.ESIGN) {
      row++;
    }
    return row;
  }
}
