package org.golivecheck.call.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {

  private static ApiError parseBytes(@Nullable String contentType, byte[] bytes) {
    return ErrorBody.parse(contentType, bytes, bytes.length, /* truncated= */ false);
  }

  static Stream<Arguments> documentedShapes() {
    return Stream.of(
        arguments("{\"errorCode\":\"X_Y\",\"message\":\"m\"}", "X_Y", "m"),
        arguments("{ \"ErrorCode\" : \"X_Y\", \"Message\" : \"m\" }", "X_Y", "m"),
        arguments("{\"errorCode\":\"X_Y\"}", "X_Y", null),
        arguments("{\"errorCode\":\"X_Y\",\"message\":\"\"}", "X_Y", null),
        arguments("{\"errorCode\":\"X_Y\",\"message\":\"m\",\"referenceId\":\"r\"}", "X_Y", "m"),
        arguments("{\"errorDetails\":{\"errorCode\":\"X_Y\",\"message\":\"m\"}}", "X_Y", "m"),
        arguments(
            "{\"errorDetails\":{\"errorCode\":\"X_Y\"},\"authenticationUrl\":\"u\"}", "X_Y", null),
        arguments(
            "<errorDetails><errorCode>X_Y</errorCode><message>a &lt; b</message></errorDetails>",
            "X_Y",
            "a < b"),
        arguments(
            "<?xml version=\"1.0\"?><!-- > --><d:errorDetails"
                + " xmlns:d=\"http://www.docusign.com/restapi\" a='>'>\r\n <d:errorCode>X_Y"
                + "</d:errorCode><d:message><![CDATA[m]]></d:message></d:errorDetails>",
            "X_Y",
            "m"),
        arguments(
            "{\"error\":\"invalid_grant\",\"error_description\":\"user_not_found\"}",
            "invalid_grant",
            "user_not_found"),
        arguments("{\"error\":\"consent_required\"}", "consent_required", null),
        arguments(
            "{\"error\":\"internal_server_error\",\"reference_id\":\"r\"}",
            "internal_server_error",
            null),
        arguments("{\"message\":\"m\",\"error_code\":\"INVALID_STATUS\"}", "INVALID_STATUS", "m"),
        arguments(
            "{\"error\":\"x_y\",\"errorDescription\":\"m\",\"isSystemError\":false}", "x_y", "m"),
        arguments(
            "{\"ErrorCode\":\"X\",\"PublicErrorCode\":\"Y\",\"ErrorDescription\":\"m\","
                + "\"IsSystemError\":true}",
            "X",
            "m"),
        arguments("{\"errorMessage\":\"m\",\"referenceId\":\"r\"}", null, "m"),
        arguments("{\"error\":\"m\",\"code\":404,\"timestamp\":\"t\"}", null, "m"),
        arguments(
            "{\"message\":\"Consent required\",\"consentUrl\":\"u\"}", null, "Consent required"),
        arguments(
            "{\"type\":\"about:blank\",\"title\":\"t\",\"status\":400,\"detail\":\"m\","
                + "\"instance\":\"i\",\"timestamp\":\"t\",\"path\":\"/x\"}",
            null,
            "m"),
        arguments("{\"title\":\"t\",\"status\":400}", null, "t"),
        arguments("{\"code\":\"bad_app\",\"message\":\"m\"}", "bad_app", "m"),
        arguments("{\"code\":404,\"message\":\"m\"}", null, "m"),
        arguments(
            "{\"Error\":{\"HttpStatusCode\":401,\"UserMessage\":\"m\",\"DeveloperMessage\":\"d\","
                + "\"ErrorCode\":103,\"ReferenceId\":\"r\"},\"ValidationErrors\":[]}",
            "103",
            "m"),
        arguments(
            "{\"Error\":{\"HttpStatusCode\":422,\"UserMessage\":\"m\",\"ErrorCode\":101},"
                + "\"ValidationErrors\":[{\"PropertyName\":\"p\",\"DeveloperMessage\":\"d\","
                + "\"ErrorCode\":1003}]}",
            "1003",
            "d"),
        arguments(
            "{\"tagIdentifier\":\"t\",\"errorCode\":\"InvalidTagType\",\"message\":\"m\"}",
            "InvalidTagType",
            "m"));
  }

  @ParameterizedTest
  @MethodSource("documentedShapes")
  void documentedShapesAreDocuSigns(String body, @Nullable String code, @Nullable String message) {
    assertThat(ErrorBody.parse(body))
        .isEqualTo(new ApiError(code, message, BodyForm.DOCUSIGN, null, body));
  }

  static Stream<Arguments> foreignShapes() {
    return Stream.of(
        arguments(
            "{\"timestamp\":\"t\",\"status\":400,\"error\":\"Bad Request\",\"path\":\"/x\"}",
            null,
            "Bad Request"),
        arguments("{\"statusCode\":400,\"message\":\"m\"}", null, "m"),
        arguments("{\"errorCode\":\"X_Y\",\"message\":\"m\",\"requestId\":\"r\"}", "X_Y", "m"),
        arguments("{\"error\":\"It did not work\"}", null, "It did not work"),
        arguments("{\"ok\":false}", null, null),
        arguments("{}", null, null),
        arguments("[{\"reason\":\"no\"}]", null, null),
        arguments("<problem><title>t</title><message>m</message></problem>", null, "m"),
        arguments(
            "<s:Envelope><s:Fault><faultstring>m</faultstring></s:Fault></s:Envelope>", null, "m"),
        arguments(
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hosts\">]><errorDetails><errorCode>&e;"
                + "</errorCode></errorDetails>",
            null,
            null));
  }

  @ParameterizedTest
  @MethodSource("foreignShapes")
  void otherShapesAreForeign(String body, @Nullable String code, @Nullable String message) {
    assertThat(ErrorBody.parse(body))
        .isEqualTo(new ApiError(code, message, BodyForm.FOREIGN, null, body));
  }

  static Stream<Arguments> wrappers() {
    String json = "{\"errorCode\":\"X_Y\",\"message\":\"it's m\"}";
    String escaped = json.replace("\"", "\\\"");
    return Stream.of(
        arguments(
            "com.docusign.esign.client.ApiException: Error while requesting server, received a non"
                + " successful HTTP code 400 with response Body: '"
                + json
                + "'",
            "Java SDK"),
        arguments(
            "Error while requesting server, received a non successful HTTP code with response"
                + " Body: "
                + json,
            "C# SDK"),
        arguments(
            "DocuSign.eSign.Client.ApiException: Error calling CreateEnvelope: " + json, "C# SDK"),
        arguments(
            "Error while requesting server, received a non successful HTTP code [400] with response"
                + " Body:  O:8:\"stdClass\":2:{s:9:\"errorCode\";s:3:\"X_Y\";s:7:\"message\";s:6:\"it's"
                + " m\";}",
            "PHP SDK"),
        arguments(
            "O:8:\"stdClass\":2:{s:9:\"errorCode\";s:3:\"X_Y\";s:7:\"message\";s:6:\"it's m\";}",
            "PHP serialize"),
        arguments(
            "(400)\nReason: Bad Request\nTrace-Token: t\nHTTP response headers: HTTPHeaderDict({'Date':"
                + " 'x', 'Content-Length': '9'})\nHTTP response body: "
                + json
                + "\n",
            "Python SDK"),
        arguments(
            "(400)\nReason: Bad Request\nHTTP response headers: HTTPHeaderDict({})\nHTTP response body:"
                + " b'"
                + json.replace("'", "\\'")
                + "'",
            "Python SDK"),
        arguments(
            "#<DocuSign_eSign::ApiError: Bad Request\nHTTP status code: 400\nResponse headers:"
                + " {\"Date\"=>\"x\"}\nResponse body: "
                + json
                + ">",
            "Ruby SDK"),
        arguments(
            "DocuSign_eSign::ApiError {\"errorCode\"=>\"X_Y\", \"message\"=>\"it's m\"}",
            "Ruby SDK"),
        arguments(
            """
            AxiosError: Request failed with status code 400
              config: { url: 'u', f: [Function: f] },
              response: {
                status: 400,
                data: {
                  errorCode: 'X_Y',
                  message: "it's m"
                }
              }
            """,
            "Node SDK"),
        arguments("Error: Bad Request\nerror.response.body: " + json, "Node SDK"),
        arguments("{\"error\":" + json + "}", "nested JSON"),
        arguments("{\"status\":500,\"docusignError\":" + json + "}", "nested JSON"),
        arguments("{\"a\":{\"b\":{\"c\":" + json + "}}}", "nested JSON"),
        arguments(
            "{\"code\":\"ERR_BAD_REQUEST\",\"message\":\"x\",\"response\":{\"data\":" + json + "}}",
            "nested JSON"),
        arguments("{\"message\":\"" + escaped + "\",\"status\":400}", "nested JSON"),
        arguments("\"" + escaped + "\"", "JSON string"),
        arguments("The provider said: \"" + escaped + "\" and gave up", "text"),
        arguments(
            "{\"error\":\"Error while requesting server, received a non successful HTTP code 400 with"
                + " response Body: '"
                + escaped
                + "'\"}",
            "Java SDK"),
        arguments(
            "Answer was <errorDetails><errorCode>X_Y</errorCode><message>it's m</message>"
                + "</errorDetails>",
            "text"));
  }

  @ParameterizedTest
  @MethodSource("wrappers")
  void wrapperIsTakenOffAndNamed(String body, String wrapper) {
    ApiError error = ErrorBody.parse(body);

    assertThat(error)
        .returns("X_Y", ApiError::code)
        .returns("it's m", ApiError::message)
        .returns(BodyForm.DOCUSIGN, ApiError::form)
        .returns(wrapper, ApiError::wrapper);
    assertThat(error.text()).isEqualTo(body.strip());
  }

  @Test
  void oneWrapperMoreThanThreeIsLeftOn() {
    String body = "{\"errorCode\":\"X_Y\",\"message\":\"m\"}";
    for (int i = 0; i < 3; i++) {
      body = "{\"in\":" + body + "}";
    }
    assertThat(ErrorBody.parse(body).code()).isEqualTo("X_Y");
    assertThat(ErrorBody.parse("{\"in\":" + body + "}").code()).isNull();
  }

  @Test
  void toolsThatKeepOnlyTheMessageAreNamed() {
    assertThat(ErrorBody.parse("dfsle.APIException: Not allowed"))
        .isEqualTo(
            new ApiError(
                null,
                "Not allowed",
                BodyForm.TEXT,
                "Salesforce toolkit",
                "dfsle.APIException: Not allowed"));
    assertThat(ErrorBody.parse("[400] Not allowed"))
        .isEqualTo(
            new ApiError(
                null, "Not allowed", BodyForm.TEXT, "automation tool", "[400] Not allowed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Failed to process the Sign - Send response USER_LACKS_PERMISSIONS",
        "USER_LACKS_PERMISSIONS: This User lacks sufficient permissions.",
        "the code (USER_LACKS_PERMISSIONS) came back"
      })
  void codeInsideATextIsFound(String text) {
    assertThat(ErrorBody.parse(text))
        .returns("USER_LACKS_PERMISSIONS", ApiError::code)
        .returns(text, ApiError::message)
        .returns(BodyForm.TEXT, ApiError::form);
  }

  @Test
  void wordsOfTheAccountServerInsideATextAreCodes() {
    assertThat(ErrorBody.parse("Login failed: consent_required").code())
        .isEqualTo("consent_required");
    assertThat(ErrorBody.parse("no such file or directory").code()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><title>Oops</title>",
        "  <html><body>502</body></html>",
        "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\" \"y\"><html/>",
        "<H1>Bad Gateway</H1>"
      })
  void pagesAreHtml(String body) {
    assertThat(ErrorBody.parse(body)).returns(BodyForm.HTML, ApiError::form);
    assertThat(parseBytes("text/html; charset=utf-8", "<p class=x>No".getBytes(UTF_8)))
        .returns(BodyForm.HTML, ApiError::form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t", "\uFEFF"})
  void blankBodyIsEmpty(String body) {
    assertThat(ErrorBody.parse(body)).isEqualTo(ApiError.EMPTY);
    assertThat(parseBytes(null, body.getBytes(UTF_8))).isEqualTo(ApiError.EMPTY);
  }

  @Test
  void filesAreBinaryAndLeaveNoText() {
    ApiError binary = new ApiError(null, null, BodyForm.BINARY, null, "");

    assertThat(parseBytes(null, new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo(binary);
    assertThat(parseBytes("application/pdf", "%PDF-1.7".getBytes(UTF_8))).isEqualTo(binary);
    assertThat(
            parseBytes("application/octet-stream", "{\"errorCode\":\"A_B\"}".getBytes(UTF_8))
                .code())
        .isEqualTo("A_B");
  }

  @Test
  void byteOrderMarkIsNoPartOfTheBody() {
    assertThat(ErrorBody.parse("\uFEFF{\"errorCode\":\"A_B\"}").code()).isEqualTo("A_B");
  }

  @Test
  void badUtf8IsReplaced() {
    byte[] bytes = "{\"errorCode\":\"A_B\",\"message\":\"?\"}".getBytes(UTF_8);
    bytes[bytes.length - 3] = (byte) 0xFF;

    assertThat(parseBytes("application/json", bytes).message()).isEqualTo("\uFFFD");
  }

  @Test
  void characterCutByTruncationIsLeftOut() {
    byte[] bytes = "Straße".getBytes(UTF_8);

    assertThat(ErrorBody.parse("text/plain", bytes, 5, /* truncated= */ true).text())
        .isEqualTo("Stra");
  }

  @Test
  void onlyTheFilledPartOfTheBufferIsRead() {
    byte[] buffer = Arrays.copyOf("{\"errorCode\":\"A_B\"}garbage".getBytes(UTF_8), 100);

    assertThat(ErrorBody.parse(null, buffer, 19, /* truncated= */ false).text())
        .isEqualTo("{\"errorCode\":\"A_B\"}");
  }

  @Test
  void codeBeforeTheCutOfATruncatedBodyIsFound() {
    ApiError error = ErrorBody.parse("{\"errorCode\":\"A_B\",\"message\":\"The requ");

    assertThat(error.code()).isEqualTo("A_B");
    assertThat(error.form()).isEqualTo(BodyForm.DOCUSIGN);
  }

  @Test
  void longTextsAreCut() {
    String message = "m".repeat(10_000);
    ApiError error = ErrorBody.parse("{\"errorCode\":\"A_B\",\"message\":\"" + message + "\"}");

    assertThat(error.message()).hasSize(ApiError.MAX_TEXT);
    assertThat(error.text()).hasSize(ApiError.MAX_TEXT);
  }

  @Test
  void deepNestingIsSurvived() {
    assertThat(ErrorBody.parse("{\"a\":".repeat(8_000))).isNotNull();
    assertThat(ErrorBody.parse("[".repeat(16_000))).isNotNull();
    assertThat(ErrorBody.parse("<a>".repeat(5_000))).isNotNull();
    assertThat(ErrorBody.parse("x {\\\"".repeat(2_500))).isNotNull();
  }

  @Property
  void everyPrefixOfABodyIsReadWithoutComplaint(@ForAll("bodies") String body) {
    byte[] bytes = body.getBytes(UTF_8);
    for (int length = 0; length <= bytes.length; length++) {
      assertThat(ErrorBody.parse(null, bytes, length, /* truncated= */ true)).isNotNull();
    }
  }

  @Property
  void anyBytesAreReadWithoutComplaint(@ForAll byte[] bytes) {
    assertThat(ErrorBody.parse(null, bytes, bytes.length, /* truncated= */ false)).isNotNull();
  }

  @Property
  void anyTextInsideMarkupIsReadWithoutComplaint(@ForAll("markup") String body) {
    assertThat(ErrorBody.parse(body)).isNotNull();
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.of(
        Stream.of(documentedShapes(), foreignShapes(), wrappers())
            .flatMap(cases -> cases)
            .map(test -> (String) test.get()[0])
            .toList());
  }

  @Provide
  Arbitrary<String> markup() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            "'",
            ":",
            ",",
            "<",
            ">",
            "/",
            "!",
            "=>",
            "&",
            "errorCode",
            "error",
            "Error",
            "message",
            "X_Y",
            "101",
            "errorDetails",
            "O:8:\"stdClass\"",
            "s:1:\"",
            ";",
            " ")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }
}
