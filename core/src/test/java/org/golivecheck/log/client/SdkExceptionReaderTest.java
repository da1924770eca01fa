package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Unanswered;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.golivecheck.rule.error.ErrorCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdkExceptionReaderTest {
  private static final FormatOptions UTC =
      new FormatOptions("sdk-exceptions", ZoneOffset.UTC, Map.of(), null);
  private static final String BODY =
      "{\"errorCode\":\"USER_LACKS_PERMISSIONS\",\"message\":\"This User lacks permissions.\"}";
  private static final String JAVA =
      "com.docusign.esign.client.ApiException: Error while requesting server, received a non"
          + " successful HTTP code 401 with response Body: '";

  private static String seen(ApiCall call) {
    return call.timestamp()
        + " "
        + call.status()
        + " "
        + call.error().code()
        + " "
        + call.error().wrapper()
        + " "
        + call.loggedOperation();
  }

  private static List<String> seen(ReadLog log) {
    assertThat(log.summary().problems()).isEmpty();
    return log.calls().stream().map(SdkExceptionReaderTest::seen).toList();
  }

  @Test
  void theDumpsOfTheNodeSdkTellOfTwoCallsHoweverOftenTheyArePrinted() {
    ReadLog log = ReadLog.fixture("docusign-node-sdk-10.0.0_axios-error.log");

    assertThat(log.format()).isEqualTo("sdk-exceptions");
    assertThat(log.calls().stream().map(SdkExceptionReaderTest::seen))
        .containsExactly(
            "2026-11-23T21:04:37Z 400 INVALID_EMAIL_ADDRESS_FOR_RECIPIENT Node SDK null",
            "2026-11-23T21:04:37Z 404 null Node SDK null");
    assertThat(log.calls().get(1).gaps()).containsExactly(Gap.TIME);
    assertThat(log.calls())
        .extracting(call -> call.method() + " " + call.url().path())
        .containsExactly(
            "POST /restapi/v2.1/accounts/11111111-2222-4333-8444-555555555555/envelopes",
            "GET /restapi/v2.1/accounts/11111111-2222-4333-8444-555555555555/envelopes"
                + "/missing-0000");
    assertThat(log.calls().get(0).limits().hourlyRemaining()).isEqualTo(2984);
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls().get(0).traceToken()).isEqualTo("a98e3f53-d367-4e92-8fc8-53d99c28b6c1");
    assertThat(log.calls().toString()).doesNotContain("Bearer").doesNotContain("SYNTHETIC");
  }

  @Test
  void theDumpsOfSuperagentAreWholeCalls() {
    ReadLog log = ReadLog.fixture("node-sdk-6_superagent-console-error.log");

    assertThat(log.format()).isEqualTo("sdk-exceptions");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T10:20:00Z POST demo.docusign.net /envelopes 400"
                + " INVALID_EMAIL_ADDRESS_FOR_RECIPIENT 7f0f3c52-6f0b-4d0c-9d39-0d2a1b7c9e11",
            "2026-11-23T10:21:00.250Z GET demo.docusign.net"
                + " /envelopes/4be0a7f2-1c35-4d8e-b6a9-02f7d1c8e5a3 404 ENVELOPE_DOES_NOT_EXIST"
                + " 7f0f3c52-6f0b-4d0c-9d39-0d2a1b7c9e12");
    assertThat(log.calls().get(0).limits().burstRemaining()).isEqualTo(498);
    assertThat(log.calls().get(0).client().userAgent()).isEqualTo("node-superagent/3.8.2");
    assertThat(log.calls().get(0).client().sdk()).isEqualTo("Node");
  }

  @Test
  void whatOldVersionsOfSuperagentSayHasMethodAndPath() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00Z ERROR Error: cannot PUT /restapi/v2.1/accounts/1/users (400)",
            "    at Response.toError (/srv/node_modules/superagent/lib/node/response.js:94:15)",
            "  host: 'demo.docusign.net',",
            "2026-11-23T09:00:01Z ERROR Error: cannot GET /pay (500)",
            "  host: 'api.example.com'");

    assertThat(log.lines())
        .containsExactly("2026-11-23T09:00:00Z PUT demo.docusign.net /users 400 null");
  }

  @Test
  void theExceptionsOfGuzzleAreWholeCalls() {
    String url = "https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes";
    String text = "Client error: `POST " + url + "` resulted in a `400 Bad Request` response:";
    ReadLog log =
        ReadLog.text(
            UTC,
            "[2026-11-23 09:00:00] production.ERROR: " + text,
            BODY,
            " {\"exception\":\"[object] (GuzzleHttp\\\\Exception\\\\ClientException(code: 400): "
                + text,
            BODY,
            " at /app/vendor/guzzlehttp/guzzle/src/Exception/RequestException.php:113)",
            "[stacktrace]",
            "[2026-11-23 09:00:05] production.ERROR: Client error: `GET https://api.example.com/x`"
                + " resulted in a `404 Not Found` response:",
            "[2026-11-23 09:00:10] production.ERROR: " + text.replace("POST", "PUT"),
            BODY.substring(0, BODY.length() - 5) + " (truncated...)");

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T09:00:00Z POST demo.docusign.net /envelopes 400 USER_LACKS_PERMISSIONS",
            "2026-11-23T09:00:10Z PUT demo.docusign.net /envelopes 400 USER_LACKS_PERMISSIONS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: #",
        "DocuSign\\eSign\\ApiException: [401] Error connecting to the API (#)"
      })
  void anExceptionThatNamesTheUrlHasNoMethod(String text) {
    String url = "https://demo.docusign.net/restapi/v2.1/accounts/1/users";
    ReadLog log =
        ReadLog.text("2026-11-23T09:00:00Z ERROR app failed", text.replace("#", url), "Traceback");

    assertThat(log.call().gaps()).containsExactly(Gap.METHOD);
    assertThat(log.call().url().path()).endsWith("/users");
    assertThat(log.call().status()).isEqualTo(401);
    assertThat(log.call().timestamp()).isEqualTo("2026-11-23T09:00:00Z");
  }

  @Test
  void aPhraseOfHttpAloneIsNoLogOfAnSdk() {
    ReadLog log = ReadLog.text("Error: Not Found", "    at next (/srv/app.js:3:1)");

    assertThat(log.problem().code()).isEqualTo(ProblemCode.UNKNOWN_FORMAT);
  }

  @Test
  void theExceptionsOfTheJavaSdkHaveTheMethodOfTheirTrace() {
    ReadLog log =
        ReadLog.of(
            ReadLog.bytes("docusign-java-sdk-6.0.0_jersey-LoggingFeature_JUL-console.log"),
            UTC,
            ReadLimits.DEFAULT);

    assertThat(seen(log))
        .containsExactly(
            "2026-11-23T21:01:50Z 400 INVALID_EMAIL_ADDRESS_FOR_RECIPIENT Java SDK CreateEnvelope",
            "2026-11-23T21:01:50Z 404 ENVELOPE_DOES_NOT_EXIST Java SDK GetEnvelope");
  }

  @Test
  void anExceptionIsAFailedCallThatTheReviewDoesNotCount() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00Z ERROR Mailer - not sent",
            JAVA + BODY + "'",
            "\tat com.docusign.esign.client.ApiClient.invokeAPI(ApiClient.java:1469)");

    ApiCall call = log.call();
    assertThat(call.failed()).isTrue();
    assertThat(call.gaps()).containsExactly(Gap.URL);
    assertThat(call.method()).isEqualTo(ApiCall.NO_METHOD);
    assertThat(Exclusion.of(call)).isEqualTo(Exclusion.NO_URL);
    assertThat(call.source()).isEqualTo("log:2");
    assertThat(call.timestamp()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
  }

  @Test
  void aCauseThatIsPrintedAgainIsOneCall() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00Z ERROR Mailer - " + JAVA + BODY + "'",
            "java.lang.IllegalStateException: " + JAVA + BODY + "'",
            "\tat isv.Mailer.send(Mailer.java:3)",
            "Caused by: " + JAVA + BODY + "'",
            "\tat com.docusign.esign.api.UsersApi.list(UsersApi.java:3)",
            "2026-11-23T09:00:05Z ERROR Mailer - " + JAVA + BODY + "'",
            "2026-11-23T09:00:06Z INFO Mailer - again");

    assertThat(log.calls())
        .extracting(ApiCall::timestamp)
        .containsExactly(
            Instant.parse("2026-11-23T09:00:00Z"), Instant.parse("2026-11-23T09:00:05Z"));
    assertThat(log.input().skipped()).isEqualTo(1);
  }

  @Test
  void aBodyOfSeveralLinesIsReadToItsEnd() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00Z ERROR " + JAVA + "{",
            "  \"errorCode\": \"USER_LACKS_PERMISSIONS\",",
            "  \"message\": \"No.\"",
            "}'",
            "another line");

    assertThat(log.call().error().code()).isEqualTo("USER_LACKS_PERMISSIONS");
    assertThat(log.call().error().text()).doesNotContain("another line");
  }

  @Test
  void theExceptionsOfTheSdkForCsharpNameTheMethodAndNoStatus() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23 09:00:00.123 +00:00 [ERR] failed",
            "DocuSign.eSign.Client.ApiException: Error calling CreateEnvelope: " + BODY,
            "   at DocuSign.eSign.Api.EnvelopesApi.CreateEnvelopeWithHttpInfo(String accountId)");

    assertThat(seen(log))
        .containsExactly(
            "2026-11-23T09:00:00.123Z 400 USER_LACKS_PERMISSIONS C# SDK CreateEnvelope");
  }

  @Test
  void theExceptionsOfTheSdkForPythonHaveATraceToken() {
    ReadLog log =
        ReadLog.text(
            UTC,
            "2026-11-23 09:00:00,123 ERROR not sent",
            "Traceback (most recent call last):",
            "  File \"mailer.py\", line 7, in send",
            "docusign_esign.client.api_exception.ApiException: (401)",
            "Reason: Unauthorized",
            "Trace-Token: 98f6c375-3808-474e-893b-2fa59bcdb8e0",
            "Timestamp: Mon, 23 Nov 2026 09:00:00 GMT",
            "HTTP response headers: HTTPHeaderDict({'Date': 'Mon, 23 Nov 2026 09:00:00 GMT',"
                + " 'X-DocuSign-TraceToken': '98f6c375-3808-474e-893b-2fa59bcdb8e0',"
                + " 'Set-Cookie': 'secret'})",
            "HTTP response body: b'" + BODY + "'",
            "",
            "2026-11-23 09:00:01,000 INFO next");

    assertThat(seen(log))
        .containsExactly("2026-11-23T09:00:00.123Z 401 USER_LACKS_PERMISSIONS Python SDK null");
    assertThat(log.call().traceToken()).isEqualTo("98f6c375-3808-474e-893b-2fa59bcdb8e0");
    assertThat(log.call().toString()).doesNotContain("secret");
  }

  @Test
  void theExceptionsOfTheSdkForPhpAreSerialised() {
    ReadLog log =
        ReadLog.text(
            "[23-Nov-2026 09:00:00 UTC] PHP Fatal error:  Uncaught"
                + " DocuSign\\eSign\\Client\\ApiException: Error while requesting server, received"
                + " a non successful HTTP code [401] with response Body:  O:8:\"stdClass\":2:{"
                + "s:9:\"errorCode\";s:22:\"USER_LACKS_PERMISSIONS\";s:7:\"message\";s:3:\"No.\";}"
                + " in /srv/ApiClient.php:331",
            "Stack trace:",
            "#0 /srv/EnvelopesApi.php(2): DocuSign\\eSign\\Client\\ApiClient->callApi()");

    assertThat(seen(log))
        .containsExactly("2026-11-23T09:00:00Z 401 USER_LACKS_PERMISSIONS PHP SDK null");
  }

  @Test
  void theExceptionsOfTheSdkForRubyAndOfTheSalesforceToolkitAreRead() {
    ReadLog log =
        ReadLog.text(
            "E, [2026-11-23T09:00:00.000000 #7] ERROR -- : DocuSign_eSign::ApiError: the server"
                + " returns an error",
            "HTTP status code: 403",
            "Response headers: {\"X-DocuSign-TraceToken\"=>\"98f6c375-3808-474e\"}",
            "Response body: " + BODY,
            "2026-11-23T09:00:01Z FATAL dfsle.APIException: USER_LACKS_PERMISSIONS: No.");

    assertThat(log.calls()).hasSize(1);
    assertThat(log.problem().message()).contains("--zone");
    ReadLog known =
        ReadLog.text(
            UTC,
            "E, [2026-11-23T09:00:00.000000 #7] ERROR -- : DocuSign_eSign::ApiError: the server"
                + " returns an error",
            "HTTP status code: 403",
            "Response headers: {\"X-DocuSign-TraceToken\"=>\"98f6c375-3808-474e\"}",
            "Response body: " + BODY,
            "2026-11-23T09:00:01Z FATAL dfsle.APIException: USER_LACKS_PERMISSIONS: No.");
    assertThat(seen(known))
        .containsExactly(
            "2026-11-23T09:00:00Z 403 USER_LACKS_PERMISSIONS Ruby SDK null",
            "2026-11-23T09:00:01Z 400 USER_LACKS_PERMISSIONS Salesforce toolkit null");
  }

  @Test
  void whatAxiosAndOtherClientsSayOfOtherServersIsNoCall() {
    ReadLog log =
        ReadLog.text(
            UTC,
            "2026-11-23T09:00:00Z AxiosError: Request failed with status code 500",
            "  url: 'https://api.example.com/pay',",
            "}",
            "2026-11-23T09:00:01Z Acme.Client.ApiException: Error calling GetPet: no",
            "2026-11-23T09:00:02Z acme.ApiException: (404)",
            "Reason: Not Found");

    assertThat(log.calls()).isEmpty();
    assertThat(log.summary().problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Bad Request, 400",
    "Unauthorized, 401",
    "Payment Required, 402",
    "Forbidden, 403",
    "Not Found, 404",
    "Method Not Allowed, 405",
    "Not Acceptable, 406",
    "Proxy Authentication Required, 407",
    "Request Timeout, 408",
    "Request Time-out, 408",
    "Conflict, 409",
    "Gone, 410",
    "Length Required, 411",
    "Precondition Failed, 412",
    "Request Entity Too Large, 413",
    "Payload Too Large, 413",
    "Content Too Large, 413",
    "Request-URI Too Long, 414",
    "URI Too Long, 414",
    "Request-URI Too Large, 414",
    "Unsupported Media Type, 415",
    "Requested Range Not Satisfiable, 416",
    "Range Not Satisfiable, 416",
    "Expectation Failed, 417",
    "I'm a teapot, 418",
    "Misdirected Request, 421",
    "Unprocessable Entity, 422",
    "Unprocessable Content, 422",
    "Locked, 423",
    "Failed Dependency, 424",
    "Too Early, 425",
    "Upgrade Required, 426",
    "Precondition Required, 428",
    "Too Many Requests, 429",
    "Request Header Fields Too Large, 431",
    "Unavailable For Legal Reasons, 451",
    "Internal Server Error, 500",
    "Not Implemented, 501",
    "Bad Gateway, 502",
    "Service Unavailable, 503",
    "Gateway Timeout, 504",
    "Gateway Time-out, 504",
    "HTTP Version Not Supported, 505",
    "Variant Also Negotiates, 506",
    "Insufficient Storage, 507",
    "Loop Detected, 508",
    "Not Extended, 510",
    "Network Authentication Required, 511"
  })
  void theReasonPhraseOfRubysExceptionIsTheStatus(String phrase, int status) {
    List<String> lines =
        List.of(
            "DocuSign_eSign::ApiError: " + phrase,
            "DocuSign_Rooms::ApiError: " + phrase,
            "#<DocuSign_Admin::ApiError: " + phrase + ">",
            "DocuSign_Click::ApiError (" + phrase + "):",
            "mailer.rb:7:in `send': " + phrase + " (DocuSign_eSign::ApiError)",
            "mailer.rb:7:in 'Mailer#send': " + phrase + " (DocuSign_Monitor::ApiError)",
            phrase + " (DocuSign_WebForms::ApiError)");

    for (String line : lines) {
      ApiCall call = ReadLog.text(UTC, "2026-11-23T09:00:00Z ERROR " + line).call();
      assertThat(call.status()).as(line).isEqualTo(status);
      assertThat(call.gaps()).as(line).containsExactly(Gap.URL);
      assertThat(call.error().code()).as(line).isNull();
    }
  }

  @Test
  void rubysReasonPhraseIsJudgedByItsStatus() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00Z ERROR DocuSign_eSign::ApiError: Unauthorized",
            "2026-11-23T09:00:01Z ERROR DocuSign_eSign::ApiError: Too Many Requests",
            "2026-11-23T09:00:02Z ERROR job.rb:3:in `go': Not Found (DocuSign_eSign::ApiError)");

    assertThat(log.calls())
        .extracting(call -> ErrorCatalog.get().classify(call, ApiFamily.UNKNOWN).category())
        .containsExactly("authentication", "rate-limit", "not-found");
    assertThat(log.calls()).extracting(call -> call.error().message()).contains("Unauthorized");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Error calling CreateEnvelope: The SSL connection could not be established, see inner"
            + " exception.",
        "Error calling CreateEnvelope: No such host is known. (demo.docusign.net:443)",
        "Error calling CreateEnvelope: A task was canceled.",
        "Error calling CreateEnvelope: The operation has timed out.",
        "Error calling CreateEnvelope: Error",
        "Error calling CreateEnvelope: Error while copying content to a stream."
            + "\n ---> System.IO.IOException: Unable to read data",
        "Error calling CreateEnvelope: Die Verbindung wurde getrennt."
            + "\n ---> System.Net.Http.HttpRequestException: Fehler"
      })
  void aTransportFailureOfCsharpIsNoCallAndIsCounted(String text) {
    ReadLog log =
        ReadLog.text(
            UTC,
            ("2026-11-23T09:00:00Z [ERR] DocuSign.eSign.Client.ApiException: " + text).split("\n"));

    assertThat(log.calls()).isEmpty();
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.summary().unanswered()).extracting(Unanswered::source).containsExactly("log:1");
  }

  @Test
  void aTransportFailureOfAnyOtherSdkIsNoCallEither() {
    ReadLog log =
        ReadLog.text(
            UTC,
            "2026-11-23T09:00:00Z ERROR DocuSign_eSign::ApiError: Couldn't resolve host name",
            "2026-11-23T09:00:01Z ERROR DocuSign_eSign::ApiError: Connection timed out",
            "2026-11-23T09:00:02Z ERROR docusign_esign.client.api_exception.ApiException: (0)",
            "Reason: SSLError",
            "2026-11-23T09:00:03Z ERROR com.docusign.esign.client.ApiException: Error while"
                + " requesting server, received a non successful HTTP code 0 with response Body:"
                + " 'null'");

    assertThat(log.calls()).isEmpty();
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.summary().unanswered())
        .extracting(Unanswered::cause, Unanswered::count)
        .containsExactlyInAnyOrder(tuple("dns", 1L), tuple("time-out", 1L), tuple("unknown", 2L));
  }

  @Test
  void anAggregateExceptionAndTheOnesInsideItAreOneCallForEachFailure() {
    String first = "Error calling CreateEnvelope: " + BODY;
    String second = "Error calling GetEnvelope: " + BODY;
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00Z [ERR] Sending failed",
            "System.AggregateException: One or more errors occurred. ("
                + first
                + ") ("
                + second
                + ")",
            " ---> DocuSign.eSign.Client.ApiException: " + first,
            "   at DocuSign.eSign.Api.EnvelopesApi.CreateEnvelopeWithHttpInfo(String accountId)",
            "   --- End of inner exception stack trace ---",
            " ---> (Inner Exception #1) DocuSign.eSign.Client.ApiException: " + second,
            "   at DocuSign.eSign.Api.EnvelopesApi.GetEnvelopeWithHttpInfo(String accountId)<---");

    assertThat(log.calls())
        .extracting(ApiCall::loggedOperation)
        .containsExactly("CreateEnvelope", "GetEnvelope");
  }

  @Test
  void withoutTimesOnlyWhatIsLinkedIsOneFailure() {
    String exception = "DocuSign.eSign.Client.ApiException: Error calling CreateEnvelope: " + BODY;
    ReadLog log =
        ReadLog.text(
            UTC,
            "Unhandled exception. System.AggregateException: One or more errors occurred. (Error"
                + " calling CreateEnvelope: "
                + BODY
                + ")",
            " ---> " + exception,
            "   at DocuSign.eSign.Api.EnvelopesApi.CreateEnvelopeWithHttpInfo(String accountId)",
            "",
            exception,
            "   at DocuSign.eSign.Api.EnvelopesApi.CreateEnvelopeWithHttpInfo(String accountId)");

    assertThat(log.calls()).extracting(ApiCall::source).containsExactly("log:1", "log:5");
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHORIZATION_INVALID_TOKEN, 401",
    "authorization_invalid_token, 401",
    "USER_AUTHENTICATION_FAILED, 401",
    "PARTNER_AUTHENTICATION_FAILED, 401",
    "HOURLY_APIINVOCATION_LIMIT_EXCEEDED, 429",
    "BURST_APIINVOCATION_LIMIT_EXCEEDED, 429",
    "Hourly_Envelope_Polling_Limit_Exceeded, 429",
    "API_REQUEST_IS_THROTTLED, 429",
    "RECIPIENT_LIMIT_EXCEEDED, 400",
    "USER_LACKS_PERMISSIONS, 400"
  })
  void aTextWithoutAStatusHasTheOneThatItsCodeImplies(String code, int status) {
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00Z [ERR] DocuSign.eSign.Client.ApiException: Error calling"
                + " GetEnvelope: {\"errorCode\":\""
                + code
                + "\",\"message\":\"No.\"}");

    assertThat(log.call().status()).isEqualTo(status);
    assertThat(log.call().gaps()).containsExactlyInAnyOrder(Gap.URL, Gap.STATUS);
  }

  @Test
  void timesWithoutADateAskForTheDateAndNotForTheZone() {
    ReadLog log =
        ReadLog.text(
            UTC,
            "10:00:00.290 (290200300)|EXCEPTION_THROWN|[42]|dfsle.APIException:"
                + " USER_LACKS_PERMISSIONS: This user lacks permissions.",
            "10:00:00.291 (291200300)|FATAL_ERROR|dfsle.APIException: USER_LACKS_PERMISSIONS: This"
                + " user lacks permissions.");

    assertThat(log.calls()).isEmpty();
    assertThat(log.problem().message())
        .isEqualTo(
            "1 call is left out: its time has no date. Write the day of the log before each time,"
                + " such as 2026-11-23 10:00:00.290.");
  }

  @Test
  void anExceptionThatSalesforceThrowsAndDoesNotCatchIsOneCall() {
    String exception = "dfsle.APIException: USER_LACKS_PERMISSIONS: This user lacks permissions.";
    ReadLog log =
        ReadLog.text(
            UTC,
            "2026-11-23 10:00:00.290 (290200300)|EXCEPTION_THROWN|[42]|" + exception,
            "2026-11-23 10:00:00.290 (290300300)|CODE_UNIT_FINISHED|Mailer",
            "2026-11-23 10:00:00.291 (291200300)|FATAL_ERROR|" + exception,
            "2026-11-23 10:05:00.290 (290200300)|EXCEPTION_THROWN|[42]|" + exception);

    assertThat(log.calls()).extracting(ApiCall::source).containsExactly("log:1", "log:4");
  }
}
