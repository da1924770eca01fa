package org.golivecheck.render;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.call.Exclusion;
import org.golivecheck.gate.Comparisons;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;

/** Reports of every kind that a writer has to print. */
final class ReportFixtures {
  /** Texts that no report may show, each planted in {@link #hostile()}. */
  static final List<String> PLANTED =
      List.of(
          "eyJhbGciOiJub25lIn0",
          "c2lnbmF0dXJl",
          "hunter2",
          "dXNlcjpzZWNyZXQ",
          "jo.smith",
          "192.0.2.17",
          "MIIEow");

  private static final String NOTE_KEY =
      "The log does not show which integration key made the calls.";
  private static final String NOTE_AUTH =
      "Calls that failed to sign in are not in DocuSign's request logs.";

  private static final Map<String, GoLiveReport> ALL = makeAll();

  private ReportFixtures() {}

  /** Returns all reports by name, in a stable order. */
  static Map<String, GoLiveReport> all() {
    return ALL;
  }

  private static Map<String, GoLiveReport> makeAll() {
    Map<String, GoLiveReport> all = new LinkedHashMap<>();
    all.put("nothing-read", nothingRead());
    all.put("passing", passing());
    all.put("polling", polling());
    all.put("permission-errors", permissionErrors());
    all.put("too-few-calls", tooFewCalls());
    all.put("problems", problems());
    all.put("strict-old-errors", strictOldErrors());
    all.put("current-warnings", currentWarnings());
    all.put("thousands", thousandsOfFindings());
    all.put("hostile", hostile());
    all.put("excused", GateFixtures.excused());
    all.put("partly-known", GateFixtures.partlyKnown());
    all.put("gate-hostile", GateFixtures.hostile());
    all.put(
        "compared", Comparisons.compare(new Redactor().redact("last.json"), hostile(), polling()));
    return Collections.unmodifiableMap(all);
  }

  static GoLiveReport nothingRead() {
    return new ReportBuilder(Profile.CLASSIC, Verdict.NO_VERDICT)
        .reason("GL-001", "No call was read.")
        .cleanCallsNeeded(20)
        .input("empty.zip", "request-log", 0, 0, 3)
        .build();
  }

  static GoLiveReport passing() {
    ReportBuilder builder = new ReportBuilder(Profile.CLASSIC, Verdict.PASS);
    return builder
        .calls(19, Outcome.OK, 200, null)
        .unknownOperation(304, Outcome.UNKNOWN)
        .older(22)
        .excluded(Exclusion.WEB_APP, 10)
        .excluded(Exclusion.OAUTH, 5)
        .failed(1)
        .duplicates(2)
        .finding(
            builder.apiError(
                Severity.WARNING,
                "validation",
                "integration-developer",
                "INVALID_REQUEST_BODY",
                "Send a body that is valid JSON.",
                1))
        .finding(
            builder.general(
                "GL-007",
                "Redirected call",
                Severity.WARNING,
                "1 call answered 3xx, which is neither success nor error.",
                "Call the base URI that userinfo returns.",
                1))
        .note(NOTE_KEY)
        .note(NOTE_AUTH)
        .input("logs.zip", "request-log", 58, 58, 1)
        .build();
  }

  static final String CONSENT =
      "https://account-d.docusign.com/oauth/auth?response_type=code&scope=signature%20impersonation"
          + "&client_id=7c2b8d7e-83c3-4940-af5e-cda8a50dd73f"
          + "&redirect_uri=https%3A%2F%2Fapp.example.com%2Fback";

  static GoLiveReport polling() {
    ReportBuilder builder = new ReportBuilder(Profile.CLASSIC, Verdict.FAIL);
    return builder
        .reason("PL-001", "2 polling breaches in the window: GETs of the same envelope 90 s apart.")
        .calls(17, Outcome.OK, 200, null)
        .calls(1, Outcome.BREACH, 200, null)
        .calls(1, Outcome.OK, 201, null)
        .calls(1, Outcome.BREACH, 200, null)
        .cleanCallsNeeded(18)
        .finding(envelopePolling(builder))
        .note(NOTE_KEY)
        .input("logs.zip", "request-log", 20, 20, 0)
        .series(SeriesFixtures.polling())
        .build();
  }

