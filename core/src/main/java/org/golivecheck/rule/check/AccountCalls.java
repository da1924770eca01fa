package org.golivecheck.rule.check;

import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.Timeline;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Whose limit a call draws on. DocuSign counts calls by account, all applications together, and
 * demo and production apart.
 *
 * @param account the number of the account
 * @param demo whether the calls went to the demo environment
 */
public record AccountCalls(int account, boolean demo) {
  private static final int SHORT_ID = 8;

  // Spelled out for a quick start, see Operation.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccountCalls that && account == that.account && demo == that.demo;
  }

  @Override
  public int hashCode() {
    return number(account, demo);
  }

  static int number(int account, boolean demo) {
    return 2 * account + (demo ? 1 : 0);
  }

  /** Returns whether calls draw on the limits of eSignature. */
  public static boolean limited(CallKind kind) {
    return kind.countable();
  }

  /** Returns the account's limited calls of a stretch of time. */
  Evidence during(Timeline timeline, long fromTicks, int newest) {
    int oldest = newest;
    while (oldest > 0 && timeline.ticks(oldest - 1) >= fromTicks) {
      oldest--;
    }
    Evidence calls = new Evidence();
    for (int position = oldest; position <= newest; position++) {
      CallKind kind = timeline.kind(position);
      boolean limited = limited(kind) && kind.timed() && timeline.isDemo(position) == demo;
      if (limited && timeline.account(position) == account) {
        calls.add(position);
      }
    }
    return calls;
  }

  /** Names the account, its id cut short. */
  String words(Timeline timeline) {
    return "Account " + shortId(timeline) + (demo ? " (demo)" : "");
  }

  /** Returns the account's id, cut short. */
  public String shortId(Timeline timeline) {
    String id = timeline.accountId(account);
    return id.substring(0, Math.min(id.length(), SHORT_ID));
  }

  /** Says how a number of calls compares with a limit. */
  static String comparedWithLimit(long calls, long limit) {
    return calls > limit
        ? "more than the limit of " + Words.number(limit)
        : calls * 100 / limit + " % of the limit of " + Words.number(limit);
  }

  /** Our own choice: from 80 % of a limit on the next busy day exceeds it. */
  static boolean nearLimit(long calls, long limit) {
    return calls * 10 >= limit * 8;
  }
}
