package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationLogReaderTest {
  private static final String URL = "https://demo.docusign.net/restapi/v2.1/accounts/1/folders";
  private static final String START =
      "2026-11-23T08:59:00Z  INFO main : a long start\n".repeat(2_000);
  private static final String REFUSED =
      "2026-11-23T09:00:00Z ERROR main : com.docusign.esign.client.ApiException: Error while"
          + " requesting server, received a non successful HTTP code 401 with response Body:"
          + " '{\"errorCode\":\"USER_LACKS_PERMISSIONS\"}'";

  @Test
  void whatAnyClientWroteAfterALongStartIsFound() {
    ReadLog log =
        ReadLog.text(
            START + "2026-11-23T09:00:00Z INFO main : 1 * Sending client request on thread main",
            "1 > GET " + URL,
            "",
            "2026-11-23T09:00:01Z INFO main : 1 * Client response received on thread main",
            "1 < 200",
            "{}",
            "",
            "2026-11-23T09:00:02Z DEBUG OkHttp : --> GET " + URL,
            "2026-11-23T09:00:03Z DEBUG OkHttp : <-- 401 " + URL + " (9ms)",
            REFUSED);

    assertThat(log.format()).isEqualTo("app-log");
    assertThat(log.calls()).extracting(ApiCall::status).containsExactly(200, 401);
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.input().skipped()).isEqualTo(2_001);
  }

  @Test
  void exceptionsCountWhereNoClientLogsItsCalls() {
    ReadLog log = ReadLog.text(START + REFUSED);

    assertThat(log.call().gaps()).containsExactly(ApiCall.Gap.URL);
    assertThat(log.call().error().code()).isEqualTo("USER_LACKS_PERMISSIONS");
  }

  @Test
  void aLogWhoseLinesDoNotLookLikeCallsIsALogWithoutCalls() {
    ReadLog log = ReadLog.text(START);

    assertThat(log.calls()).isEmpty();
    assertThat(log.summary().problems()).isEmpty();
  }

  @Test
  void aLogWhoseLinesLookLikeCallsThatNobodyKnowsIsIncomplete() {
    ReadLog log =
        ReadLog.text(
            START,
            "2026-11-23 09:00:01 INFO Resty: PUT [/restapi/v2.1/accounts/{}] BAD",
            "2026-11-23 09:00:02 INFO Resty: GET [/restapi/v2.1/accounts/{}] GOOD");

    assertThat(log.calls()).isEmpty();
    assertThat(log.problem().code()).isEqualTo(ProblemCode.UNKNOWN_FORMAT);
    assertThat(log.problem().message())
        .contains("2 lines look", "(the first names Resty)", "debug log", "--input-format");
    assertThat(log.problem().line()).isGreaterThan(1);
    assertThat(log.summary().incomplete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        Nov 23, 2026 9:01:50 PM isv.Main main
        INFO: a
        Nov 23, 2026 9:01:50 PM isv.Main main
        INFO: b
        """,
        "[2026-11-23 09:00:00] local.ERROR: a\n[2026-11-23 09:00:00] local.INFO: b",
        "2026-11-23 09:00:00,123 WARNING a\n  more\n2026-11-23 09:00:00,124 DEBUG b",
        "09:00:00.123 [main] TRACE a\n09:00:00.124 [main] FATAL b"
      })
  void logsOfManyLanguagesAreKnown(String text) {
    assertThat(ReadLog.text(text).format()).isEqualTo("app-log");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INFORMATION\nTRACES and ERRORS\n",
        "2026-11-23 09:00:00 a visit\n2026-11-24 09:00:00 another\n",
        "203.0.113.7 - - [23/Nov/2026:21:00:00 +0000] \"GET /INFO HTTP/1.1\" 200 1\n"
      })
  void otherTextsAreNot(String text) {
    assertThat(ReadLog.text(text, text).format()).isNotEqualTo("app-log");
  }
}
