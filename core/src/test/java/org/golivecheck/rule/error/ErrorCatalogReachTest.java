package org.golivecheck.rule.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.body.ErrorBody;

/** Every row can be reached: by its code and a message that fits, or by its status and text. */
class ErrorCatalogReachTest {

  /** A message for each row that asks for one. */
  private static final Map<Integer, String> SAMPLES = samples();

  private static Map<Integer, String> samples() {
    try (InputStream in = ErrorCatalogReachTest.class.getResourceAsStream("message-samples.tsv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .skip(1)
          .map(line -> line.split("\t", 2))
          .collect(Collectors.toMap(cells -> Integer.valueOf(cells[0]), cells -> cells[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<ErrorClass> rows() {
    return Arbitraries.of(ErrorCatalog.get().rows());
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void everyRowIsReachable(@ForAll("rows") ErrorClass row) {
    CatalogRow matcher = CatalogFile.errors().rows().get(row.id() - 1);
    ApiFamily api = matcher.api().family();
    boolean provider = matcher.api().isProvider();

    ErrorClass found =
        provider
            ? Failures.logged(api, Failures.PROVIDER, statusOf(row), bodyOf(row, api))
            : answered(row, statusOf(row));

    if (isOnlyExplained(row)) {
      assertThat(found).isNotEqualTo(row);
    } else {
      assertThat(found).isEqualTo(row);
    }
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void everyRowWithACodeIsReachableAtAnyStatusThatIsNotAnotherRows(@ForAll("rows") ErrorClass row) {
    boolean byStatus = row.code().equals("-") || row.code().equals("103");
    if (byStatus || row.code().equals("internal_server_error") || isOnlyExplained(row)) {
      return;
    }

    assertThat(answered(row, 418)).isEqualTo(row);
  }

  /**
   * Returns whether only {@code explain} shows a row: its condition is not logged, or it belongs to
   * Salesforce and has a name of REST, whose rows come first.
   */
  private static boolean isOnlyExplained(ErrorClass row) {
    return row.condition().startsWith("not logged")
        || (row.api().startsWith("salesforce")
            && ErrorCatalog.get().find(row.code()).stream()
                .anyMatch(it -> it.id() < row.id() && it.messagePattern().isEmpty()));
  }

  /** Makes a call that fulfils the condition of a row and fails by its code. */
  private static ErrorClass answered(ErrorClass row, int status) {
    ApiFamily api = CatalogFile.errors().rows().get(row.id() - 1).api().family();
    String body = bodyOf(row, api);
    ApiError error = ErrorBody.parse(body);
    if (row.api().startsWith("salesforce")) {
      error =
          new ApiError(
              error.code(), error.message(), BodyForm.TEXT, "Salesforce toolkit", error.text());
    }
    return Failures.classify(
        api, urlOf(row, api), status, error, row.condition().startsWith("header"));
  }

  private static String urlOf(ErrorClass row, ApiFamily api) {
    String url = api == ApiFamily.OAUTH ? "https://account-d.docusign.com/oauth" : Failures.ACCOUNT;
    String condition = row.condition();
    if (condition.startsWith("host: ")) {
      return "https://" + condition.substring(6).replace("\\", "") + "/restapi/v2.1/accounts/1";
    }
    if (!condition.startsWith("path: ")) {
      return url;
    }
    return condition.contains("|") ? url + "/accounts/1" : url + "/" + condition.substring(6);
  }

  /** Returns a status that the row names, or one that says nothing. */
  private static int statusOf(ErrorClass row) {
    String[] statuses = row.status().split("[^0-9]+", 3);
    if (row.status().startsWith("200/400")) {
      return 400;
    }
    return statuses[0].isEmpty() ? 500 : Integer.parseInt(statuses[0]);
  }

  private static String bodyOf(ErrorClass row, ApiFamily api) {
    String message = SAMPLES.get(row.id());
    assertThat(message != null)
        .as("row %d has a sample if it asks for a message", row.id())
        .isEqualTo(!row.messagePattern().isEmpty());
    if (row.code().equals("-")) {
      return Objects.requireNonNullElse(
          message, row.api().equals("provider") ? "Das hat leider nicht geklappt" : "");
    }
    String said = Objects.requireNonNullElse(message, "Something about it");
    if (api == ApiFamily.OAUTH) {
      return said.equals("reference_id")
          ? "{\"error\":\"internal_server_error\",\"reference_id\":\"3f2a9c\"}"
          : "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(row.code(), said);
    }
    return Failures.json(row.code(), said);
  }
}
