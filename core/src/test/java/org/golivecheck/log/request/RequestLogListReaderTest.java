package org.golivecheck.log.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.body.StatusWord;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestLogListReaderTest {
  private static final String ITEM =
      "{\"status\":\"OK\",\"description\":\"GetAccountInformation\","
          + "\"createdDateTime\":\"2014-06-03T04:19:01.4200000Z\",\"requestLogId\":\"90eb155a\"}";
  private static final String JSON =
      "{\"apiRequestLogs\":["
          + ITEM
          + ",\n"
          + ITEM.replace("OK", "NotFound").replace("01.42", "00.42")
          + "]}";
  private static final String XML =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <apiRequestLogsResult xmlns="http://www.docusign.com/restapi">
        <apiRequestLogs>
          <apiRequestLog>
            <createdDateTime>2014-06-03T04:19:01.4200000Z</createdDateTime>
            <description>GetAccountInformation</description>
            <requestLogId>90eb155a</requestLogId>
            <status>OK</status>
          </apiRequestLog>
          <apiRequestLog>
            <createdDateTime>2014-06-03T04:19:00.4200000Z</createdDateTime>
            <description/>
            <status>NotFound</status>
          </apiRequestLog>
        </apiRequestLogs>
      </apiRequestLogsResult>
      """;

  static List<String> lists() {
    return List.of(JSON, XML);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void outcomesAreReadAndNothingIsInvented(String list) {
    ReadLog log = ReadLog.text(list);

    assertThat(log.format()).isEqualTo("request-log-list");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls()).extracting(ApiCall::status).containsExactly(200, 404);
    ApiCall call = log.calls().get(0);
    assertThat(call.timestamp()).isEqualTo("2014-06-03T04:19:01.42Z");
    assertThat(call.loggedOperation()).isEqualTo("GetAccountInformation");
    assertThat(call.gaps()).containsExactly(Gap.URL);
    assertThat(call.traceToken()).isNull();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void nothingIsJudgedByOutcomesAlone(String list) {
    GoLiveReport review =
        ReadLog.text(list).calls().stream().collect(GoLiveCheck.withDefaults().collector());

    assertThat(review.calls().total()).isEqualTo(2);
    assertThat(review.calls().failed()).isEqualTo(1);
    assertThat(review.calls().excluded()).containsEntry(Exclusion.NO_URL.id(), 2L);
    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(review.findings())
        .filteredOn(finding -> finding.rule().startsWith("ER-"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThatObject(finding.method()).isNull();
              assertThatObject(finding.path()).isNull();
              assertThat(finding.message().toString())
                  .contains(" answered 404")
                  .doesNotContain("- /");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "OK, 200",
    "Created, 201",
    "nocontent, 204",
    "BadRequest, 400",
    "Unauthorized, 401",
    "InternalServerError, 500",
    "429, 429",
    "444, 444",
    "Fine, 0",
    "4040, 0",
    "099, 0"
  })
  void statusesHaveTheNamesOfDotNet(String word, int code) {
    assertThat(StatusWord.code(word)).isEqualTo(code);
  }

  @Test
  void anItemThatLacksAPartIsAProblem() {
    ReadLog log =
        ReadLog.text(
            "{\"apiRequestLogs\":[",
            ITEM.replace("OK", "Splendid") + ",",
            ITEM.replace("2014-06-03T04:19:01.4200000Z", "June") + ",",
            ITEM + "]}");

    assertThat(log.calls()).hasSize(1);
    assertThat(log.summary().problems())
        .extracting(row -> row.problem().line())
        .containsExactly(2L, 3L);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aListThatIsCutKeepsWhatWasBefore(String list) {
    int end = list.indexOf("NotFound") + 4;
    byte[] cut = list.substring(0, end).getBytes(StandardCharsets.UTF_8);
    ReadLog log = ReadLog.of(cut, FormatOptions.NONE, ReadLimits.DEFAULT);

    assertThat(log.calls()).hasSize(1);
    assertThat(log.problem().message().toString())
        .isEqualTo("The list is broken from here on, and the rest is left out.");
    assertThat(log.problem().line()).isPositive();
  }

  @Test
  void bytesThatAreNoTextHarmNothing() {
    byte[] list =
        XML.replace("GetAccount", "Get\u00e9ccount").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(ReadLog.of(list, FormatOptions.NONE, ReadLimits.DEFAULT).calls()).hasSize(2);
  }

  @Test
  void entitiesOfAnXmlListAreNotRead(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "OK");
    String type =
        "?>\n<!DOCTYPE r [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\"><!ENTITY a \"OK\"><!ENTITY b \"&a;&a;\">]>";
    for (String entity : List.of("&e;", "&b;")) {
      String list = XML.replace("?>", type).replace(">OK<", ">" + entity + "<");
      ReadLog log = ReadLog.text(list);

      assertThat(log.calls()).extracting(ApiCall::status).doesNotContain(200);
      assertThat(log.summary().problems()).isNotEmpty();
    }
  }

  @Test
  void otherJsonAndXmlIsNoList() {
    for (String text : List.of("{\"a\":[]}", "<a><b/></a>", "apiRequestLogs", "")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(new RequestLogListReader().recognises(bytes, bytes.length, FormatOptions.NONE))
          .isFalse();
    }
  }
}
