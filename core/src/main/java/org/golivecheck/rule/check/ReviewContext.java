package org.golivecheck.rule.check;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.DocuSignHosts.Environment;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Operation;
import org.golivecheck.call.Operations;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.Review.CallRef;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.PollingPairs;
import org.golivecheck.rule.timeline.Timeline;

/**
 * What every check may ask.
 *
 * @param profile the rule set
 * @param timeline all calls in the order of time
 * @param window the newest countable calls
 * @param countable how many calls the review counts
 * @param asOf the moment of the review; the newest call where nobody set another
 * @param thresholds the numbers to judge by
 * @param unread what was not read to its end, why, and what to do; empty if all was read
 */
public record ReviewContext(
    Profile profile,
    Timeline timeline,
    Window window,
    long countable,
    Instant asOf,
    Thresholds thresholds,
    List<String> unread) {

  /** Returns whether a call is excluded for a reason. */
  public boolean shows(Exclusion reason) {
    return IntStream.range(0, timeline.size())
        .anyMatch(i -> timeline.kind(i).exclusion() == reason);
  }

  /** Returns whether all calls are excluded for one reason. */
  public boolean showsOnly(Exclusion reason) {
    return IntStream.range(0, timeline.size())
        .allMatch(i -> timeline.kind(i).exclusion() == reason);
  }

  /** Returns whether calls count, and all that do went to production. */
  public boolean isProductionAlone() {
    boolean[] seen = new boolean[timeline.kinds()];
    for (int i = 0; i < timeline.size(); i++) {
      int kind = timeline.kindId(i);
      if (!seen[kind] && timeline.kind(i).countable()) {
        seen[kind] = true;
        if (timeline.kind(i).environment() != Environment.PRODUCTION) {
          return false;
        }
      }
    }
    return countable > 0;
  }

  /** Returns whether a failed call decides the verdict under the profile. */
  public boolean errorDecides(int position) {
    return switch (profile) {
      case CLASSIC -> window.holds(position);
      case CURRENT -> false;
      case STRICT -> timeline.kind(position).countable();
    };
  }

  /** Returns whether a breach decides the verdict under the profile. */
  public boolean breachDecides(int pair) {
    PollingPairs pairs = timeline.pairs();
    return switch (profile) {
      case CLASSIC -> window.holds(pairs.earlier(pair));
      case CURRENT, STRICT -> true;
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

  /** Returns a call as reports show it. */
  public CallRef ref(int position) {
    CallKind kind = timeline.kind(position);
    Operation operation = kind.operation();
    return new CallRef(
        kind.timed() ? timeline.time(position) : Instant.EPOCH,
        operation.method(),
        operation.template(),
        resource(position),
        operation.name().isEmpty() ? null : operation.name(),
        kind.status(),
        timeline.detail(position).errorCode(),
        timeline.traceToken(position),
        timeline.source(position));
  }
}
