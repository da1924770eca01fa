package org.golivecheck.log.general;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls in lines that no reader of one client knows. */
class GeneralReaderTest {
  private static final String URL =
      "https://demo.docusign.net/restapi/v2.1/accounts/11111111-2222-4333-8444-555555555555/envelopes";
  private static final String PATH = URL.substring(URL.indexOf("/restapi"));
  private static final String TOKEN = "5c2b8f10-95aa-4d0f-8c47-9e0d8a6f3e01";
  private static final FormatOptions UTC = new FormatOptions(null, ZoneOffset.UTC, Map.of(), null);
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T09:00:00.000Z INFO POST # 201",
        "2026-11-23T09:00:00Z [esign] POST # -> 201 Created (56ms)",
        "2026-11-23 09:00:00 INFO 201 \"POST #\" 173",
        "2026-11-23T09:00:00Z level=info method=POST url=# status=201 elapsed_ms=56",
        "2026-11-23T09:00:00Z\tPOST\t#\t201\t56",
        "2026-11-23T09:00:00Z | POST | # | 201",
        "2026-11-23T09:00:00Z {'method': 'post', 'url': '#', 'status': 201}",
        "2026-11-23T09:00:00Z {:method=>\"POST\", :url=>\"#\", :status=>201}",
        "2026-11-23T09:00:00Z POST '#' returned 201",
        "2026-11-23T09:00:00Z <-- POST # 201 56ms",
        "2026-11-23T09:00:00Z HTTPS POST   200ms 201 # (ok)",
        "\u001b[36m[2026-11-23T09:00:00.000] [INFO] esign - \u001b[39mPOST # \u001b[32m201\u001b[0m",
        "<14>1 2026-11-23T09:00:00Z app1 esign 7 - - POST # 201",
        "2026-11-23T09:00:00.000000000Z stdout F POST # 201"
      })
  void aLineWithMethodUrlAndStatusIsACallInAnyOrderAndPunctuation(String line) {
    ApiCall call = ReadLog.text(UTC, line.replace("#", URL)).call();

    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.url().toString()).isEqualTo(URL);
    assertThat(call.status()).isEqualTo(201);
    assertThat(call.timestamp()).isEqualTo(NINE);
  }

  @Test
  void aResponseBelongsToTheRequestOfItsThread() {
    ReadLog log =
        ReadLog.text(
            UTC,
            "2026-11-23T09:00:00Z [worker-1] calling POST " + URL,
            "2026-11-23T09:00:00Z [worker-2] calling GET " + URL + "/7",
            "2026-11-23T09:00:01Z [worker-2] response status=404",
            "2026-11-23T09:00:02Z [worker-1] response status=201");

    assertThat(log.calls())
        .extracting(call -> call.method() + ' ' + call.status())
        .containsExactly("POST 201", "GET 404");
  }

  @Test
  void aResponseThatMayBeOfTwoRequestsIsAProblemWithBothLines() {
    ReadLog log =
        ReadLog.text(
            UTC,
            "2026-11-23T09:00:00Z calling POST " + URL,
            "2026-11-23T09:00:00Z calling GET " + URL + "/7",
            "2026-11-23T09:00:01Z response status=404");

    assertThat(log.calls()).isEmpty();
    assertThat(log.problem().message()).contains("line 1", "line 2", "id");
    assertThat(log.problem().line()).isEqualTo(3);
    assertThat(log.summary().incomplete()).isTrue();
  }

  @Test
  void headersAndTheBodyAfterALineBelongToItsCall() {
    ApiCall call =
        ReadLog.text(
                UTC,
                "2026-11-23T09:00:00Z ERROR POST " + URL + " 400",
                "  x-docusign-tracetoken: " + TOKEN,
                "  x-ratelimit-limit: 3000",
                "  {",
                "    \"errorCode\": \"INVALID_EMAIL_ADDRESS_FOR_RECIPIENT\",",
                "    \"message\": \"The e-mail address for Jürgen is invalid.\"",
                "  }")
            .call();

    assertThat(call.traceToken()).isEqualTo(TOKEN);
    assertThat(call.limits().hourlyLimit()).isEqualTo(3000);
    assertThat(call.error().code()).isEqualTo("INVALID_EMAIL_ADDRESS_FOR_RECIPIENT");
    assertThat(call.error().message()).isEqualTo("The e-mail address for Jürgen is invalid.");
  }

  @Test
  void methodAndUrlMayBeInLinesOfTheirOwn() {
    ApiCall call =
        ReadLog.text(
                UTC,
                "2026-11-23T09:00:00Z REQUEST {",
                "  method: 'POST',",
                "  url: '" + URL + "',",
                "  body: 'a'",
                "}",
                "2026-11-23T09:00:01Z onResponse " + URL + " 201 {",
                "  'x-docusign-tracetoken': '" + TOKEN + "'",
                "}")
            .call();

    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.status()).isEqualTo(201);
    assertThat(call.traceToken()).isEqualTo(TOKEN);
  }

  @Test
  void aUrlWithAStatusHasNoMethod() {
    ApiCall call = ReadLog.text(UTC, "2026-11-23T09:00:00Z fetched " + URL + " 200").call();

    assertThat(call.gaps()).containsExactly(Gap.METHOD);
  }

  @Test
  void theSameRequestInALineOfAnotherFormIsOneCall() {
    assertThat(
            ReadLog.text(
                    UTC,
                    "2026-11-23T09:00:00Z [api] --> POST " + URL,
                    "2026-11-23T09:00:00Z [wire] sending POST " + PATH,
                    "2026-11-23T09:00:01Z [wire] received HTTP/1.1 201",
                    "2026-11-23T09:00:01Z [api] <-- 201 " + URL)
                .calls())
        .hasSize(1);
  }

  @Test
  void theSameLineAgainIsAnotherCall() {
    String line = "2026-11-23T09:00:00Z GET " + URL + "/7 200";

    assertThat(ReadLog.text(UTC, line, line, line).calls()).hasSize(3);
  }

  @Test
  void requestsAndResponsesInRecordsWithTheSameIdAreCalls() {
    String record = "{\"time\":\"2026-11-23T09:00:0%dZ\",\"reqId\":\"%s\",%s}";
    String request = "\"req\":{\"method\":\"%s\",\"url\":\"" + URL + "\"}";
    String response =
        "\"res\":{\"statusCode\":%d,\"rawHeaders\":[\"X-DocuSign-TraceToken\",\"" + TOKEN + "\"]}";
    ReadLog log =
        ReadLog.text(
            record.formatted(0, "a", request.formatted("POST")),
            record.formatted(1, "b", request.formatted("GET")),
            record.formatted(2, "b", response.formatted(200)),
            record.formatted(3, "a", response.formatted(201)));

    assertThat(log.calls())
        .extracting(call -> call.method() + ' ' + call.status())
        .containsExactly("GET 200", "POST 201");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"response\":{\"status\":200,\"headers\":[[\"x-docusign-tracetoken\",\"#\"]]}",
        "\"response\":{\"status\":200,\"headers\":[{\"name\":\"x-docusign-tracetoken\",\"value\":\"#\"}]}",
        "\"response\":{\"status\":200,\"headers\":[{\"key\":\"x-docusign-tracetoken\",\"value\":\"#\"}]}",
        "\"response\":{\"status\":200,\"headers\":{\"X-Docusign-Tracetoken\":[\"#\"]}}",
        "\"response\":{\"status\":200,\"rawHeaders\":[\"X-DocuSign-TraceToken\",\"#\"]}",
        "\"status\":200,\"resp_headers\":{\"X-Docusign-Tracetoken\":[\"#\"]}",
        "\"status\":200,\"trace\":\"#\""
      })
  void headersOfRecordsMayBeListedInAnyWay(String members) {
    ReadLog log =
        ReadLog.text(
            "{\"time\":\"2026-11-23T09:00:00Z\",\"method\":\"GET\",\"url\":\"%s\",%s}"
                .formatted(URL, members.replace("#", TOKEN)));

    assertThat(log.call().traceToken()).isEqualTo(TOKEN);
  }

  /** Logs of applications that do not call DocuSign. Each line looks like one of a call. */
  @Test
  void logsWithoutACallToDocuSignHaveNone() {
    List<String> lines =
        List.of(
            "POST https://api.example.com/v2/orders %d",
            "GET /v1/users/%d 200",
            "select * from envelopes where status = %d",
            "127.0.0.1 - - [23/Nov/2026:09:00:00 +0000] \"GET /shop/cart HTTP/1.1\" %d 17",
            "   at com.example.Envelopes.send(Envelopes.java:%d)",
            "See https://developers.docusign.com/docs/esign-rest-api/ for %d",
            "GET https://www.docusign.com/products %d",
            "status=%d user=jane",
            "response 200 from cache after %dms",
            "the envelope was sent by POST to DocuSign, which returned %d",
            "POST https://demo.docusign.net/restapi/v2.1/accounts/{accountId}/envelopes %d",
            "HTTP/1.1 %d OK");
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      StringBuilder log = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        log.append("2026-11-23 09:00:%02d INFO ".formatted(i))
            .append(lines.get(random.nextInt(lines.size())).formatted(200 + random.nextInt(350)))
            .append('\n');
      }
      byte[] bytes = log.toString().getBytes(StandardCharsets.UTF_8);

      // An access log has the calls of its server, whatever it serves.
      assertThat(ReadLog.of(bytes, UTC, ReadLimits.DEFAULT).calls())
          .as("seed " + seed)
          .allMatch(call -> call.url().path().equals("/shop/cart"));
    }
  }

  @Test
  void otherLinesBetweenChangeNothing() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.add("2026-11-23T09:00:%02dZ [id-%d] calling POST %s".formatted(i, i, URL));
      lines.add("2026-11-23T09:00:%02dZ [id-%d] status=%d".formatted(i, i, 201));
    }
    List<ApiCall> calls = ReadLog.text(UTC, lines.toArray(new String[0])).calls();
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<String> mixed = new ArrayList<>();
      for (String line : lines) {
        while (random.nextInt(3) == 0) {
          mixed.add("2026-11-23T09:00:00Z INFO stored order " + random.nextInt(1000));
        }
        mixed.add(line);
      }

      assertThat(ReadLog.text(UTC, mixed.toArray(new String[0])).calls())
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("source")
          .isEqualTo(calls);
    }
  }
}
