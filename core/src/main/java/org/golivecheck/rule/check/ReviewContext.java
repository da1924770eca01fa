package org.golivecheck.rule.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.call.DocuSignHosts.Environment;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Operation;
import org.golivecheck.call.Operations;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.data.ReportData;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.PollingPairs;
import org.golivecheck.rule.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What every check may ask.
 *
 * @param profile the rule set
 * @param timeline all calls in the order of time
 * @param window the newest countable calls
 * @param countable how many calls the review counts
 * @param asOf the moment of the review; the newest call unless set
 * @param thresholds the numbers to judge by
 * @param unread what was not read to its end, why, and what to do; empty if all was read
 * @param redactor removes secrets and personal data from what becomes part of a report
 * @param consent what is known of the link of consent, apart from the log
 * @param ofPart what ends the message of each finding, where only a part of the calls is judged
 * @param part the name of that part, or null
 */
public record ReviewContext(
    Profile profile,
    Timeline timeline,
    Window window,
    long countable,
    Instant asOf,
    Thresholds thresholds,
    List<String> unread,
    Redactor redactor,
    ConsentLink consent,
    String ofPart,
    @Nullable String part) {

  /** Returns the same for calls that decide no verdict: none of them counts. */
  public ReviewContext decidingNothing() {
    Window none = Window.of(timeline, 0, thresholds.windowSize());
    return new ReviewContext(
        profile, timeline, none, 0, asOf, thresholds, unread, redactor, consent, ofPart, part);
  }

  /** Returns the same by another rule set. */
  public ReviewContext by(Profile other) {
    return other == profile
        ? this
        : new ReviewContext(
            other,
            timeline,
            window,
            countable,
            asOf,
            thresholds,
            unread,
            redactor,
            consent,
            ofPart,
            part);
  }

  /** Returns whether a call is excluded for a reason. */
  public boolean shows(Exclusion reason) {
    return timeline.count(kind -> kind.exclusion() == reason) > 0;
  }

  /** Returns whether all calls are excluded for one reason. */
  public boolean showsOnly(Exclusion reason) {
    return timeline.count(kind -> kind.exclusion() == reason) == timeline.size();
  }

  /** Returns whether calls count, and all that do went to production. */
  public boolean isProductionAlone() {
    return countable > 0
        && timeline.count(kind -> kind.countable() && kind.environment() != Environment.PRODUCTION)
            == 0;
  }

  /** Returns whether a failed call decides the verdict under the profile. */
  public boolean errorDecides(int position) {
    return switch (profile) {
      case CLASSIC -> window.contains(position);
      case CURRENT -> false;
      case STRICT -> countable > 0 && timeline.kind(position).countable();
    };
  }

  /** Returns whether a call decides the verdict because it signs in by the legacy header. */
  public boolean legacySignInDecides(int position) {
    CallKind kind = timeline.kind(position);
    return kind.legacyAuthentication()
        && kind.countable()
        && kind.succeeded()
        && (profile == Profile.CLASSIC ? window.contains(position) : countable > 0);
  }

  /** Returns whether a breach decides the verdict under the profile. */
  public boolean breachDecides(int pair) {
    PollingPairs pairs = timeline.pairs();
    return switch (profile) {
      case CLASSIC -> window.contains(pairs.earlier(pair));
      case CURRENT, STRICT -> countable > 0;
    };
  }

  /** Returns how many of the newest countable calls the profile examines; 0 if it counts none. */
  public int required() {
    return profile == Profile.CURRENT ? 0 : window.required();
  }

  /**
   * Returns how many further clean countable calls make the window pass; 0 if the profile does not
   * count calls.
   */
  public int cleanCallsNeeded() {
    return profile == Profile.CURRENT ? 0 : window.cleanCallsNeeded();
  }

  /** Returns the severity of a finding that decides the verdict, or does not. */
  static Severity severity(boolean decides) {
    return decides ? Severity.ERROR : Severity.WARNING;
  }

  /** Returns the path of a call with each id cut to its first eight characters. */
  public String resource(int position) {
    Operation operation = timeline.kind(position).operation();
    return Operations.resource(operation, CallUrl.parse(timeline.path(position)));
  }

  /** Returns when a call ended; 1970 where the log does not show it. */
  public Instant time(int position) {
    return timeline.kind(position).timed() ? timeline.time(position) : Instant.EPOCH;
  }

  /** Returns the documented name of a call's operation, or null where unknown. */
  public @Nullable String operation(int position) {
    String name = timeline.kind(position).operation().name();
    return name.isEmpty() ? null : name;
  }

  /** Returns a call as findings show it. */
  Finding.Evidence evidence(int position) {
    return new Finding.Evidence(
        time(position),
        redactor.redactNullable(timeline.traceToken(position)),
        redactor.redact(timeline.source(position)),
        timeline.kind(position).status());
  }

  /** Returns the window as reports show it. */
  public GoLiveReport.Window reportedWindow() {
    List<WindowCall> calls = new ArrayList<>(window.size());
    for (int i = 0; i < window.size(); i++) {
      calls.add(windowCall(window.position(i)));
    }
    return new GoLiveReport.Window(required(), cleanCallsNeeded(), calls);
  }

  private WindowCall windowCall(int position) {
    CallKind kind = timeline.kind(position);
    return new ReportData.WindowCall(
        time(position),
        redactor.redact(kind.operation().method()),
        redactor.redact(kind.operation().template()),
        redactor.redact(resource(position)),
        operation(position),
        kind.status(),
        window.outcome(position),
        redactor.redactCode(timeline.detail(position).errorCode()),
        redactor.redactNullable(timeline.traceToken(position)),
        redactor.redact(timeline.source(position)));
  }
}
