package org.golivecheck.rule.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.body.ErrorBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DocuSign's guide quotes errors with a {@code Message} alone. Each is the row of its message. */
class MessageOnlyTest {
  private static final String SMS =
      "This Account lacks sufficient permissions. Account lacks permission to send Envelopes over"
          + " SMS.";
  private static final String CONNECT =
      "This Account lacks sufficient permissions. Connect not enabled for account..";
  private static final String VISIBILITY =
      "This Account lacks sufficient permissions. Document Visibility has been specified.  This"
          + " account does not have document visibility turned on.";
  private static final String VIEW =
      "This User lacks sufficient permissions. The requesting user must be either a sender or"
          + " editor of the envelope";
  private static final String SEND =
      "This User lacks sufficient permissions. User does not have the permission to send envelopes";

  /** The ways in which one message can come. */
  private static final List<String> FORMS =
      List.of(
          "{\"message\":\"%s\"}",
          "{\"Message\":\"%s\"}",
          "{\n  \"MESSAGE\" : \"%s\"\n}",
          "{\"errorCode\":null,\"message\":\"%s\"}",
          "{\"errorCode\":\"\",\"message\":\"%s\"}",
          "<errorDetails><message>%s</message></errorDetails>",
          "<?xml version=\"1.0\"?><errorDetails xmlns=\"http://www.docusign.com/restapi\">"
              + "<errorCode/><Message>%s</Message></errorDetails>",
          "<error><Message>%s</Message></error>",
          "<Message>%s</Message>",
          "%s",
          "Message: %s",
          "Error while requesting server, received a non successful HTTP code 400 with response"
              + " Body: '{\"Message\":\"%s\"}'",
          "Error calling CreateEnvelope: {\"message\":\"%s\"}",
          "Error calling CreateEnvelope: <errorDetails><message>%s</message></errorDetails>",
          "Error calling CreateEnvelope: %s",
          "(400)\nReason: Bad Request\nHTTP response headers: HTTPHeaderDict({'Date': 'x'})\n"
              + "HTTP response body: b'{\"Message\":\"%s\"}'",
          "DocuSign_eSign::ApiError: Bad Request\nHTTP status code: 400\nResponse headers:"
              + " {\"Date\"=>\"x\"}\nResponse body: {\"Message\":\"%s\"}",
          "dfsle.APIException: %s");

  private static Stream<Arguments> messages() {
    return Stream.of(
            Arguments.of(SMS, "ACCOUNT_LACKS_PERMISSIONS", "SMS"),
            Arguments.of(CONNECT, "ACCOUNT_LACKS_PERMISSIONS", "Connect"),
            Arguments.of(VISIBILITY, "ACCOUNT_LACKS_PERMISSIONS", "visibility"),
            Arguments.of(VIEW, "USER_LACKS_PERMISSIONS", "sender (owner)"),
            Arguments.of(SEND, "USER_LACKS_PERMISSIONS", "DS Viewer"))
        .flatMap(
            it ->
                FORMS.stream()
                    .map(form -> Arguments.of(form, it.get()[0], it.get()[1], it.get()[2])));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void isTheRowOfTheMessageWhoeverAnswered(
      String form, String message, String code, String inRemedy) {
    String body = form.formatted(message);

    List.of(
            Failures.answered(400, body),
            Failures.logged(ApiFamily.ESIGN, Failures.ENVELOPE, 400, body),
            Failures.logged(ApiFamily.UNKNOWN, Failures.PROVIDER, 500, body))
        .forEach(
            row -> {
              assertThat(row.code()).isEqualTo(code);
              assertThat(row.remedy()).contains(inRemedy);
            });
  }

  @Test
  void isShownWithoutTheTextOfTheSdkAroundIt() {
    ApiError error =
        ErrorBody.parse("Error calling CreateEnvelope: {\"Message\":\"" + SEND + "\"}");

    assertThat(error.message()).isEqualTo(SEND);
    assertThat(error.wrapper()).isEqualTo("C# SDK");
  }

  @Test
  void ofAnyOtherCodeIsTheRowOfItsMessageToo() {
    ErrorClass row =
        Failures.logged(
            ApiFamily.ESIGN,
            Failures.ENVELOPE,
            404,
            "{\"Message\":\"The envelope specified either does not exist or you have no rights to"
                + " it.\"}");

    assertThat(row.code()).isEqualTo("ENVELOPE_DOES_NOT_EXIST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"Der Vertrag konnte nicht gesendet werden\"}",
        "<error><message>Kaputt</message></error>",
        "{\"success\":false,\"message\":\"This User lacks sufficient permissions.\"}"
      })
  void thatNoRowHasIsStillTheProviders(String body) {
    assertThat(Failures.logged(ApiFamily.UNKNOWN, Failures.PROVIDER, 400, body).category())
        .isEqualTo("provider-rewritten");
  }
}
