package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import java.util.List;
import org.golivecheck.call.Client;
import org.golivecheck.call.Grant;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GL-015, GL-016 and RL-007. */
final class DeprecationsTest {
  private static final String USERS = "https://demo.docusign.net/restapi/v2.1/accounts/1/users";

  @ParameterizedTest
  @CsvSource({
    "https://demo.docusign.net/restapi/v2/accounts/1/users, api-v2",
    "http://demo.docusign.net/restapi/v2.1/accounts/1/users, plain-http",
    "https://lens-d.docusign.net/api/v2.0/datasets/monitor/stream, monitor-host",
    "https://lens.docusign.net/api/v2.0/datasets/monitor/web_query, monitor-web-query",
    "https://demo.docusign.net/restapi/v2.1/accounts/1/recipient_names, recipient-names",
  })
  void whatIsDeprecatedIsFoundWithItsSourceAndWhatToUseInstead(String url, String fingerprint) {
    List<Finding> findings = new CallLog().call(0, "GET", url).findings("GL-015");

    assertThat(findings)
        .anySatisfy(
            finding -> {
              assertThat(finding.fingerprint().toString()).isEqualTo("GL-015 " + fingerprint);
              assertThat(finding.basis()).startsWith("https://");
              assertThat(finding.remedy()).endsWith(".");
              assertThat(finding.message().toString()).startsWith("1 call goes ").endsWith(".");
            });
  }

  @Test
  void implicitGrantIsFoundByTheSignIn() {
    CallLog log =
        new CallLog()
            .add(
                0,
                "GET",
                "https://account-d.docusign.com/oauth/auth",
                call -> call.grant(Grant.of(null, null, Grant.Kind.IMPLICIT)))
            .add(
                1,
                "GET",
                "https://account-d.docusign.com/oauth/auth",
                call -> call.grant(Grant.of(null, null, Grant.Kind.PKCE)));

    assertThat(log.finding("GL-015").fingerprint().toString()).isEqualTo("GL-015 implicit-grant");
    assertThat(log.finding("GL-015").count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://demo.docusign.net/restapi/v2.1/accounts/1/users",
        "http://demo.docusign.net:8801/restapi/v2.1/accounts/1/users",
        "http://localhost/restapi/v2.1/accounts/1/users",
        "https://demo.rooms.docusign.com/restapi/v2/accounts/1/rooms",
        "https://apps-d.docusign.com/restapi/v2/accounts/1/users",
        "https://api-d.docusign.com/v1/organizations/1/stream",
      })
  void whatIsCurrentIsNotFound(String url) {
    assertThat(new CallLog().call(0, "GET", url).findings("GL-015")).isEmpty();
  }

  private static List<Finding> by(String userAgent, String url) {
    Client client = new Client(userAgent, null, null, null, null);
    return new CallLog().add(0, "GET", url, call -> call.client(client)).findings("GL-016");
  }

  @ParameterizedTest
  @CsvSource({
    "Swagger-Codegen/v2.1/6.0.0/Java/17,        WARNING, accepted without a check, 6.8.0",
    "Swagger-Codegen/v2.1/6.7.0/Java/17,        WARNING, exhausts memory,          6.8.0",
    "Swagger-Codegen/v2.1/4.0.0-RC1/Java/11,    WARNING, libraries are vulnerable, 6.8.0",
    "Swagger-Codegen/v2.1/7.0.1/node/18.1,      WARNING, share default headers,    10.0.0",
    "Swagger-Codegen/v2.1/9.0.0/node/18.1,      INFO,    chunked uploads,          10.0.0",
    "Swagger-Codegen/v2.1/8.0.1/C#/.NETStandard,INFO,    RequestJWT,               8.0.2",
    "Swagger-Codegen/v2.1/3.0.0/python3/3.11,   INFO,    OAuth host,               3.26.0",
  })
  void anSdkWithAKnownFaultIsFoundWithTheVersionThatMendsIt(
      String userAgent, Severity severity, String fault, String version) {
    assertThat(by(userAgent, USERS))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.message().toString()).contains(fault);
              assertThat(finding.remedy()).contains(" to " + version + " or later");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Swagger-Codegen/v2.1/6.8.0/Java/17",
        "Swagger-Codegen/v2.1/10.0.0/node/20",
        "Swagger-Codegen/v2.1/8.0.2/C#/.NETStandard",
        "Swagger-Codegen/v2.1/x/Java/17",
        "curl/8.1.2",
      })
  void othersAreNot(String userAgent) {
    assertThat(by(userAgent, USERS)).isEmpty();
  }

  @Test
  void theUserAgentOfAnotherApiSaysNothingOfTheSdkForESignature() {
    assertThat(
            by(
                "Swagger-Codegen/v2.1/1.0.0/Java/17",
                "https://demo.rooms.docusign.com/restapi/v2/accounts/1/rooms"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  404, 404, 9,  1",
    "GET,  404, 200, 9,  1",
    "GET,  404, 404, 11, 0",
    "POST, 400, 400, 2,  1",
    "POST, 400, 201, 2,  0",
    "GET,  401, 401, 2,  0",
    "GET,  429, 429, 2,  0",
    "GET,  503, 503, 2,  0",
    "GET,  200, 200, 2,  0",
  })
  void aRequestThatComesAgainSecondsAfterA4xxIsARepeat(
      String method, int first, int second, double seconds, int found) {
    CallLog log =
        new CallLog()
            .call(0, method, envelope(1), first)
            .call(seconds / 60, method, envelope(1), second);

    assertThat(log.findings("RL-007")).hasSize(found);
  }

  @Test
  void anotherQueryOrMethodIsAnotherRequest() {
    CallLog log =
        new CallLog()
            .call(0, "GET", "/users?a=1", 404)
            .call(0.01, "GET", "/users?a=2", 404)
            .call(0.02, "DELETE", "/users?a=2", 404);

    assertThat(log.findings("RL-007")).isEmpty();
  }
}
