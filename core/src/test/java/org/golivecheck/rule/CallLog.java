package org.golivecheck.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.Client;
import org.golivecheck.call.ItemError;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;

/**
 * Writes a log for a test, a line a call: the minutes from noon, the method, the path, the status.
 */
final class CallLog {
  /** The account of every path that begins with {@code /envelopes} and the like. */
  static final String ACCOUNT_ID = "1e2d3c4b-0000-4000-8000-000000000001";

  static final String ACCOUNT = "https://demo.docusign.net/restapi/v2.1/accounts/" + ACCOUNT_ID;

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Client JAVA_SDK =
      new Client("Swagger-Codegen/v2.1/6.8.0/Java/17", "Java", null, null, null);

  private final List<ApiCall> calls = new ArrayList<>();

  /** Returns a path of an envelope, told from others by a number. */
  static String envelope(int number) {
    return "/envelopes/"
        + String.format(java.util.Locale.ROOT, "%08d", number)
        + "-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
  }

  /** Adds a call that succeeded. */
  CallLog call(double minutes, String method, String path) {
    return call(minutes, method, path, 200);
  }

  /** Adds a call with a status and an empty body. */
  CallLog call(double minutes, String method, String path, int status) {
    return add(minutes, method, path, status, status >= 400 ? ApiError.EMPTY : null, List.of());
  }

  /** Adds a call that failed with an error of DocuSign's own shape. */
  CallLog error(
      double minutes, String method, String path, int status, String code, String message) {
    ApiError error = new ApiError(code, message, BodyForm.DOCUSIGN, null, "");
    return add(minutes, method, path, status, error, List.of());
  }

  /** Adds a call that succeeded as a whole with an item that failed. */
  CallLog itemError(double minutes, String method, String path, String code) {
    return add(minutes, method, path, 201, null, List.of(new ItemError(code, "")));
  }

  /** Adds as many clean calls as asked for, a minute apart, each sending another envelope. */
  CallLog clean(double minutes, int count) {
    for (int i = 0; i < count; i++) {
      call(minutes + i, "POST", "/envelopes", 201);
    }
    return this;
  }

  private CallLog add(
      double minutes,
      String method,
      String path,
      int status,
      ApiError error,
      List<ItemError> itemErrors) {
    long millis = Math.round(minutes * 60_000);
    calls.add(
        ApiCall.builder(
                NOON.plusMillis(millis),
                method,
                path.startsWith("http") ? path : ACCOUNT + path,
                status)
            .traceToken(String.format(java.util.Locale.ROOT, "trace-%06d", calls.size()))
            .source("log.zip!" + calls.size() + "_Call.txt")
            .client(JAVA_SDK)
            .error(error)
            .itemErrors(itemErrors)
            .answeredByDocuSign(true)
            .build());
    return this;
  }

  /** Adds a call made by hand. */
  CallLog add(ApiCall call) {
    calls.add(call);
    return this;
  }

  /** Adds a call by its builder, which gets a trace token and a source. */
  CallLog add(double minutes, String method, String path, UnaryOperator<ApiCall.Builder> more) {
    String url = path.startsWith("http") ? path : ACCOUNT + path;
    ApiCall.Builder builder =
        ApiCall.builder(NOON.plusMillis(Math.round(minutes * 60_000)), method, url, 200)
            .traceToken(String.format(java.util.Locale.ROOT, "trace-%06d", calls.size()))
            .source("log.zip!" + calls.size() + "_Call.txt")
            .answeredByDocuSign(true);
    return add(more.apply(builder).build());
  }

  /** Adds as many calls as asked for, spread evenly over a time, each sending another envelope. */
  CallLog burst(double minutes, int count, double seconds) {
    for (int i = 0; i < count; i++) {
      call(minutes + i * seconds / 60 / count, "POST", "/envelopes", 201);
    }
    return this;
  }

  /** Returns the calls. */
  List<ApiCall> calls() {
    return List.copyOf(calls);
  }

  /** Returns a reason as reports have it. */
  static GoLiveReport.Reason reason(String rule, String message) {
    return new GoLiveReport.Reason(rule, new Redactor().redact(message));
  }

  /** Returns the review of these calls. */
  GoLiveReport review(Profile profile) {
    return review(ReviewSettings.of(profile));
  }

  /** Returns the review of these calls. */
  GoLiveReport review(ReviewSettings settings) {
    return calls.stream().collect(GoLiveCheck.withDefaults().withSettings(settings).collector());
  }

  /** Returns what one rule finds. */
  List<Finding> findings(Profile profile, String rule) {
    return review(profile).findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .toList();
  }

  /** Returns what one rule finds under the classic profile. */
  List<Finding> findings(String rule) {
    return findings(Profile.CLASSIC, rule);
  }

  /** Returns the only finding of a rule under the classic profile. */
  Finding finding(String rule) {
    List<Finding> findings = findings(rule);
    if (findings.size() != 1) {
      throw new AssertionError(rule + " found " + findings);
    }
    return findings.get(0);
  }
}
