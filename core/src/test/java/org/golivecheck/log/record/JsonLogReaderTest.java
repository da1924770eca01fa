package org.golivecheck.log.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
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

class JsonLogReaderTest {
  private static final String URL = "https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes";
  private static final String CALL =
      "{\"time\":\"2026-11-23T09:00:00Z\",\"method\":\"GET\",\"url\":\""
          + URL
          + "\",\"status\":200}";

  @Test
  void callsOfLogbookAreRead() {
    ReadLog log = ReadLog.fixture("logbook-3.12.2_lbjson.log");

    assertThat(log.format()).isEqualTo("ndjson");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:06:41.356Z POST demo.docusign.net /envelopes 400"
                + " INVALID_EMAIL_ADDRESS_FOR_RECIPIENT 263ms"
                + " 1c6d165c-c42c-4793-92ab-0765e7e9ee91",
            "2026-11-23T21:06:41.402Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200 2ms"
                + " 99a14725-1876-4ebd-a313-a595a5ffcbe3");
    assertThat(log.calls().get(1).limits().hourlyRemaining()).isEqualTo(2984);
  }

  @Test
  void callsOfNginxAreRead() {
    ReadLog log = ReadLog.fixture("nginx-1.26_egress-json.ndjson");

    assertThat(log.format()).isEqualTo("ndjson");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .hasSize(6)
        .startsWith(
            "2026-11-23T21:10:20Z POST demo.docusign.net /envelopes 400 null 4ms"
                + " cf770d1d-c11e-4d16-9cca-702694d66383",
            "2026-11-23T21:10:20Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200 1ms"
                + " 1f5e7988-cb06-47ec-ab4e-f573f6de097a",
            "2026-11-23T21:10:20Z GET demo.docusign.net /envelopes 404 null 2ms"
                + " c9e328bc-b174-4b0a-b22c-c92f97b533f8");
    assertThat(log.calls().get(0).client().userAgent())
        .isEqualTo("Swagger-Codegen/v2.1/6.0.0/Java/17.0.21");
    assertThat(log.calls().get(0).client().sdk()).isEqualTo("Java");
    assertThat(log.calls().get(2).url().query())
        .isEqualTo("from_date=2026-01-01T00:00:00Z&user_name=o%27neil&order=desc");
  }

  @Test
  void recordsOfTheJavaSdkAreReadInsideTheMessagesOfLogstash() {
    ReadLog log = ReadLog.fixture("docusign-java-sdk-6.0.0_jersey-via-logstash-encoder.ndjson");

    assertThat(log.format()).isEqualTo("ndjson");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .hasSize(5)
        .startsWith(
            "2026-11-23T21:02:50.394198464Z POST demo.docusign.net /envelopes 201 14ms"
                + " 4386d489-f7a7-48d9-a4f9-58b7110ebeed",
            "2026-11-23T21:02:50.482077524Z POST demo.docusign.net /envelopes 400"
                + " INVALID_EMAIL_ADDRESS_FOR_RECIPIENT 43ms 2535e5df-5a9b-4cfb-ad32-9ef7a0caee62");
  }

  @Test
  void recordsOfTheJavaSdkAreReadInsideTheMessagesOfEcs() {
    ReadLog log = ReadLog.fixture("docusign-java-sdk-6.0.0_jersey-via-ecs-encoder.ndjson");

    assertThat(log.format()).isEqualTo("ndjson");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:16:51.778Z POST demo.docusign.net /envelopes 201 16ms"
                + " bdd241c2-ab84-4ab9-b174-02cdfa74040f",
            "2026-11-23T21:16:51.874Z POST demo.docusign.net /envelopes 400"
                + " INVALID_EMAIL_ADDRESS_FOR_RECIPIENT 48ms 91ed7d88-6548-4d5d-999e-ca4dfe6a0a33",
            "2026-11-23T21:16:51.925Z GET demo.docusign.net /envelopes/missing-0000 404"
                + " ENVELOPE_DOES_NOT_EXIST 46ms 1b3ad06d-4fe7-4bc3-8376-a0c6542d752c",
            "2026-11-23T21:16:51.973Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200 46ms"
                + " 7c2a17df-abfc-47d9-ae5e-8ce9b04b6601",
            "2026-11-23T21:16:52.390Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee/documents/1 200 50ms"
                + " ae07eec0-76f3-48fe-8943-f75dc76e40af");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'time':'2026-11-23T09:00:00Z','req':{'method':'GET','url':'#'},'res':{'statusCode':200}}",
        "{'ts':1795424400,'http.method':'get','http.url':'#','http.status_code':'200'}",
        "{'ts':1795424400000.0,'verb':'GET','endpoint':'#','code':0,'status_code':200}",
        "{'@t':'2026-11-23 10:00:00 +0100','Method':'GET','RequestUri':'#','StatusCode':200.0}",
        "{'jsonPayload':{'requestMethod':'GET','requestUrl':'#','status':200},'timestamp':"
            + "'2026-11-23T09:00:00Z'}",
        "{'time_local':'23/Nov/2026:09:00:00 +0000','request':'GET # HTTP/1.1','status':'200 OK'}",
        "{'log':'{\\'time\\':\\'2026-11-23T09:00:00Z\\',\\'method\\':\\'GET\\',\\'url\\':\\'#\\',"
            + "\\'status\\':200}\\n','stream':'stdout','time':'2026-11-23T09:00:01Z'}",
        "{'RequestMethod':'GET','RequestHost':'demo.docusign.net','RequestPath':'/restapi/v2.1/x',"
            + "'DownstreamStatus':200,'OriginDuration':9000,'time':'2026-11-23T09:00:00Z'}",
        "{'start_time':'2026-11-23T09:00:00Z','method':'GET','path':'/restapi/v2.1/x',"
            + "'authority':'demo.docusign.net','response_code':200,'response_flags':'-'}",
        "{'http_interactions':[{'request':{'method':'get','uri':'#','body':{'string':''}},"
            + "'response':{'status':{'code':200,'message':'OK'}},"
            + "'recorded_at':'Mon, 23 Nov 2026 09:00:00 GMT'}],'recorded_with':'VCR 6.2.0'}",
        "{'timestamp':'2026-11-23T09:00:00Z','itemType':'dependency','name':'GET /restapi/v2.1/x',"
            + "'data':'#','resultCode':'200','duration':187.3}",
        "{'time':'2026-11-23T09:00:00Z','level':'info','job':{'status':'done','url':'/jobs/7'},"
            + "'status':'ok','failure':{'config':{'method':'get','url':'#'},'status':200}}",
        "{'time':'2026-11-23T09:00:00Z','meta':{'e':{'response':{'req':{'method':'GET','url':'#'},"
            + "'statusCode':200}}}}",
        "{'time':'2026-11-23T09:00:00Z','exception.config.method':'get','exception.config.url':'#',"
            + "'exception.response.status':200}",
        "{'time':'2026-11-23T09:00:00Z','error':{'request':{'method':'GET','host':"
            + "'demo.docusign.net','path':'/restapi/v2.1/x'},'response':{'statusCode':200}}}",
      })
  void namesOfManyToolsAreKnown(String record) {
    ApiCall call = ReadLog.text(record.replace('\'', '"').replace("#", URL)).call();

    assertThat(call.timestamp()).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(call.method()).isEqualTo("GET");
    assertThat(call.url().host()).isEqualTo("demo.docusign.net");
    assertThat(call.status()).isEqualTo(200);
  }

  @Test
  void theBodyInACassetteOfVcrIsThatOfTheResponse() {
    String record =
        "{'http_interactions':[{'request':{'method':'get','uri':'#'},'response':{'status':{'code':"
            + "401},'body':{'encoding':'UTF-8','string':'{\\\"errorCode\\\":\\\"A_CODE\\\"}'}},"
            + "'recorded_at':'Mon, 23 Nov 2026 09:00:00 GMT'}],'recorded_with':'VCR 6.2.0'}";

    ApiCall call = ReadLog.text(record.replace('\'', '"').replace("#", URL)).call();

    assertThat(call.error().code()).isEqualTo("A_CODE");
  }

  @Test
  void theErrorsOfNodesHttpClientsAreCallsWithAllThatTheyHave() {
    ReadLog log = ReadLog.fixture("node-sdk-errors.ndjson");

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.input().skipped()).isEqualTo(1);
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T10:00:00.125Z GET demo.docusign.net"
                + " /envelopes/4be0a7f2-1c35-4d8e-b6a9-02f7d1c8e5a3 404 ENVELOPE_DOES_NOT_EXIST"
                + " 7f0f3c52-6f0b-4d0c-9d39-0d2a1b7c9e01",
            "2026-11-23T10:20:00.300Z POST demo.docusign.net /envelopes 400"
                + " INVALID_EMAIL_ADDRESS_FOR_RECIPIENT 7f0f3c52-6f0b-4d0c-9d39-0d2a1b7c9e02",
            "2026-11-23T10:40:00Z GET demo.docusign.net /users 401 null");
    assertThat(log.calls().get(0).limits().hourlyRemaining()).isEqualTo(2871);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'took':3,'hits':{'total':{'value':1},'hits':[{'_index':'a','_source':{'@timestamp':'T',"
            + "'http':{'request':{'method':'GET'},'response':{'status_code':200}},'url':{'full':"
            + "'#'}}}]}}",
        "{'events':[{'logStreamName':'web','timestamp':1795424400000,'message':'ACCESS'}],"
            + "'searchedLogStreams':[]}",
        "{'messageType':'DATA_MESSAGE','logEvents':[{'id':'1','timestamp':1795424400000,'message':"
            + "'{\\'log\\':\\'{^method^:^GET^,^url^:^#^,^status^:200}\\'}'}]}",
        "{'preview':false,'offset':0,'result':{'_time':'T','_raw':'HTTPX'}}",
        "{'init_offset':0,'results':[{'_time':'T','_raw':'HTTPX'}]}",
        "{'logs':[{'id':'1','content':{'timestamp':'T','service':'shop','message':'called',"
            + "'attributes':{'http':{'method':'GET','url':'#','status_code':200}}}}]}",
        "{'data':[{'type':'log','attributes':{'timestamp':'T','status':'info','message':'called',"
            + "'attributes':{'http':{'method':'GET','url':'#','status_code':200}}}}]}",
      })
  void theExportsOfLogStoresAreReadAsTheLogsInThem(String export) {
    String access = "10.0.0.1 - - [23/Nov/2026:09:00:00 +0000] \\'GET # HTTP/1.1\\' 200 17";
    String httpx = "HTTP Request: GET # \\'HTTP/1.1 200 OK\\'";
    String log =
        export
            .replace("ACCESS", access)
            .replace("HTTPX", httpx)
            .replace("^", "\\\\\\'")
            .replace('\'', '"')
            .replace("#", URL)
            .replace("\"T\"", "\"2026-11-23T09:00:00Z\"");

    for (String spelling : List.of(log, log.replace("},{", "},\n{").replace("[{", "[\n  {"))) {
      ApiCall call = ReadLog.text(spelling).call();

      assertThat(call.timestamp()).isEqualTo("2026-11-23T09:00:00Z");
      assertThat(call.method()).isEqualTo("GET");
      assertThat(call.url().host()).isEqualTo("demo.docusign.net");
      assertThat(call.status()).isEqualTo(200);
    }
  }

  @Test
  void theSessionsOfCharlesHaveHeadersAndBodies() {
    ReadLog log = ReadLog.fixture("charles-session.chlsj");

    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T10:00:00.291Z POST demo.docusign.net /envelopes 201 191ms"
                + " 5c2b8f10-95aa-4d0f-8c47-9e0d8a6f3d00",
            "2026-11-23T10:01:00.291Z GET demo.docusign.net"
                + " /envelopes/4be0a7f2-1c35-4d8e-b6a9-02f7d1c8e5a3 404 ENVELOPE_DOES_NOT_EXIST"
                + " 191ms 5c2b8f10-95aa-4d0f-8c47-9e0d8a6f3d01");
    assertThat(log.calls().get(0).client().userAgent()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'op':'GET','link':'#','code2':201|has no method and no status|--map method=NAME --map",
        "'verb':'GET','link':'#','result':'201'|has no url and no status|--map url=NAME",
        "'msg':'called GET #/{id} and got 201'|neither as an HTTP client|debug log"
      })
  void callsThatWerePassedOverAreToldWithWhatTheyLack(String members, String lack, String advice) {
    String record =
        ("{'time':'2026-11-23T09:00:00Z','level':'info'," + members + "}")
            .replace('\'', '"')
            .replace("#", lack.contains("no url") ? "x/restapi/v2.1/accounts/1" : URL)
            .replace("link", lack.contains("no url") ? "link" : "url");
    ReadLog log =
        ReadLog.text("{\"time\":\"2026-11-23T09:00:00Z\",\"msg\":\"started\"}", record, record);

    assertThat(log.calls()).isEmpty();
    assertThat(log.problem().message()).contains(lack, advice);
    assertThat(log.problem().line()).isEqualTo(2);
    assertThat(log.summary().incomplete()).isTrue();
  }

  @Test
  void aRecordWithMethodAndStatusButWithoutUrlIsAProblem() {
    String record = "{\"time\":\"2026-11-23T09:00:00Z\",\"method\":\"GET\",\"status\":200";
    ReadLog log =
        ReadLog.text(
            record + ",\"url\":\"" + URL + "\"}", record + "}", "{\"time\":1,\"status\":200}");

    assertThat(log.calls()).hasSize(1);
    assertThat(log.problem().message()).startsWith("The record has no url");
    assertThat(log.problem().line()).isEqualTo(2);
    assertThat(log.input().skipped()).isEqualTo(1);
    assertThat(log.summary().incomplete()).isFalse();
  }

  @Test
  void anExportThatIsCutIsIncomplete() {
    ReadLog log =
        ReadLog.text(
            "{\"took\":3,\"hits\":{\"hits\":[",
            "{\"_source\":{\"time\":\"2026-11-23T09:00:00Z\",\"method\":\"GET\",\"url\":\""
                + URL
                + "\",\"status\":200}},");

    assertThat(log.calls()).hasSize(1);
    assertThat(log.summary().incomplete()).isTrue();
  }

  @Test
  void theUserSaysWhereAFieldIs() {
    FormatOptions options =
        new FormatOptions(
            null,
            null,
            Map.of(
                "timestamp", "when.ended",
                "url", "target",
                "status", "outcome.code",
                "trace-token", "meta.ds",
                "duration", "took_us"),
            null);

    ApiCall call =
        ReadLog.text(
                options,
                "{\"when\":{\"began\":\"x\",\"ended\":\"2026-11-23T09:00:00Z\"},\"method\":\"GET\","
                    + "\"target\":\""
                    + URL
                    + "\",\"outcome\":{\"code\":404},\"meta\":{\"ds\":\"t-1\"},"
                    + "\"took_us\":1500,\"status\":\"done\"}")
            .call();

    assertThat(call.timestamp()).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(call.status()).isEqualTo(404);
    assertThat(call.traceToken()).isEqualTo("t-1");
    assertThat(call.duration()).isEqualTo(Duration.ofNanos(1_500_000));
  }

  @Test
  void anArrayAndPrintedObjectsAreReadAsLinesAre() {
    String printed = CALL.replace(",", ",\n  ").replace("{", "{\n  ").replace("}", "\n}");

    assertThat(ReadLog.text("[" + CALL + ",", CALL + "]").calls()).hasSize(2);
    assertThat(ReadLog.text("[", printed + ",", printed, "]").calls()).hasSize(2);
    assertThat(ReadLog.text(printed, printed).lines()).isEqualTo(ReadLog.text(CALL, CALL).lines());
  }

  @Test
  void otherLinesOfAnApplicationAreNoProblem() {
    ReadLog log =
        ReadLog.text(
            "{\"@timestamp\":\"2026-11-23T09:00:00Z\",\"message\":\"started\",\"level\":\"INFO\"}",
            "\tat com.example.isv.Main.main(Main.java:1)",
            CALL,
            "",
            "created {5}");

    assertThat(log.call().status()).isEqualTo(200);
    assertThat(log.input().skipped()).isEqualTo(3);
  }

  @Test
  void aBrokenLineIsAProblemAndTheOthersCount() {
    ReadLog log = ReadLog.text(CALL, CALL.substring(0, 60), CALL);

    assertThat(log.calls()).hasSize(2);
    LogProblem problem = log.problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.BAD_RECORD);
    assertThat(problem.source()).isEqualTo("log");
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.offset()).isEqualTo(CALL.length() + 1L);
    assertThat(problem.message()).isEqualTo("The record is not JSON: it ends too early.");
  }

  @Test
  void anArrayThatIsCutKeepsWhatWasBefore() {
    ReadLog log = ReadLog.text("[" + CALL + ",", CALL.substring(0, 60));

    assertThat(log.calls()).hasSize(1);
    assertThat(log.problem().line()).isEqualTo(2);
    assertThat(log.problem().message()).contains("ends in the middle of this record");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'status':200 > 'status':200,'ratio':NaN",
        "'status':200 > 'status':200,'name':'tab\there'",
        "'status':200 > 'status':200,'name':'line\nbreak'",
        "'status':200 > 'status':200,",
        "'status':200 > 'status':200,'tags':[1,2,]",
        "'status': > 'sta\\u0074us':",
      })
  void oneLeniencyHoldsForAllJson(String change) {
    String[] parts = change.replace('\'', '"').split(" > ", -1);
    String record = CALL.replace(parts[0], parts[1]);

    ReadLog log = ReadLog.text(CALL, record, CALL);

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#\n$\n#",
        "#\n$",
        "$\n#\n#",
        "[\n#,\n$,\n#\n]",
        "[#,$,#]",
        "[ # , $ , # ]",
        "# $ #",
        "[\n  @,\n  $,\n  @\n]",
        "@\n$\n@",
        "text before\n@\n$\ntext between\n@\ntext after",
      })
  void theRecordsAfterABrokenOneAreRead(String shape) {
    String printed = CALL.replace(",", ",\n    ").replace("{", "{\n    ").replace("}", "\n  }");
    String log = shape.replace("#", CALL).replace("@", printed);
    int sound = shape.replaceAll("[^#@]", "").length();
    String[] broken = {CALL.replace("200", "200x"), CALL.replace("\"GET\",", "\"GET\" ")};

    for (String record : broken) {
      ReadLog read =
          ReadLog.text("{\"@timestamp\":\"x\",\"message\":\"y\"}\n" + log.replace("$", record));
      assertThat(read.calls()).as(record).hasSize(sound);
      assertThat(read.problem().message())
          .startsWith("The record is not JSON: unexpected text at column ");
    }
  }

  @Test
  void aRecordThatIsCutAnywhereCostsNoOther() {
    for (int length = 1; length < CALL.length(); length++) {
      ReadLog log = ReadLog.text(CALL, CALL.substring(0, length), CALL, "text", CALL);

      assertThat(log.calls()).as(CALL.substring(0, length)).hasSize(3);
      assertThat(log.problem().line()).isEqualTo(2);
      assertThat(log.problem().message()).isEqualTo("The record is not JSON: it ends too early.");
    }
  }

  @Test
  void aMissingQuoteOrBracketInAPrintedArrayCostsOneRecord() {
    String printed = CALL.replace(",", ",\n    ").replace("{", "  {\n    ").replace("}", "\n  }");
    String quote = printed.replace("\"GET\"", "\"GET");
    String bracket = printed.replace("\n  }", "");

    for (String broken : List.of(quote, bracket)) {
      ReadLog log = ReadLog.text("[", printed + ",", broken + ",", printed, "]");
      assertThat(log.calls()).as(broken).hasSize(2);
      assertThat(log.problem().line()).isEqualTo(8);
    }
  }

  @Test
  void recordsInOneLineAreReadOneByOneHoweverLongTheLineIs() {
    String array = "[" + (CALL + ",").repeat(200) + CALL + "]";
    byte[] bytes = (array + "\n" + CALL + CALL).getBytes(StandardCharsets.UTF_8);
    ReadLog log = ReadLog.of(bytes, FormatOptions.NONE, ReadLimits.DEFAULT.with("line-bytes", 100));

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls()).hasSize(203);
    assertThat(log.input().skipped()).isZero();
  }

  @Test
  void aRecordOfSeveralLinesIsReadAfterAForeignLine() {
    String printed = CALL.replace(",", ",\n\n  ").replace("{", "{\n  ").replace("}", "\n}");

    ReadLog log = ReadLog.text(CALL, "a foreign line", printed, "another", printed, printed, "end");

    assertThat(log.calls()).hasSize(4);
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.input().skipped()).isEqualTo(3);
    assertThat(log.calls()).extracting(ApiCall::source).contains("log:3", "log:13", "log:22");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'status':200 | 'status':'ok' | The status 'ok' is not an HTTP status of three digits",
        "'status':200 | 'level':30 | The record has no status",
        "'method':'GET', | '' | The record has no method",
        "'method':'GET', | 'method':'FETCH', | The method 'FETCH' is not an HTTP method",
        "2026-11-23T09:00:00Z | noon | The timestamp 'noon' is not a time that can be read",
      })
  void aCallThatLacksAPartIsAProblemWithAdvice(String part, String instead, String message) {
    String broken = CALL.replace(part.replace('\'', '"'), instead.replace('\'', '"'));
    ReadLog log = ReadLog.text(CALL, broken);

    assertThat(log.calls()).hasSize(1);
    assertThat(log.problem().message()).startsWith(message).contains("is left out").endsWith(".");
    assertThat(log.problem().line()).isEqualTo(2);
  }

  @Test
  void timesWithoutAZoneNeedOne() {
    String local = CALL.replace("09:00:00Z", "09:00:00");

    assertThat(ReadLog.text(local, local).problem().message())
        .isEqualTo(
            "2 calls are left out: their times name no time zone. Say which one it is, such as"
                + " --zone Europe/Berlin or --zone UTC.");
    FormatOptions zone = new FormatOptions(null, ZoneId.of("Europe/Berlin"), Map.of(), null);
    assertThat(ReadLog.text(zone, local).call().timestamp()).isEqualTo("2026-11-23T08:00:00Z");
  }

  @Test
  void aDateThatMayBeTwoIsRefused() {
    FormatOptions utc = new FormatOptions(null, ZoneId.of("UTC"), Map.of(), null);
    ReadLog log = ReadLog.text(utc, CALL.replace("2026-11-23T09:00:00Z", "03/04/2026 09:00:00"));

    assertThat(log.calls()).isEmpty();
    assertThat(log.problem().message()).contains("may be of March or of April");
  }

  @Test
  void aLogWithoutTimesGivesTheOrderAlone() {
    String timeless = CALL.replace("\"time\":\"2026-11-23T09:00:00Z\",", "");
    ReadLog log = ReadLog.text(timeless, timeless);

    assertThat(log.calls()).extracting(ApiCall::gaps).allMatch(gaps -> gaps.contains(Gap.TIME));
    assertThat(log.calls()).extracting(ApiCall::timestamp).containsOnly(Instant.EPOCH);
    assertThat(log.calls()).extracting(ApiCall::source).containsExactly("log:1", "log:2");
  }

  @Test
  void aCallWithoutATimeStandsAfterTheOneBeforeIt() {
    String timeless = CALL.replace("\"time\":\"2026-11-23T09:00:00Z\",", "");
    ReadLog log = ReadLog.text(timeless, CALL, timeless);

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls())
        .extracting(ApiCall::timestamp)
        .containsExactly(
            Instant.EPOCH,
            Instant.parse("2026-11-23T09:00:00Z"),
            Instant.parse("2026-11-23T09:00:00Z"));
    assertThat(log.calls().get(2).gaps()).containsExactly(Gap.TIME);
  }

  @Test
  void theDateOfTheResponseIsTheTimeOfARecordWithoutOne() {
    ReadLog log =
        ReadLog.text(
            "{\"method\":\"GET\",\"url\":\""
                + URL
                + "\",\"status\":200,\"response\":{\"headers\":{\"Date\":\"Mon, 23 Nov 2026"
                + " 10:00:00 GMT\"}}}");

    assertThat(log.call().timestamp()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
    assertThat(log.call().gaps()).isEmpty();
  }

  @Test
  void aRequestWithoutAnAnswerIsCountedAndNoProblem() {
    String request =
        "{\"type\":\"request\",\"correlation\":\"1\",\"method\":\"GET\",\"uri\":\"" + URL + "\"}";
    String answer = "{\"type\":\"response\",\"correlation\":\"2\",\"status\":200}";
    ReadLog log = ReadLog.text(request, answer);

    assertThat(log.calls()).isEmpty();
    assertThat(log.summary().problems())
        .extracting(row -> row.problem().message())
        .containsExactlyInAnyOrder(
            "The response has no request before it in the log; the call is left out.");
    assertThat(log.summary().unanswered()).hasSize(1);
  }

  @Test
  void aLineBeyondTheLimitIsLeftOutAndNamesTheOption() {
    String padded = CALL.replace("{", "{\"padding\":\"" + "x".repeat(2_000) + "\",");
    byte[] bytes = (CALL + "\n" + padded + "\n" + CALL).getBytes(StandardCharsets.UTF_8);
    ReadLimits limits = ReadLimits.DEFAULT.with("line-bytes", 100);
    ReadLog log = ReadLog.of(bytes, FormatOptions.NONE, limits);

    assertThat(log.calls()).hasSize(2);
    assertThat(log.problem().line()).isEqualTo(2);
    assertThat(log.problem().message())
        .isEqualTo(
            "The record is longer than 1600 bytes; it is left out. Raise the limit with --limit"
                + " line-bytes=200.");
  }

  @Test
  void nestingBeyondTheLimitIsAProblem() {
    String deep = CALL.replace("{", "{\"body\":" + "[".repeat(40) + "]".repeat(40) + ",");
    byte[] bytes = (CALL + "\n" + deep).getBytes(StandardCharsets.UTF_8);
    ReadLog log = ReadLog.of(bytes, FormatOptions.NONE, ReadLimits.DEFAULT.with("depth", 20));

    assertThat(log.calls()).hasSize(1);
    assertThat(log.problem().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[1,2]",
        "{\"a\":1}",
        "{\"status\":200,\"name\":\"x\"}",
        "{\"envelopes\":[{\"status\":\"sent\"}]}",
        "{",
        "text {\"a\":1}"
      })
  void otherJsonIsNoLog(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(
            new JsonLogReader(AnyClient::new).recognises(bytes, bytes.length, FormatOptions.NONE))
        .isFalse();
  }
}
