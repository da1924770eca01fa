package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.golivecheck.call.ApiCall.Vantage;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.Exclusion;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.ReviewSettings.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is DocuSign's traffic, and whose, where a log contains more. */
final class TrafficTest {
  private static final String GUID = "1e2d3c4b-0000-4000-8000-000000000001";
  private static final String GATEWAY = "https://esign.example.com/sign";

  private final CallLog log = new CallLog();

  private void client(double minutes, String method, String url, int status, ApiError error) {
    log.add(
        minutes,
        method,
        url,
        call ->
            org.golivecheck.call.ApiCall.builder(call.build().timestamp(), method, url, status)
                .source("app.log:" + (log.calls().size() + 1))
                .vantage(Vantage.CLIENT)
                .error(error));
  }

  private GoLiveReport review(Set<String> gateways, Map<String, String> aliases) {
    return log.review(ReviewSettings.DEFAULT.withTraffic(new Traffic(gateways, aliases, null)));
  }

  @Test
  void callsToOtherHostsAreCountedAndNothingElse() {
    for (int i = 0; i < 20; i++) {
      client(i, "POST", CallLog.ACCOUNT + "/envelopes", 201, null);
    }
    GoLiveReport without = log.review(Profile.CLASSIC);
    client(30, "GET", "https://api.example.com/restapi/v2.1/accounts/1/envelopes", 500, null);
    client(31, "POST", "https://api.example.com/oauth/token", 400, ApiError.EMPTY);
    GoLiveReport with = log.review(Profile.CLASSIC);

    assertThat(with.calls().excluded()).containsEntry(Exclusion.OTHER_HOST.id(), 2L);
    assertThat(with.calls().failed()).isZero();
    assertThat(with.findings()).isEqualTo(without.findings());
    assertThat(with.verdict()).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void aRunOfCallsToOtherHostsAloneHasReadNoDocuSignCall(Profile profile) {
    for (int i = 0; i < 25; i++) {
      client(i, "POST", "https://api.example.com/v1/orders", 500, null);
    }
    GoLiveReport review = log.review(profile);

    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(review.reasons())
        .containsExactly(
            CallLog.reason("GL-000", "No call in this log went to a host of DocuSign."));
    assertThat(review.findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void theHostWithMostPathsOfDocuSignsApiIsNamedAsAGateway(Profile profile) {
    client(0, "GET", "https://b.example.com/restapi/v2.1/accounts/1", 200, null);
    client(1, "GET", "https://a.example.com/sign/RestApi/v2.1/accounts/1", 200, null);
    client(2, "GET", "https://a.example.com/sign/restapi/v2.1/accounts/1/users", 200, null);
    for (int i = 3; i < 9; i++) {
      client(i, "GET", "https://c.example.com/orders", 200, null);
    }
    GoLiveReport review = log.review(profile);

    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(review.reasons())
        .containsExactly(
            CallLog.reason(
                "GL-000",
                "No call in this log went to a host of DocuSign. Paths of 2 calls to a.example.com"
                    + " look like DocuSign's: if it is your gateway to DocuSign, run again with"
                    + " --gateway-host a.example.com."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/v2.1/accounts/",
        "http://127.0.0.1:49152/stub/v2.1/accounts/",
        "http://127.8.9.1/restapi/v2.1/accounts/",
        "http://[::1]:8080/a/b/restapi/v2.1/accounts/",
        "http://LocalHost/docusign/V2.1/Accounts/"
      })
  void aStubOnThisMachineCountsWhateverStandsBeforeTheVersion(String base) {
    for (int i = 0; i < 20; i++) {
      client(i, "GET", base + GUID + CallLog.envelope(7), 200, null);
    }
    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.calls().countable()).isEqualTo(20);
    assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(review.reasons()).extracting(GoLiveReport.Reason::rule).containsExactly("PL-001");
    assertThat(review.window().calls())
        .allSatisfy(call -> assertThat(call.operation()).isEqualTo("Envelopes:get"));
  }

  @Test
  void aGatewayCountsWithoutRestapiAndAsTheSameResourceAsDocuSign() {
    String envelope = "/v2.1/accounts/" + GUID + CallLog.envelope(7);
    client(0, "GET", GATEWAY + envelope, 200, null);
    client(1, "GET", "https://demo.docusign.net/restapi" + envelope, 200, null);
    client(2, "GET", "https://demo.docusign.net" + envelope, 200, null);
    GoLiveReport review = review(Set.of("esign.example.com"), Map.of());

    assertThat(review.calls().countable()).isEqualTo(2);
    assertThat(review.calls().excluded()).containsEntry(Exclusion.OTHER_API.id(), 1L);
    assertThat(review.reasons())
        .extracting(GoLiveReport.Reason::rule)
        .containsExactly("PL-001", "GL-001");
  }

  @Test
  void aGatewayWhosePathsLackRestapiIsNamedToo() {
    client(0, "GET", "https://a.example.com/sign/v2.1/accounts/" + GUID + "/users", 200, null);

    assertThat(log.review(Profile.CLASSIC).reasons().get(0).message().toString())
        .endsWith(" --gateway-host a.example.com.");
  }

  @Test
  void ofHostsThatAreAsFrequentTheFirstByNameIsNamed() {
    client(0, "GET", "https://b.example.com/restapi/v2.1/accounts/1", 200, null);
    client(1, "GET", "https://a.example.com/restapi/v2.1/accounts/1", 200, null);
    client(2, "GET", "https://c.example.com/restapi/v2.1/accounts/1", 200, null);

    assertThat(log.review(Profile.CLASSIC).reasons().get(0).message().toString())
        .contains("Paths of 1 call to a.example.com look like")
        .endsWith(" --gateway-host a.example.com.");
  }

  @Test
  void aHostThatIsNoHostNameIsNotNamed() {
    client(0, "GET", "https://a;rm -rf.example.com/restapi/v2.1/accounts/1", 200, null);

    assertThat(log.review(Profile.CLASSIC).reasons().get(0).message().toString())
        .doesNotContain("gateway");
  }

  @Test
  void aGatewayIsNamedToo_WhereOnlySignInsWentToDocuSign() {
    client(0, "POST", "https://account-d.docusign.com/oauth/token", 200, null);
    client(1, "GET", "https://a.example.com/restapi/v2.1/accounts/1", 200, null);
    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(review.reasons().get(0).rule()).isEqualTo("GL-000");
    assertThat(review.reasons().get(0).message().toString())
        .endsWith(" --gateway-host a.example.com.");
  }

  @Test
  void callsThroughAGatewayCountAsIfTheyWentToDocuSign() {
    String envelope = "/restapi/v2.1/accounts/" + GUID + CallLog.envelope(7);
    client(0, "GET", GATEWAY + envelope, 200, null);
    client(1, "GET", "https://demo.docusign.net" + envelope, 200, null);
    String page = "<html><title>504 Gateway Time-out</title></html>";
    client(
        2,
        "GET",
        GATEWAY + "/restapi/v2.1/accounts/" + GUID + "/users",
        504,
        new ApiError(null, null, BodyForm.HTML, null, page));
    GoLiveReport review = review(Set.of("esign.example.com"), Map.of());

    assertThat(review.calls().countable()).isEqualTo(3);
    assertThat(review.findings())
        .filteredOn(finding -> finding.rule().equals("PL-001"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.count()).isEqualTo(1));
    assertThat(review.findings()).anyMatch(finding -> finding.rule().startsWith("ER-"));
    assertThat(review(Set.of(), Map.of()).calls().countable()).isEqualTo(1);
  }

  @Test
  void anAliasIsTheSameAccount() {
    log.call(
        0, "GET", "https://demo.docusign.net/restapi/v2.1/accounts/12345" + CallLog.envelope(7));
    log.call(
        5, "GET", "https://demo.docusign.net/restapi/v2.1/accounts/" + GUID + CallLog.envelope(7));

    assertThat(log.findings("PL-001")).isEmpty();
    assertThat(review(Set.of(), Map.of("12345", GUID)).findings())
        .filteredOn(finding -> finding.rule().equals("PL-001"))
        .hasSize(1);
  }
}
