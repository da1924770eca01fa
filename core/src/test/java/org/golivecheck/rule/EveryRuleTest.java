package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Client;
import org.golivecheck.call.RateLimits;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every rule, shown by a log that each finds something in. */
class EveryRuleTest {
  private static final Client OLD_SDK =
      new Client("Swagger-Codegen/v2.1/6.0.0/Java/17", "Java", null, null, null);

  static Stream<Arguments> logs() {
    return Stream.of(
        arguments("GL-001", new CallLog().clean(0, 3)),
        arguments("GL-003", new CallLog().clean(0, 19).clean(60 * 24 * 31, 1)),
        arguments("GL-006", new CallLog().itemError(0, "PUT", envelope(1), "INVALID_TAB")),
        arguments("GL-007", new CallLog().call(0, "GET", "/templates", 302)),
        arguments("GL-008", new CallLog().clean(0, 50)),
        arguments(
            "GL-011",
            new CallLog().add(0, "GET", "/users", call -> call.legacyAuthentication(true))),
        arguments("GL-012", new CallLog().call(0, "GET", "https://api-d.docusign.com/v1/forms")),
        arguments(
            "GL-014",
            new CallLog()
                .clean(0, 1)
                .call(1, "GET", "https://eu.docusign.net/restapi/v2.1/accounts/1")),
        arguments("GL-015", new CallLog().call(0, "GET", "/recipient_names")),
        arguments("GL-016", new CallLog().add(0, "GET", "/users", call -> call.client(OLD_SDK))),
        arguments("PL-001", gets(envelope(1), 0, 1)),
        arguments("PL-002", gets(envelope(1), 0, 16)),
        arguments("PL-003", gets("/envelopes", 0, 1)),
        arguments(
            "PL-004",
            new CallLog()
                .call(0, "GET", "/envelopes")
                .call(1, "GET", "/envelopes?start_position=100")),
        arguments(
            "PL-005",
            new CallLog().call(0, "PUT", "/envelopes/status").call(1, "PUT", "/envelopes/status")),
        arguments(
            "PL-007",
            new CallLog()
                .call(0, "POST", envelope(1) + "/views/recipient", 201)
                .call(1, "GET", envelope(1))),
        arguments("PL-010", gets("/templates", 0, 1)),
        arguments(
            "PL-011",
            new CallLog().call(0, "GET", envelope(1)).call(1, "GET", envelope(1) + "/recipients")),
        arguments("EV-001", refused("Hourly_Envelope_Polling_Limit_Exceeded")),
        arguments("EV-002", refused("Burst_APIInvocation_Envelope_Limit_Exceeded")),
        arguments("EV-003", puts(6)),
        arguments("RL-001", refused("HOURLY_APIINVOCATION_LIMIT_EXCEEDED")),
        arguments("RL-002", new CallLog().burst(0, 160, 29)),
        arguments("RL-003", new CallLog().burst(0, 2_400, 3_599)),
        arguments("RL-004", refused("BURST_APIINVOCATION_LIMIT_EXCEEDED").clean(0.1, 1)),
        arguments(
            "RL-005",
            new CallLog()
                .add(0, "GET", "/users", c -> c.limits(new RateLimits(3000, 299, 0, -1, -1)))),
        arguments("RL-006", refused("API_REQUEST_IS_THROTTLED")),
        arguments(
            "RL-007", new CallLog().call(0, "GET", "/users", 404).call(0.1, "GET", "/users", 404)),
        arguments(
            "SZ-001", new CallLog().add(0, "POST", "/envelopes", c -> c.requestBytes(35_651_585))),
        arguments(
            "SZ-002",
            new CallLog()
                .add(0, "PUT", envelope(1) + "/documents/1", c -> c.requestBytes(33_554_433))),
        arguments("OA-001", gets("https://account-d.docusign.com/oauth/userinfo", 0, 59)),
        arguments(
            "OA-002",
            new CallLog()
                .call(0, "POST", "https://account-d.docusign.com/oauth/token")
                .call(1, "POST", "https://account-d.docusign.com/oauth/token")
                .call(2, "POST", "https://account-d.docusign.com/oauth/token")
                .clean(3, 6)),
        arguments(
            "OA-003",
            new CallLog().error(0, "GET", "/users", 401, "AUTHORIZATION_INVALID_TOKEN", "No.")),
        arguments("OA-004", refused("PARTNER_AUTHENTICATION_FAILED")));
  }

