package org.golivecheck.render;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.call.Exclusion;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.GoLiveReport.Window;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.Profile;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.report.data.ReportData;
import org.jspecify.annotations.Nullable;

/** Puts a report together by hand, part by part, for tests of the writers. */
final class ReportBuilder {
  static final Instant START = Instant.parse("2026-11-23T10:00:00.1234567Z");
  private static final String ACCOUNT = "/restapi/v2.1/accounts/{accountId}";

  private final Redactor redactor = new Redactor();
  private final Profile profile;
  private final Verdict verdict;
  private final List<Reason> reasons = new ArrayList<>();
  private final List<WindowCall> window = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Long> excluded = new HashMap<>();
  private int cleanCallsNeeded;
  private long failed;
  private long duplicates;
  private long filtered;
  private long older;
  private @Nullable ReportSeries series;

  ReportBuilder(Profile profile, Verdict verdict) {
    this.profile = profile;
    this.verdict = verdict;
  }

  SafeText safe(String text) {
    return redactor.redact(text);
  }

  ReportBuilder reason(String rule, String message) {
    reasons.add(new Reason(rule, safe(message)));
    return this;
  }

  /** Adds calls to the window, 45 seconds apart. */
  ReportBuilder calls(int count, Outcome outcome, int status, @Nullable String errorCode) {
    for (int i = 0; i < count; i++) {
      int number = window.size();
      boolean get = number % 3 != 0;
      window.add(
          new ReportData.WindowCall(
              START.plus(Duration.ofSeconds(45L * number)),
              safe(get ? "GET" : "POST"),
              safe(ACCOUNT + (get ? "/envelopes/{envelopeId}" : "/envelopes")),
              safe("/restapi/v2.1/accounts/0f1e2d3c/envelopes" + (get ? "/1a2b3c4d" : "")),
              get ? "Envelopes:get" : "Envelopes:create",
              status,
              outcome,
              errorCode == null ? null : safe(errorCode),
              safe(trace(number)),
              safe(source(number))));
    }
    return this;
  }

  /** Adds a call to the window that the catalogue of operations does not have. */
  ReportBuilder unknownOperation(int status, Outcome outcome) {
    int number = window.size();
    window.add(
        new ReportData.WindowCall(
            START.plus(Duration.ofSeconds(45L * number)),
            safe("DELETE"),
            safe(ACCOUNT + "/some_new_collection/{id}/another_new_collection"),
            safe("/restapi/v2.1/accounts/0f1e2d3c/some_new_collection/7/another_new_collection"),
            null,
            status,
            outcome,
            null,
            null,
            safe(source(number))));
    return this;
  }

  ReportBuilder finding(Finding finding) {
    findings.add(finding);
    return this;
  }

  ReportBuilder note(String note) {
    notes.add(note);
    return this;
  }

  ReportBuilder input(String name, String format, long entries, long calls, long skipped) {
    inputs.add(new Input(safe(name), format, entries, calls, skipped));
    return this;
  }

  ReportBuilder problem(
      String code, String source, long line, long offset, String message, long count) {
    problems.add(new ReportData.Problem(code, safe(source), line, offset, safe(message), count));
    return this;
  }

  ReportBuilder excluded(Exclusion reason, long count) {
    excluded.put(reason.id(), count);
    return this;
  }

  ReportBuilder cleanCallsNeeded(int value) {
    cleanCallsNeeded = value;
    return this;
  }

  /** Sets how many countable calls are older than the window. */
  ReportBuilder older(long value) {
    older = value;
    return this;
  }

  ReportBuilder failed(long value) {
    failed = value;
    return this;
  }

  ReportBuilder duplicates(long value) {
    duplicates = value;
    return this;
  }

  ReportBuilder filtered(long value) {
    filtered = value;
    return this;
  }

  ReportBuilder series(ReportSeries value) {
    series = value;
    return this;
  }

  GoLiveReport build() {
    long notCounted = excluded.values().stream().mapToLong(Long::longValue).sum();
    for (Exclusion reason : Exclusion.values()) {
      if (reason.isOfEveryLog()) {
        excluded.putIfAbsent(reason.id(), 0L);
      }
    }
    long countable = window.size() + older;
    Instant from = window.isEmpty() ? null : START.minus(Duration.ofHours(older));
    Instant to = window.isEmpty() ? null : window.get(window.size() - 1).timestamp();
    return GoLiveReport.builder(profile, verdict)
        .reasons(reasons)
        .window(new Window(20, cleanCallsNeeded, window))
        .calls(
            new ReportData.Calls(
                countable + notCounted,
                countable,
                0,
                failed,
                duplicates,
                filtered,
                excluded,
                null,
                null,
                from,
                to))
        .findings(findings)
        .notes(notes)
        .inputs(inputs)
        .problems(problems)
        .series(series)
        .build();
  }

  /** Returns evidence of some calls, newest first, as a report caps it. */
  List<Evidence> evidence(int calls, int status) {
    List<Evidence> evidence = new ArrayList<>();
    for (int number = calls - 1; number >= 0 && evidence.size() < 50; number--) {
      evidence.add(
          new Evidence(
              START.plus(Duration.ofSeconds(45L * number)),
              safe(trace(number)),
              safe(source(number)),
              status));
    }
    return evidence;
  }

  /** Returns an error finding of the API, each part of which is as the catalogue has it. */
  Finding apiError(
      Severity severity, String category, String actor, String code, String remedy, int count) {
    return Finding.builder("ER-" + category, severity)
        .title("API error about " + category.replace('-', ' '))
        .basis("https://developers.docusign.com/docs/esign-rest-api/esign101/error-codes/")
        .category(category)
        .actor(actor)
        .message(safe(count + " of the calls to Envelopes:create answered " + code + "."))
        .remedy(remedy)
        .retry("after-fix")
        .method(safe("POST"))
        .path(safe(ACCOUNT + "/envelopes"))
        .operation("Envelopes:create")
        .errorCode(safe(code))
        .count(count)
        .evidence(evidence(count, 400))
        .fingerprint(safe("ER-" + category + "|POST " + ACCOUNT + "/envelopes|" + code))
        .build();
  }

  /** Returns a finding that is about no single API method. */
  Finding general(
      String rule, String title, Severity severity, String message, String remedy, long count) {
    return Finding.builder(rule, severity)
        .title(title)
        .basis("heuristic")
        .category("go-live")
        .actor("integration-developer")
        .message(safe(message))
        .remedy(remedy)
        .count(count)
        .fingerprint(safe(rule))
        .build();
  }

  private static String trace(int number) {
    return "5d5d5d5d-0000-4000-8000-" + "%012d".formatted(number);
  }

  private static String source(int number) {
    return "logs.zip!" + "%02d".formatted(number) + "_OK_GetEnvelope.txt";
  }
}
