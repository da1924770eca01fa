package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.Exclusion;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;

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
    assertThat(log.calls().get(1).gaps()).containsExactlyInAnyOrder(Gap.TIME, Gap.URL);
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls().get(0).traceToken()).isEqualTo("a98e3f53-d367-4e92-8fc8-53d99c28b6c1");
    assertThat(log.calls().toString()).doesNotContain("Bearer").doesNotContain("SYNTHETIC");
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
}