  private static CallLog gets(String path, double first, double second) {
    return new CallLog().call(first, "GET", path).call(second, "GET", path);
  }

  private static CallLog puts(int count) {
    CallLog log = new CallLog();
    for (int i = 0; i < count; i++) {
      log.call(i, "PUT", envelope(1) + "/recipients");
    }
    return log;
  }

  private static CallLog refused(String code) {
    return new CallLog().error(0, "GET", envelope(1), 400, code, "No.");
  }

  /**
   * Rules that no log of {@link #logs()} shows: they need the catalogue of operations, or requests.
   */
  private static final List<String> ELSEWHERE = List.of("GL-013", "NR-001");

  @Test
  void everyRuleHasALogHere() {
    assertThat(logs().map(log -> (String) log.get()[0]))
        .containsAll(
            Rules.all().stream()
                .map(RuleInfo::id)
                .filter(id -> !id.startsWith("ER-") && !ELSEWHERE.contains(id))
                .toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void everyRuleFindsWhatItIsAboutUnderEveryProfileThatEvaluatesIt(String rule, CallLog log) {
    Severity most = Rules.find(rule).orElseThrow().severity();
    for (Profile profile : Profile.values()) {
      List<Finding> findings = log.findings(profile, rule);

      assertThat(findings.isEmpty())
          .as(profile.id())
          .isEqualTo(Rules.all(profile).stream().noneMatch(info -> info.id().equals(rule)));
      assertThat(findings)
          .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(severity(rule, profile)))
          .allSatisfy(finding -> assertThat(finding.severity()).isLessThanOrEqualTo(most))
          .allSatisfy(finding -> assertThat(finding.message().toString()).endsWith("."))
          .allSatisfy(finding -> assertThat(finding.count()).isPositive());
    }
  }

  /** What the contract says of severity, rule by rule. */
  private static Severity severity(String rule, Profile profile) {
    return switch (rule) {
      case "GL-001", "GL-011", "PL-001", "PL-003" -> Severity.ERROR;
      case "PL-010", "GL-013" -> Severity.INFO;
      case "PL-011" -> profile == Profile.STRICT ? Severity.WARNING : Severity.INFO;
      default -> Severity.WARNING;
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void theOrderOfCallsChangesNoFinding(String rule, CallLog log) {
    List<ApiCall> shuffled = new ArrayList<>(log.calls());
    Collections.shuffle(shuffled, new Random(7));

    GoLiveReport review = shuffled.stream().collect(GoLiveCheck.withDefaults().collector());

    assertThat(review.findings()).isEqualTo(log.review(Profile.CLASSIC).findings());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void aFingerprintHoldsNoIdAndNoTime(String rule, CallLog log) {
    assertThat(log.findings(rule))
        .allSatisfy(
            finding ->
                assertThat(finding.fingerprint().toString())
                    .startsWith(rule)
                    .doesNotContain("00000001", "2026", "log.zip"));
  }

  @Test
  void noRuleFindsAnythingInACleanLog() {
    CallLog log = new CallLog();
    for (int i = 0; i < 30; i++) {
      log.call(20 * i, "GET", envelope(1))
          .call(20 * i + 1, "POST", "/envelopes", 201)
          .call(20 * i + 2, "PUT", envelope(100 + i) + "/recipients");
    }

    for (Profile profile : Profile.values()) {
      assertThat(log.review(profile).findings()).isEmpty();
    }
  }
}