  private static Finding envelopePolling(ReportBuilder builder) {
    return Finding.builder("PL-001", Severity.ERROR)
        .title("Envelope polled")
        .basis("https://developers.docusign.com/docs/esign-rest-api/esign101/rules-and-limits/")
        .category("polling")
        .actor("integration-developer")
        .message(builder.safe("The same envelope was asked for again within 15 minutes, 2 times."))
        .remedy(
            "Let DocuSign Connect tell your application about changes, or wait 15 minutes or more"
                + " between two GETs of the same envelope resource.")
        .method(builder.safe("GET"))
        .path(builder.safe("/restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}"))
        .resource(builder.safe("/restapi/v2.1/accounts/0f1e2d3c/envelopes/1a2b3c4d"))
        .operation("Envelopes:get")
        .count(2)
        .evidence(builder.evidence(2, 200))
        .fingerprint(
            builder.safe("PL-001|GET /restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}"))
        .build();
  }

  static GoLiveReport permissionErrors() {
    ReportBuilder builder = new ReportBuilder(Profile.CLASSIC, Verdict.FAIL);
    return builder
        .reason("GL-002", "8 of the newest 20 countable calls failed.")
        .calls(6, Outcome.OK, 200, null)
        .calls(5, Outcome.ERROR, 400, "USER_LACKS_PERMISSIONS")
        .unknownOperation(404, Outcome.ERROR)
        .calls(2, Outcome.ERROR, 401, "AUTHORIZATION_INVALID_TOKEN")
        .calls(6, Outcome.OK, 201, null)
        .older(300)
        .failed(71)
        .cleanCallsNeeded(14)
        .finding(
            builder.apiError(
                Severity.ERROR,
                "user-permission",
                "account-admin",
                "USER_LACKS_PERMISSIONS",
                "Give the user a permission profile that allows sending envelopes, or make the"
                    + " call as a user who has one.",
                63))
        .finding(
            builder
                .apiError(
                    Severity.ERROR,
                    "consent",
                    "consenting-user",
                    "consent_required",
                    "Open the consent URL of this integration key once, with every scope it asks"
                        + " for.",
                    2)
                .toBuilder()
                .consentUrl(builder.safe(CONSENT))
                .build())
        .finding(
            builder.apiError(
                Severity.WARNING,
                "account-permission",
                "account-plan-owner/docusign-support",
                "ACCOUNT_LACKS_PERMISSIONS",
                "Ask DocuSign to turn the feature on for the account.",
                4))
        .note(NOTE_AUTH)
        .input("november.zip", "request-log", 320, 320, 0)
        .build();
  }

  static GoLiveReport tooFewCalls() {
    ReportBuilder builder = new ReportBuilder(Profile.CLASSIC, Verdict.FAIL);
    return builder
        .reason("GL-001", "The log has 3 countable calls; the review examines 20.")
        .calls(3, Outcome.OK, 200, null)
        .cleanCallsNeeded(17)
        .finding(
            builder.general(
                "GL-001",
                "Too few calls",
                Severity.ERROR,
                "The log has 3 countable calls; the review examines 20.",
                "Make more calls of the kind that your integration makes in production.",
                3))
        .excluded(Exclusion.OTHER_API, 40)
        .input("-", "har", 43, 43, 0)
        .build();
  }

  static GoLiveReport problems() {
    ReportBuilder builder =
        new ReportBuilder(Profile.CLASSIC, Verdict.NO_VERDICT)
            .reason("GL-001", "An archive was not read to its end, so calls may be missing.")
            .calls(20, Outcome.OK, 200, null)
            .problem(
                "TRUNCATED_ARCHIVE",
                "logs.zip",
                0,
                1_048_576,
                "The archive ends before its end; download it again.",
                1)
            .problem(
                "NO_STATUS_LINE",
                "logs.zip!03_OK_GetEnvelope.txt",
                17,
                -1,
                "No status line follows the request headers.",
                1);
    for (int i = 0; i < 4; i++) {
      builder.problem(
          "NO_TIMESTAMP",
          "logs.zip!1" + i + "_OK_GetEnvelope.txt",
          1,
          -1,
          "The entry has no readable Timestamp.",
          i == 3 ? 118 : 1);
    }
    return builder.input("logs.zip", "request-log", 143, 20, 0).build();
  }

