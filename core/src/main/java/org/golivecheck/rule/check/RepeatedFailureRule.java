package org.golivecheck.rule.check;

import java.util.Objects;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.error.ErrorClass;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.LastSeen;
import org.golivecheck.rule.timeline.Timeline;
import org.golivecheck.text.Words;

/**
 * RL-007: a request failed with 4xx and the same request came again within seconds. A log does not
 * show bodies, so a POST is only taken for the same if it fails in the same way. After 401, 408,
 * 429 and limit errors a repeat can make sense, or is the matter of other rules.
 */
final class RepeatedFailureRule extends LogCheck {
  /** Our own choice: what a person has changed comes later. */
  private static final int SECONDS = 10;

  /** The newest failure of each path with its query. */
  private final LastSeen failures = new LastSeen();

  RepeatedFailureRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return true;
  }

  @Override
  boolean isPart(TimedCall call) {
    int position = call.position();
    int url = timeline.url(position);
    int before = fails(call) ? failures.put(url, position) : failures.get(url);
    return before != LastSeen.NOTHING && isRepeat(before, position);
  }

  private static boolean fails(TimedCall call) {
    int status = call.kind().status();
    if (status < 400 || status > 499 || status == 401 || status == 408 || status == 429) {
      return false;
    }
    ErrorClass error = call.detail().error();
    return error == null
        || !(error.category().equals("rate-limit") || error.category().equals("polling"));
  }

  private boolean isRepeat(int before, int position) {
    if (timeline.ticks(position) - timeline.ticks(before) > SECONDS * Timeline.TICKS_PER_SECOND) {
      return false;
    }
    CallKind failed = timeline.kind(before);
    CallKind kind = timeline.kind(position);
    boolean sameFailure =
        kind.status() == failed.status()
            && Objects.equals(
                timeline.detail(position).errorCode(), timeline.detail(before).errorCode());
    return kind.operation().method().equals(failed.operation().method())
        && (sameFailure || !kind.isMethod("POST"));
  }

  @Override
  Finding finding(Evidence evidence) {
    return draft()
        .build(
            Words.count(evidence.count(), "request", "requests")
                + " came again within "
                + SECONDS
                + " seconds after the same request had failed with 4xx.",
            evidence);
  }
}
