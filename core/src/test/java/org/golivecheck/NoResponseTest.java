package org.golivecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that got no response: counted, explained by host and cause, and never calls. */
class NoResponseTest {
  private static final String URL = "https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes";

  private static String request(int second, int status, String message) {
    return """
        {"timestamp":"2026-11-23T12:00:%02dZ","method":"POST","url":"%s","status":%d,"message":"%s"}
        """
        .formatted(second, URL, status, message);
  }

  private static List<LogSource> log(String text) {
    return List.of(
        LogSource.of(
            "app.ndjson", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  private static GoLiveReport check(String... lines) {
    return GoLiveCheck.withDefaults().check(log(String.join("", lines)));
  }

  private static List<Finding> findings(GoLiveReport report) {
    return report.findings().stream().filter(it -> it.rule().equals("NR-001")).toList();
  }

  @Test
  void requestsWithoutResponseAreCountedApartFromCallsAndProblems() {
    GoLiveReport report =
        check(request(1, 201, ""), request(2, 0, "read timed out"), request(3, 201, ""));

    assertThat(report.calls().unanswered()).isEqualTo(1);
    assertThat(report.calls().total()).isEqualTo(2);
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void oneFindingForEachHostAndCauseNeverDecides() {
    GoLiveReport report =
        check(
            request(1, 201, ""),
            request(2, 0, "read timed out"),
            request(3, 0, "Read timed out"),
            request(4, 0, "connect ECONNREFUSED"));

    assertThat(findings(report)).extracting(Finding::count).containsExactlyInAnyOrder(1L, 2L);
    assertThat(findings(report)).allMatch(it -> it.severity() == Severity.WARNING);
    assertThat(report.reasons()).noneMatch(it -> it.rule().equals("NR-001"));
  }

  @ParameterizedTest
  @CsvSource({
    "getaddrinfo ENOTFOUND demo.docusign.net, integration-developer, host name cannot be resolved",
    "PKIX path building failed, network-operator, does not trust the certificate",
    "Received fatal alert: protocol_version, integration-developer, agree on no TLS version",
    "net::ERR_CONNECTION_TIMED_OUT, integration-developer, timed out",
    "net::ERR_CONNECTION_REFUSED, network-operator, refused",
    "Proxy Authentication Required, network-operator, proxy",
    "it is broken, network-operator, does not show why",
  })
  void theCauseSaysWhoActs(String message, String actor, String title) {
    Finding finding = findings(check(request(1, 0, message))).get(0);

    assertThat(finding.actor()).isEqualTo(actor);
    assertThat(finding.message().toString())
        .containsIgnoringCase(title)
        .contains("demo.docusign.net")
        .contains("app.ndjson:1");
  }

  @Test
  void afterTimeOutAnEnvelopeMayExist() {
    assertThat(findings(check(request(1, 0, "read timed out"))).get(0).remedy())
        .contains("an envelope may exist");
  }

  @Test
  void logOfSuchRequestsAloneHasNoVerdictByTheirCause() {
    GoLiveReport report = check(request(1, 0, "getaddrinfo ENOTFOUND demo.docusign.net"));

    assertThat(report.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(report.reasons().get(0).message().toString())
        .contains("No request in this log got a response", "host name cannot be resolved");
    assertThat(report.profiles())
        .allSatisfy(it -> assertThat(it.reasons()).isEqualTo(report.reasons()));
  }

  @Test
  void anAccumulatorOfSeveralProcessesKnowsThem() throws IOException {
    GoLiveCheck check = GoLiveCheck.withDefaults();
    CallAccumulator part = check.accumulator();
    try (LogCalls calls = check.open(log(request(1, 201, "") + request(2, 0, "timed out")))) {
      calls.stream().forEach(part::add);
      part.add(calls.summary());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    part.write(new DataOutputStream(bytes));
    CallAccumulator whole = check.accumulator();
    whole.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    GoLiveReport report = whole.report();

    assertThat(report.calls().unanswered()).isEqualTo(1);
    assertThat(findings(report)).hasSize(1);
  }
}