  static GoLiveReport strictOldErrors() {
    ReportBuilder builder = new ReportBuilder(Profile.STRICT, Verdict.FAIL);
    return builder
        .reason("GL-002", "3 countable calls older than the window failed.")
        .calls(20, Outcome.OK, 200, null)
        .older(500)
        .failed(3)
        .finding(
            builder.apiError(
                Severity.ERROR,
                "validation",
                "integration-developer",
                "INVALID_EMAIL_ADDRESS_FOR_RECIPIENT",
                "Check e-mail addresses before sending the envelope.",
                3))
        .input("logs.zip", "request-log", 520, 520, 0)
        .build();
  }

  static GoLiveReport currentWarnings() {
    ReportBuilder builder = new ReportBuilder(Profile.CURRENT, Verdict.PASS);
    return builder
        .calls(4, Outcome.OK, 200, null)
        .calls(1, Outcome.ERROR, 500, "UNSPECIFIED_ERROR")
        .failed(1)
        .finding(
            builder.apiError(
                Severity.WARNING,
                "service",
                "docusign-service",
                "UNSPECIFIED_ERROR",
                "Wait, repeat the call, and give DocuSign the trace token if it fails again.",
                1))
        .finding(
            builder.general(
                "GL-000",
                "Profile",
                Severity.INFO,
                "The review no longer asks for 20 calls since 2025-10-03.",
                "Nothing.",
                5))
        .input("logs.zip", "request-log", 5, 5, 0)
        .build();
  }

  static GoLiveReport thousandsOfFindings() {
    ReportBuilder builder = new ReportBuilder(Profile.CLASSIC, Verdict.FAIL);
    builder
        .reason("GL-002", "20 of the newest 20 countable calls failed.")
        .calls(20, Outcome.ERROR, 400, "CODE")
        .older(100_000)
        .failed(100_020)
        .cleanCallsNeeded(20);
    for (int i = 0; i < 3_000; i++) {
      builder.finding(
          builder.apiError(
              i < 20 ? Severity.ERROR : Severity.WARNING,
              "validation",
              i % 2 == 0 ? "integration-developer" : "end-user",
              "CODE_" + i,
              "Read the message of the error and correct the call.",
              1 + i % 5));
    }
    return builder
        .input("logs.zip", "request-log", 100_020, 100_020, 0)
        .series(SeriesFixtures.huge())
        .build();
  }

  /** A report from a log that somebody wrote to do harm. */
  static GoLiveReport hostile() {
    String jwt = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0ZXN0In0.c2lnbmF0dXJl";
    String attack =
        "</script><script>alert(1)</script>\u001b]0;owned\u0007\u001b[2J\r\n"
            + "PASS\u2028fake\u202eevil\u0000::error::x %0A |a|b| `c` *d* [e](javascript:f) &amp;"
            + " =cmd|'/C x'!A0 ]]>\ud800 \\u0000 \"quoted\" {{g}} ${h}";
    String secrets =
        "Bearer "
            + jwt
            + "\npassword=hunter2 {\"password\":\"hunter2\"} Basic dXNlcjpzZWNyZXQ="
            + " jo.smith@example.com 192.0.2.17 -----BEGIN PRIVATE KEY-----\nMIIEow";
    ReportBuilder builder = new ReportBuilder(Profile.CLASSIC, Verdict.FAIL);
    return builder
        .reason("GL-002", attack)
        .reason("GL-002", secrets)
        .calls(2, Outcome.ERROR, 400, attack)
        .calls(1, Outcome.ERROR, 400, secrets)
        .finding(
            builder.apiError(
                Severity.ERROR, "unknown", "integration-developer", attack, "Look.", 2))
        .finding(
            builder.apiError(
                Severity.WARNING, "unknown", "integration-developer", secrets, "Look.", 2))
        .input(attack, "request-log", 3, 3, 0)
        .input(secrets, "request-log", 3, 3, 0)
        .problem("NO_TIMESTAMP", "x.zip!" + attack, 1, -1, secrets, 1)
        .problem("NO_TIMESTAMP", "x.zip!" + secrets, 1, -1, attack, 1)
        .cleanCallsNeeded(20)
        .series(SeriesFixtures.hostile(attack, secrets))
        .build();
  }
}
