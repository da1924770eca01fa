package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.golivecheck.cli.Shell;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What check says of an error in a log, explain says of its code, message or status. */
class ExplainAgreesWithCheckTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NO_CODE = "-";
  private static final String ESIGN =
      "https://demo.docusign.net/restapi/v2.1/accounts/0a1b2c3d-0000-4000-8000-000000000001"
          + "/envelopes/9f8e7d6c-0000-4000-8000-000000000002";

  /** So few that no finding is capped. */
  private static final int BATCH = 40;

  private static final Map<String, String> URLS =
      Map.ofEntries(
          Map.entry("oauth", "https://account-d.docusign.com/oauth/token"),
          Map.entry("rooms", "https://demo.rooms.docusign.com/restapi/v2/accounts/1/rooms"),
          Map.entry("click", "https://demo.docusign.net/clickapi/v1/accounts/1/clickwraps"),
          Map.entry("admin", "https://api-d.docusign.net/management/v2/organizations"),
          Map.entry("monitor", "https://lens-d.docusign.net/api/v2.0/datasets/monitor/stream"),
          Map.entry("clm", "https://apina11.springcm.com/v2/1/folders"),
          Map.entry("webforms", "https://apps-d.docusign.com/api/webforms/v1.1/accounts/1/forms"),
          Map.entry("workflow-builder", "https://api-d.docusign.com/v1/accounts/1/workflows"),
          Map.entry("agreement-manager", "https://api-d.docusign.com/v1/accounts/1/agreements"),
          Map.entry("workspaces", "https://api-d.docusign.com/v1/accounts/1/workspaces"),
          Map.entry("soap", "https://demo.docusign.net/api/3.0/api.asmx"));

  private static Map<Integer, String> messages() throws IOException {
    Path samples =
        Path.of("../core/src/test/resources/org/golivecheck/rule/error/message-samples.tsv");
    Map<Integer, String> messages = new HashMap<>();
    for (String line : Files.readAllLines(samples).subList(1, Files.readAllLines(samples).size())) {
      String[] cells = line.split("\t", 2);
      messages.put(Integer.valueOf(cells[0]), cells[1]);
    }
    return messages;
  }

  private static List<ErrorClass> rows() {
    return ErrorCatalog.get().rows();
  }

  static Stream<List<ErrorClass>> batches() {
    List<ErrorClass> coded = rows().stream().filter(row -> !row.code().equals(NO_CODE)).toList();
    return IntStream.range(0, (coded.size() + BATCH - 1) / BATCH)
        .mapToObj(i -> coded.subList(i * BATCH, Math.min((i + 1) * BATCH, coded.size())));
  }

  private static String url(ErrorClass row) {
    String api = row.api().replaceFirst(" .*", "");
    String url = URLS.getOrDefault(api, ESIGN);
    if (row.condition().startsWith("path: ")) {
      return url + "/" + row.condition().substring(6);
    }
    return row.condition().startsWith("host: ") ? url.replace("demo.", "www.") : url;
  }

  private static String record(ErrorClass row, int status, String body) {
    ObjectNode record = JSON.createObjectNode();
    record.put("timestamp", "2026-11-23T12:00:00Z");
    record.put("method", "GET");
    record.put("url", url(row));
    record.put("status", status);
    record.put("body", body);
    record.putObject("headers").put("X-DocuSign-TraceToken", UUID.randomUUID().toString());
    if (row.condition().startsWith("header: ")) {
      record.putObject("request_headers").put("X-DocuSign-Authentication", "{}");
    }
    return record.toString();
  }

  private static String body(ErrorClass row, String message) {
    boolean oauth = row.api().startsWith("oauth");
    return JSON.createObjectNode()
        .put(oauth ? "error" : "errorCode", row.code())
        .put(oauth ? "error_description" : "message", message)
        .toString();
  }

  /** Returns the findings on errors, by the line that they were found in. */
  private static Map<Integer, JsonNode> checked(List<String> lines) throws IOException {
    Shell shell = new Shell();
    shell.in = new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    Map<Integer, JsonNode> byLine = new HashMap<>();
    for (JsonNode finding : JSON.readTree(shell.run("-r", "json", "-").out()).get("findings")) {
      if (finding.get("rule").asText().startsWith("ER-")) {
        for (JsonNode call : finding.get("evidence")) {
          byLine.put(Integer.valueOf(call.get("source").asText().replaceFirst(".*:", "")), finding);
        }
      }
    }
    return byLine;
  }

  private static String explained(String topic) {
    Shell.Result result = new Shell().run("explain", topic);
    assertThat(result.exit()).as(topic + ": " + result.err()).isZero();
    return result.out();
  }

  private static String situation(JsonNode finding) {
    return String.join(
        " | ",
        finding.get("category").asText(),
        finding.get("actor").asText(),
        finding.get("remedy").asText(),
        finding.get("retry").asText());
  }

  /** Returns the situations that a page of explain shows. */
  private static List<String> situations(String page) {
    return Stream.of(page.split("\n\n", -1))
        .map(block -> block.replaceAll("\\s+", " "))
        .filter(block -> block.contains("Category "))
        .map(
            block ->
                block.replaceFirst(
                    ".*Category (.*?) API .*? Who acts (.*?) What to do (.*?) Retry (.*?) Basis .*",
                    "$1 | $2 | $3 | $4"))
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @MethodSource("batches")
  void everyCodeIsExplainedAsItIsJudged(List<ErrorClass> batch) throws IOException {
    Map<Integer, String> messages = messages();
    List<String> lines =
        batch.stream()
            .map(
                row ->
                    record(
                        row, 418, body(row, messages.getOrDefault(row.id(), "Something about it"))))
            .toList();

    Map<Integer, JsonNode> found = checked(lines);

    assertThat(found).hasSize(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      String code = batch.get(i).code();
      List<String> situations = situations(explained(code));
      if (!batch.get(i).api().startsWith("salesforce")) {
        // The codes of Salesforce's toolkit have a meaning only in its own logs.
        assertThat(situations).as(code).contains(situation(found.get(i + 1)));
      }
      assertThat(situations)
          .as(code)
          .contains(
              String.join(
                  " | ",
                  batch.get(i).category(),
                  batch.get(i).actor(),
                  batch.get(i).remedy(),
                  batch.get(i).retry()));
    }
  }

  @Test
  void everyStatusOfESignatureIsExplainedAsItIsJudged() throws IOException {
    List<ErrorClass> rows =
        rows().stream()
            .filter(row -> row.code().equals(NO_CODE) && row.api().equals("esign-rest"))
            .filter(row -> row.messagePattern().isEmpty() && row.condition().isEmpty())
            .toList();

    Map<Integer, JsonNode> found =
        checked(rows.stream().map(row -> record(row, Integer.parseInt(row.status()), "")).toList());

    for (int i = 0; i < rows.size(); i++) {
      assertThat(situations(explained(rows.get(i).status())))
          .containsExactly(situation(found.get(i + 1)));
    }
  }

  @Test
  void everyMessageThatIsPastedIsExplainedAsItIsJudged() throws IOException {
    Map<Integer, String> messages = messages();
    List<ErrorClass> rows =
        rows().stream()
            .filter(row -> row.code().equals(NO_CODE) && row.api().equals("esign-rest"))
            .filter(row -> messages.containsKey(row.id()))
            // A failure without a response is no call; explain says more about it.
            .filter(row -> !row.status().equals("no response"))
            .toList();

    Map<Integer, JsonNode> found =
        checked(
            rows.stream().map(row -> record(row, statusOf(row), messages.get(row.id()))).toList());

    assertThat(rows).isNotEmpty();
    for (int i = 0; i < rows.size(); i++) {
      ErrorClass row = rows.get(i);
      String pasted = row.status() + " " + messages.get(row.id());
      assertThat(situations(explained(pasted)))
          .as(pasted)
          .containsExactly(situation(found.get(i + 1)));
    }
  }

  private static int statusOf(ErrorClass row) {
    return row.status().matches("\\d+") ? Integer.parseInt(row.status()) : 500;
  }
}
