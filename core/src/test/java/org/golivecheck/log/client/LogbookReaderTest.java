package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.call.Unanswered;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogbookReaderTest {
  private static final String AT = "2026-11-23T09:00:00.500Z TRACE Logbook : ";
  private static final String URL = "https://demo.docusign.net/restapi/v2.1/accounts/1/folders";

  @ParameterizedTest
  @CsvSource({
    "lbhttp, 2026-11-23T21:06:40.443Z, 226, 73a265ed-6204-4ecf-b30f-8a620874f168,"
        + "2026-11-23T21:06:40.491Z, 8cd90379-6162-4b37-9e57-2f9798ce9324",
    "lbcurl, 2026-11-23T21:06:42.150Z, 224, b437c7d0-88f5-41e9-96dc-b54abe861273,"
        + "2026-11-23T21:06:42.198Z, f6883987-889d-419e-a58a-51ec4fd2141a",
    "lbsplunk, 2026-11-23T21:06:42.957Z, 205, 2068ad28-4812-4623-9dda-b1056de9f309,"
        + "2026-11-23T21:06:43.002Z, bd1baa76-98ca-49cc-af87-820af91d2c48"
  })
  void everyStyleOfTextHasItsTwoCalls(
      String style, String first, String millis, String token, String second, String other) {
    ReadLog log = ReadLog.fixture("logbook-3.12.2_" + style + ".log");

    assertThat(log.format()).isEqualTo("logbook");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            first
                + " POST demo.docusign.net /envelopes 400 INVALID_EMAIL_ADDRESS_FOR_RECIPIENT "
                + millis
                + "ms "
                + token,
            second
                + " GET demo.docusign.net /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200 2ms "
                + other);
    assertThat(log.calls().get(0).requestBytes()).isEqualTo(38);
    assertThat(log.calls().get(0).client().sdk()).isEqualTo("Java");
    assertThat(log.calls().get(1).url().query()).isEqualTo("include=recipients");
    assertThat(log.calls().get(1).limits().burstLimit()).isEqualTo(200);
  }

  @Test
  void whatAServerReceivesIsNoCall() {
    ReadLog log =
        ReadLog.text(
            AT + "Outgoing Request: 1",
            "GET " + URL + " HTTP/1.1",
            AT + "Incoming Request: 2",
            "POST https://isv.example.com/restapi/webhook HTTP/1.1",
            AT + "origin=remote type=request correlation=3 method=POST uri=https://isv/ body=x",
            AT + "Outgoing Response: 2",
            "HTTP/1.1 500 Internal Server Error",
            AT + "Incoming Response: 1",
            "Duration: 7 ms",
            "HTTP/1.1 200 OK",
            "",
            "{}",
            AT + "another line");

    assertThat(log.call().status()).isEqualTo(200);
    assertThat(log.call().duration()).hasMillis(7);
  }

  @Test
  void anAnswerBelongsToTheRequestOfItsId() {
    ReadLog log =
        ReadLog.text(
            AT + "a curl -v -X GET '" + URL + "?it\\'s=1' -H 'User-Agent: mine'",
            AT + "b curl -v -X GET '" + URL + "?b'",
            AT + "Incoming Response: a",
            "HTTP/1.1 404 Not Found",
            AT + "Incoming Response: c",
            "HTTP/1.1 200 OK");

    assertThat(log.calls()).hasSize(1);
    assertThat(log.calls().get(0).url().query()).isEqualTo("it's=1");
    assertThat(log.calls().get(0).client().userAgent()).isEqualTo("mine");
    assertThat(log.summary().problems())
        .extracting(row -> row.problem().line())
        .containsExactly(6L);
    assertThat(log.summary().unanswered()).extracting(Unanswered::source).containsExactly("log:2");
  }

  @Test
  void aRecordWithoutWhatACallHasIsAProblem() {
    ReadLog log =
        ReadLog.text(
            AT + "origin=local type=request correlation=1 protocol=HTTP/1.1 uri=" + URL,
            AT + "origin=local type=request correlation=2 method=GET uri=" + URL,
            AT + "origin=remote type=response correlation=2 status=none",
            AT + "x curl -v -X GET nothing");

    assertThat(log.calls()).isEmpty();
    assertThat(log.summary().problems())
        .extracting(row -> row.problem().line())
        .containsExactly(1L, 3L, 4L);
  }
}
