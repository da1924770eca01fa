package org.golivecheck.log.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.Unanswered;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarReaderTest {
  private static final String ENVELOPES =
      "https://demo.docusign.net/restapi/v2.1/accounts/11111111-2222-4333-8444-555555555555/envelopes";
  private static final String REQUEST = "{\"method\":\"GET\",\"url\":\"" + ENVELOPES + "\"}";
  private static final String START = "\"startedDateTime\":\"2026-11-23T21:08:05.291Z\",\"time\":9";

  /** An archive of entries, each written without its braces. */
  private static String har(String... entries) {
    return "{\"log\":{\"version\":\"1.2\",\"creator\":{},\"entries\":[{"
        + String.join("},{", entries)
        + "}]}}";
  }

  private static String ok(String response) {
    return START + ",\"request\":" + REQUEST + ",\"response\":{\"status\":200" + response + "}";
  }

  private static ReadLog limited(String text, String limit, long value) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ReadLog.of(bytes, FormatOptions.NONE, ReadLimits.DEFAULT.with(limit, value));
  }

  @Test
  void archiveOfBrowserMobIsReadAsAPersonReadsIt() {
    ReadLog log = ReadLog.fixture("browsermob-proxy-2.1.5.har");

    assertThat(log.format()).isEqualTo("har");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:08:05.714Z POST demo.docusign.net /envelopes 400"
                + " INVALID_EMAIL_ADDRESS_FOR_RECIPIENT 423ms"
                + " 709fd442-36f0-48b0-a905-a9268d15afac",
            "2026-11-23T21:08:05.417Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200 65ms"
                + " af34accc-41f1-4f49-85b5-74f21bc49e81",
            "2026-11-23T21:08:05.510Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee/documents/1 200 73ms"
                + " 6aecfd4d-fdd2-4ef9-a4fc-a21da40fce4a");
    ApiCall first = log.calls().get(0);
    assertThat(first.client().userAgent()).isEqualTo("curl/8.14.1");
    assertThat(first.requestBytes()).isEqualTo(38);
    assertThat(first.limits().hourlyRemaining()).isEqualTo(2984);
    assertThat(first.limits().burstLimit()).isEqualTo(200);
    assertThat(first.source()).isEqualTo("log!1");
    assertThat(log.calls().toString()).doesNotContain("SYNTHETIC");
  }

  @Test
  void textAfterAnArchiveIsForeign() {
    ReadLog log = ReadLog.text(har(ok(""), ok("")) + "\nDone in 3.1s.\n}\n");

    assertThat(log.calls()).hasSize(2);
    assertThat(log.summary().problems()).isEmpty();
  }

  @Test
  void anArchiveAfterForeignTextIsNotLostInSilence() {
    ReadLog log = ReadLog.text(har(ok("")) + "\nDone in 3.1s.\n" + har(ok("")));

    assertThat(log.problem().code()).isEqualTo(ProblemCode.TRUNCATED_ARCHIVE);
  }

  @Test
  void membersMayComeInAnyOrder() {
    String call = ReadLog.text(har(ok(""))).lines().get(0);
    String turned =
        "{\"log\":{\"entries\":[{\"response\":{\"status\":200},\"request\":"
            + REQUEST
            + ",\"time\":9,\"startedDateTime\":\"2026-11-23T21:08:05.291Z\"}],\"version\":\"1.2\"}}";

    assertThat(ReadLog.text(turned).lines()).containsExactly(call);
    assertThat(ReadLog.text("{\"comment\":[{}]," + har(ok("")).substring(1)).lines())
        .containsExactly(call);
  }

  @Test
  void errorInABodyInBase64IsFound() {
    String body = "{\"errorCode\":\"ENVELOPE_DOES_NOT_EXIST\",\"message\":\"No such envelope.\"}";
    String text = Base64.getMimeEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
    String content =
        ",\"content\":{\"encoding\":\"base64\",\"text\":\""
            + text.replace("\r\n", "\\r\\n")
            + "\",\"mimeType\":\"application/json\"}";

    ApiCall call = ReadLog.text(har(ok(content).replace(":200", ":404"))).call();

    assertThat(call.error()).isNotNull();
    assertThat(call.error().code()).isEqualTo("ENVELOPE_DOES_NOT_EXIST");
  }

  @Test
  void errorsOfSingleItemsInABodyAreFound() {
    String content =
        ",\"content\":{\"text\":\"{\\\"errorDetails\\\":{\\\"errorCode\\\":\\\"A_CODE\\\"}}\"}";

    assertThat(ReadLog.text(har(ok(content))).call().itemErrors())
        .extracting(ItemError::code)
        .containsExactly("A_CODE");
  }

  @Test
  void keyOfATokenIsThatOfItsCalls() {
    String key = "7c2b8d7e-83c3-4940-af5e-cda8a50dd73f";
    String signIn =
        START
            + ",\"request\":{\"method\":\"POST\",\"url\":\"https://account-d.docusign.com/oauth/token\","
            + "\"postData\":{\"params\":[{\"name\":\"client_id\",\"value\":\""
            + key
            + "\"}]}},\"response\":{\"status\":200,\"content\":{\"text\":"
            + "\"{\\\"access_token\\\":\\\"eyJ0eXAiOiJNVCJ9.AAAA.BBBB\\\"}\"}}";
    String authorized =
        START
            + ",\"request\":{\"headers\":[{\"name\":\"authorization\",\"value\":"
            + "\"Bearer eyJ0eXAiOiJNVCJ9.AAAA.BBBB\"}],\"method\":\"GET\",\"url\":\""
            + ENVELOPES
            + "\"},\"response\":{\"status\":200}";

    ReadLog log = ReadLog.text(har(signIn, authorized, ok("")));

    assertThat(log.calls())
        .extracting(call -> call.identity().integrationKey())
        .containsExactly(key, key, null);
    assertThat(log.calls().toString()).doesNotContain("AAAA");
  }

  @Test
  void durationOfFractionsOfMillisecondsIsKept() {
    String entry = ok("").replace("\"time\":9", "\"time\":431.26400000000001");

    ApiCall call = ReadLog.text(har(entry)).call();

    assertThat(call.duration()).isEqualTo(Duration.ofNanos(431_264_000));
    assertThat(call.timestamp()).isEqualTo(Instant.parse("2026-11-23T21:08:05.722264Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "null", "NaN", "\"9\"", "1e300", "{\"a\":[1]}"})
  void timeThatIsNoDurationIsUnknown(String time) {
    ApiCall call = ReadLog.text(har(ok("").replace("\"time\":9", "\"time\":" + time))).call();

    assertThat(call.duration()).isNull();
    assertThat(call.timestamp()).isEqualTo(Instant.parse("2026-11-23T21:08:05.291Z"));
  }

  @Test
  void whatNoServerSawIsPassedOver() {
    String cached = ok("") + ",\"_fromCache\":\"disk\"";
    String tunnel = ok("").replace("\"GET\"", "\"CONNECT\"");
    String image = ok("").replace(ENVELOPES, "data:image/png;base64,AAAA");
    String socket = ok("").replace("https:", "wss:");

    ReadLog log = ReadLog.text(har(cached, tunnel, image, socket, ok("")));

    assertThat(log.call().source()).isEqualTo("log!5");
    assertThat(log.input().skipped()).isEqualTo(4);
  }

  @Test
  void entryWithoutResponseIsCountedByItsCause() {
    String failed =
        ok("")
            .replace("\"status\":200", "\"status\":0,\"_error\":\"net::ERR_CONNECTION_TIMED_OUT\"");

    ReadLog log = ReadLog.text(har(ok(""), failed, START + ",\"request\":" + REQUEST));

    assertThat(log.calls()).hasSize(1);
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.summary().unanswered())
        .extracting(Unanswered::cause, Unanswered::source)
        .containsExactly(tuple("time-out", "log!2"), tuple("unknown", "log!3"));
  }

  @Test
  void entryThatLacksWhatEveryCallHasIsAProblemAndTheOthersCount() {
    Map<String, String> defects =
        Map.of(
            ok("").replace(":200", ":20"),
            "unreadable status '20'",
            ok("").replace("\"method\":\"GET\",", ""),
            "no method",
            ok("").replace("\"GET\"", "\"G T\""),
            "unreadable method 'G T'",
            ok("").replace("url", "uri"),
            "no URL",
            ok("").replace("startedDateTime", "started"),
            "no startedDateTime",
            ok("").replace("2026-11-23T", "yesterday "),
            "unreadable startedDateTime");

    defects.forEach(
        (entry, defect) -> {
          ReadLog log = ReadLog.text(har(ok(""), entry, ok("")));
          LogProblem problem = log.problem();

          assertThat(log.calls()).hasSize(2);
          assertThat(problem.code()).isEqualTo(ProblemCode.BAD_RECORD);
          assertThat(problem.message()).startsWith("Exchange 2 ").contains(defect);
          assertThat(problem.line()).isEqualTo(1);
          assertThat(problem.offset()).isEqualTo(har(ok(""), entry).lastIndexOf(entry) - 1L);
        });
  }

  @Test
  void archiveCutAnywhereKeepsItsWholeEntriesAndSaysThatItIsCut() {
    String har = har(ok(""), ok(""));
    int second = har.lastIndexOf("},{");

    for (int end = second; end < har.length(); end++) {
      ReadLog log = ReadLog.text(har.substring(0, end));

      assertThat(log.problem().code()).isEqualTo(ProblemCode.TRUNCATED_ARCHIVE);
      assertThat(log.problem().message()).contains("is cut or damaged").contains("save it again");
      assertThat(log.calls()).hasSizeBetween(end > second ? 1 : 0, 2);
    }
  }

  @Test
  void timeWithoutAZoneNeedsOneOrTheDateOfTheAnswer() {
    String zoneless = ok("").replace("291Z", "291");
    String dated =
        ok(",\"headers\":[{\"name\":\"Date\",\"value\":\"Mon, 23 Nov 2026 20:08:05 GMT\"}]")
            .replace("291Z", "291");
    FormatOptions berlin = new FormatOptions(null, ZoneId.of("Europe/Berlin"), Map.of(), null);

    assertThat(ReadLog.text(har(zoneless, zoneless)).problem().message())
        .startsWith("2 calls are left out")
        .contains("--zone");
    assertThat(ReadLog.text(berlin, har(zoneless)).call().timestamp())
        .isEqualTo(Instant.parse("2026-11-23T20:08:05.300Z"));
    assertThat(ReadLog.text(har(dated)).call().timestamp())
        .isEqualTo(Instant.parse("2026-11-23T20:08:05.300Z"));
  }

  @Test
  void limitsHoldAndAreTold() {
    String headers = ",\"headers\":[" + "{\"name\":\"a\",\"value\":\"b\"},".repeat(9) + "null]";
    String agent = "{\"name\":\"User-Agent\",\"value\":\"" + "x".repeat(300) + "\"}";
    String long2xx = ",\"content\":{\"text\":\"" + "x".repeat(20_000) + "\"}";
    String request = REQUEST.replace("{", "{\"headers\":[" + agent + "],");

    assertThat(limited(har(ok(headers)), "headers", 8).problem().message())
        .contains("more than 8 headers; the others are ignored");
    ReadLog cut = limited(har(ok("").replace(REQUEST, request)), "line-bytes", 200);
    assertThat(cut.problem().code()).isEqualTo(ProblemCode.ENTRY_LIMIT);
    assertThat(cut.calls().get(0).client().userAgent()).hasSize(200);
    assertThat(limited(har(ok(long2xx)), "line-bytes", 200).problem().message())
        .contains("errors of single items");
    ReadLog deep = limited(har(ok(",\"_x\":" + "[".repeat(40) + "]".repeat(40))), "depth", 20);
    assertThat(deep.problem().message()).contains("--limit depth=");
  }

  @Test
  void documentOfManyMegabytesIsPassedOver() {
    String document =
        ",\"content\":{\"mimeType\":\"application/pdf\",\"text\":\"" + "A".repeat(6 << 20) + "\"}";

    assertThat(ReadLog.text(har(ok(document))).call().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"log\":{\"level\":\"INFO\",\"entries\":3}}",
        "{\"log\":\"entries\"}",
        "{\"log\":{\"version\":\"1.2\"}}",
        "{\"entries\":[]}",
        "[{\"log\":{\"entries\":[]}}]",
        "{",
        "log"
      })
  void otherLogsAreNotTakenForArchives(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(new HarReader().recognises(bytes, bytes.length, FormatOptions.NONE)).isFalse();
  }
}
