package org.golivecheck.log.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.golivecheck.log.client.AnyClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLogReaderTest {
  private static final String URL = "https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes";
  private static final String HEADER = "timestamp,method,url,status";
  private static final String ROW = "2026-11-23T09:00:00Z,GET," + URL + ",200";

  private static final String BODY =
      "{\"errorCode\":\"USER_LACKS_PERMISSIONS\",\"message\":\"This User lacks sufficient"
          + " permissions.\"}";

  @Test
  void aTableOfCallsIsRead() {
    ReadLog log =
        ReadLog.text(
            "Time;HTTP Method;Request URL;Status Code;Error Code;Error Message;Trace Token;"
                + "Latency;Account ID;User ID;Integrator Key;User-Agent",
            "23.11.2026 09:00:00,5 +0000;post;"
                + URL
                + ";400;INVALID_USER;\"so; \"\"said\"\" a\r\nfriend\";t-1;12,5;acc;usr;key;\"A/1\"",
            "");

    assertThat(log.format()).isEqualTo("csv");
    ApiCall call = log.call();
    assertThat(call.timestamp()).isEqualTo("2026-11-23T09:00:00.5Z");
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.status()).isEqualTo(400);
    assertThat(call.error().code()).isEqualTo("INVALID_USER");
    assertThat(call.error().message()).isEqualTo("so; \"said\" a\r\nfriend");
    assertThat(call.traceToken()).isEqualTo("t-1");
    assertThat(call.duration()).isEqualTo(Duration.ofNanos(12_500_000));
    assertThat(call.identity().account()).isEqualTo("acc");
    assertThat(call.identity().user()).isEqualTo("usr");
    assertThat(call.identity().integrationKey()).isEqualTo("key");
    assertThat(call.client().userAgent()).isEqualTo("A/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void delimitersAreTold(String delimiter) {
    String table = HEADER + "\n" + ROW;

    assertThat(ReadLog.text(table.replace(",", delimiter)).call().url().host())
        .isEqualTo("demo.docusign.net");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\""})
  void quotesAreTold(String quote) {
    String table = (HEADER + "\n" + ROW).replaceAll("([^,\n]+)", quote + "$1" + quote);

    assertThat(ReadLog.text(table).call().status()).isEqualTo(200);
    assertThat(ReadLog.text(table.replace(",", " , ")).call().status()).isEqualTo(200);
  }

  @Test
  void whatComesBeforeTheFirstRowIsPassedOver() {
    assertThat(ReadLog.text("sep=,", "", HEADER, "", ROW).call().source()).isEqualTo("log:5");
    assertThat(ReadLog.text("\uFEFF" + HEADER, ROW).call().source()).isEqualTo("log:2");
  }

  @Test
  void columnsAreMapped() {
    FormatOptions options =
        new FormatOptions(null, null, Map.of("status", "outcome", "timestamp", "ended at"), null);

    ApiCall call =
        ReadLog.text(
                options,
                "status,Ended-At,timestamp,method,url,outcome",
                "done,2026-11-23T09:00:00Z,never,GET," + URL + ",404")
            .call();

    assertThat(call.status()).isEqualTo(404);
    assertThat(call.timestamp()).isEqualTo("2026-11-23T09:00:00Z");
  }

  @Test
  void aTableWithoutNamesIsReadByNumbers() {
    FormatOptions options =
        new FormatOptions(
            null, null, Map.of("timestamp", "1", "method", "2", "url", "3", "status", "4"), null);

    assertThat(ReadLog.text(options, ROW).call().status()).isEqualTo(200);
  }

  @Test
  void aDateAndATimeOfDayAreOneTime() {
    FormatOptions utc = new FormatOptions(null, ZoneId.of("UTC"), Map.of(), null);

    assertThat(
            ReadLog.text(
                    utc, "date,time,method,url,status", "2026-11-23,09:00:00,GET," + URL + ",200")
                .call()
                .timestamp())
        .isEqualTo("2026-11-23T09:00:00Z");
  }

  @Test
  void lettersOfAnyAlphabetAreRead() {
    assertThat(
            ReadLog.text(
                    HEADER + ",error message", ROW.replace("200", "400,Gr\u00fc\u00dfe \u0131"))
                .call()
                .error()
                .message())
        .isEqualTo("Gr\u00fc\u00dfe \u0131");
  }

  @Test
  void apostrophesThatGuardSpreadsheetsAreTakenOff() {
    assertThat(ReadLog.text(HEADER + ",trace token", ROW + ",'-t2").call().traceToken())
        .isEqualTo("-t2");
    assertThat(ReadLog.text(HEADER + ",trace token", ROW + ",'t2").call().traceToken())
        .isEqualTo("'t2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | ok | The status 'ok' is not an HTTP status of three digits",
        "GET | '' | The record has no method",
        "2026-11-23T09:00:00Z | soon | The timestamp 'soon' is not a time that can be read"
      })
  void aRowThatLacksAPartIsAProblemWithLineAndOffset(String part, String instead, String message) {
    ReadLog log = ReadLog.text(HEADER, ROW, ROW.replace(part, instead), ROW);

    assertThat(log.calls()).hasSize(2);
    LogProblem problem = log.problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.BAD_RECORD);
    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.offset()).isEqualTo(HEADER.length() + 1L + ROW.length() + 1L);
    assertThat(problem.message()).startsWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-23T09", "2026-11-23T09:00:00Z,GET,/restapi/v2.1/x"})
  void aTableThatEndsInARowIsCut(String row) {
    LogProblem problem = ReadLog.text(HEADER, ROW, row).problem();

    assertThat(problem.incomplete()).isTrue();
    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.message()).startsWith("The log ends in the middle of this row");
  }

  @Test
  void aSentenceAfterATableIsForeign() {
    assertThat(ReadLog.text(HEADER, ROW, "1 row exported").summary().problems()).isEmpty();
  }

  @Test
  void rowsAboutOtherThingsAreNoProblem() {
    ReadLog log =
        ReadLog.text(HEADER, "2026-11-23T09:00:00Z,,,", ",,,", ROW, "2026-11-23T09:00:00Z", "");

    assertThat(log.call().source()).isEqualTo("log:4");
    assertThat(log.input().skipped()).isEqualTo(2);
  }

  @Test
  void timesWithoutAZoneNeedOneAndDatesThatMayBeTwoAreRefused() {
    assertThat(ReadLog.text(HEADER, ROW.replace("Z", "")).problem().message())
        .contains("--zone Europe/Berlin");
    assertThat(
            ReadLog.text(HEADER, ROW.replace("2026-11-23T09:00:00Z", "3/4/2026 09:00"))
                .problem()
                .message())
        .contains("may be of March or of April");
  }

  @Test
  void aQuoteThatNobodyClosesCostsNoMoreThanTheLimit() {
    StringBuilder table = new StringBuilder(HEADER + "\n" + ROW + "\n\"2026");
    for (int i = 0; i < 400; i++) {
      table.append(ROW).append('\n');
    }
    byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
    ReadLog log = ReadLog.of(bytes, FormatOptions.NONE, ReadLimits.DEFAULT.with("line-bytes", 100));

    assertThat(log.calls()).hasSizeGreaterThan(300);
    assertThat(log.calls()).extracting(ApiCall::source).contains("log:2");
    assertThat(log.problem().line()).isEqualTo(3);
    assertThat(log.problem().message())
        .isEqualTo(
            "The row is longer than 1600 bytes, or a quote in it is not closed; it is left out."
                + " Close the quote, or raise the limit with --limit line-bytes=200.");
    assertThat(log.calls().get(log.calls().size() - 1).source()).isEqualTo("log:402");
  }

  @Test
  void valuesThatGoOnBehindTheirQuotesAreKept() {
    ReadLog log = ReadLog.text(HEADER, ROW.replace("GET", "\"GE\"T"), ROW);

    assertThat(log.lines()).hasSize(2).allMatch(log.lines().get(1)::equals);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b,c",
        "method,path,description",
        "name;status;time",
        "{\"method\":1,\"url\":2,\"status\":3}",
        "one two three",
        "timestamp method url status"
      })
  void otherTextIsNoTableOfCalls(String text) {
    byte[] bytes = (text + "\nx").getBytes(StandardCharsets.UTF_8);

    assertThat(
            new CsvLogReader(AnyClient::new, (head, length) -> false)
                .recognises(bytes, bytes.length, FormatOptions.NONE))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Error calling GetEnvelope: %s",
        "DocuSign.eSign.Client.ApiException: Error calling GetEnvelope: %s",
        "com.docusign.esign.client.ApiException: Error while requesting server, received a non"
            + " successful HTTP code 400 with response Body: '%s'"
      })
  void theMessageOfACallMayBeTheTextOfAnSdk(String text) {
    String quoted = text.formatted(BODY).replace("\"", "\"\"");

    for (String code : new String[] {"", "ApiException", "USER_LACKS_PERMISSIONS"}) {
      ApiError error =
          ReadLog.text(
                  HEADER + ",error_code,message",
                  "2026-11-23T09:00:00Z,GET," + URL + ",400," + code + ",\"" + quoted + "\"")
              .call()
              .error();
      assertThat(error.code()).isEqualTo("USER_LACKS_PERMISSIONS");
      assertThat(error.message()).isEqualTo("This User lacks sufficient permissions.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timestamp,message",
        "@timestamp,@message",
        "_time,_raw",
        "Date,Message",
        "Timestamp,Status,Message"
      })
  void theTextsOfALogStoreMayBeExceptions(String header) {
    String level = header.contains("Status") ? "error," : "";
    String csharp = "DocuSign.eSign.Client.ApiException: Error calling GetEnvelope: " + BODY;
    ReadLog log =
        ReadLog.text(
            header,
            "2026-11-23T09:00:00Z," + level + "Sending",
            "2026-11-23T09:00:01Z," + level + "\"" + csharp.replace("\"", "\"\"") + "\"",
            "2026-11-23T09:00:02Z,"
                + level
                + "\"failed\nDocuSign_eSign::ApiError: Not Found\n at x\"",
            "2026-11-23T09:00:03Z," + level + "Done");

    assertThat(log.format()).isEqualTo("csv");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls())
        .extracting(call -> call.timestamp() + " " + call.status() + " " + call.error().message())
        .containsExactly(
            "2026-11-23T09:00:01Z 400 This User lacks sufficient permissions.",
            "2026-11-23T09:00:02Z 404 Not Found");
  }

  @Test
  void theTextsOfALogStoreMayBeWhatAnyLogHas() {
    String url = "https://demo.docusign.net/restapi/v2.1/accounts/1/users";
    ReadLog log =
        ReadLog.text(
            "_time,_raw,host",
            "2026-11-23T09:00:00.100+0000,\"2026-11-23 10:00:00,090 DEBUG urllib3"
                + " https://demo.docusign.net:443 \"\"GET /restapi/v2.1/accounts/1/users"
                + " HTTP/1.1\"\" 200 5\",web1",
            "2026-11-23T09:00:01.000+0000,\"{\"\"method\"\":\"\"PUT\"\",\"\"url\"\":\"\""
                + url
                + "\"\",\"\"status\"\":400}\",web1",
            "2026-11-23T09:00:02.000+0000,\"10.0.0.1 - - [23/Nov/2026:09:00:02 +0000] \"\"GET "
                + url
                + " HTTP/1.1\"\" 200 17\",web1");

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactlyInAnyOrder(
            "2026-11-23T09:00:00.100Z GET demo.docusign.net /users 200",
            "2026-11-23T09:00:01Z PUT demo.docusign.net /users 400 null",
            "2026-11-23T09:00:02Z GET demo.docusign.net /users 200");
  }

  @ParameterizedTest
  @CsvSource({"UTC, 2026-11-23T09:00:00.290Z", "+01:00, 2026-11-23T08:00:00.290Z"})
  void theTimesOfKibanaNeedAZoneAndThoseOfInsightsAreUtc(String zone, String time) {
    FormatOptions options = new FormatOptions(null, ZoneId.of(zone), Map.of(), null);
    String row = "GET,https://demo.docusign.net/restapi/v2.1/users,200";
    String kibana = "\"@timestamp\",method,url.full,http.response.status_code";
    String message = "\"2026 x \"\"GET /restapi/v2.1/users HTTP/1.1\"\" 200\"";
    String text = message.replace("x", "https://demo.docusign.net:443");

    assertThat(ReadLog.text(options, kibana, "\"Nov 23, 2026 @ 09:00:00.290\"," + row).call())
        .returns(Instant.parse(time), ApiCall::timestamp);
    assertThat(ReadLog.text("@timestamp,@message", "2026-11-23 09:00:00.290," + text).call())
        .returns(Instant.parse("2026-11-23T09:00:00.290Z"), ApiCall::timestamp);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iis_w3c.log", "app-insights_dependencies.csv"})
  void theTablesOfServersAndStoresAreInUtc(String file) {
    ReadLog log = ReadLog.fixture(file);

    assertThat(log.format()).isEqualTo("csv");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls())
        .extracting(
            call ->
                call.timestamp().truncatedTo(ChronoUnit.SECONDS)
                    + " "
                    + call.method()
                    + " "
                    + call.url().host()
                    + " "
                    + call.status()
                    + " "
                    + call.duration().toMillis())
        .containsExactly(
            "2026-11-23T10:00:00Z POST demo.docusign.net 201 187",
            "2026-11-23T10:01:00Z GET demo.docusign.net 404 187");
  }

  @Test
  void textsThatLookLikeCallsOfNoClientAreTold() {
    ReadLog log =
        ReadLog.text(
            "_time,_raw", "2026-11-23T09:00:00Z,done: PUT /restapi/v2.1/accounts/{id} gave 400");

    assertThat(log.format()).isEqualTo("csv");
    assertThat(log.problem().message()).contains("texts look like calls", "debug log");
    assertThat(log.summary().incomplete()).isTrue();
  }

  @Test
  void aTableOfOtherTextsIsNoTableOfCalls() {
    assertThat(ReadLog.text("timestamp,message", "2026-11-23T09:00:00Z,Hello").format())
        .isNotEqualTo("csv");
  }
}
