package org.golivecheck.rule.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.golivecheck.call.Exclusion;
import org.golivecheck.report.GoLiveReport.ProfileVerdict;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.check.ReviewContext;
import org.golivecheck.rule.check.TooFewCallsRule;
import org.golivecheck.rule.check.Window;
import org.golivecheck.rule.timeline.PollingPairs;
import org.golivecheck.rule.timeline.Timeline;
import org.golivecheck.text.Words;

/**
 * The verdict and its reasons. Nothing else decides a verdict.
 *
 * @param verdict what is predicted
 * @param reasons why it is not PASS, most important first
 */
record Judgement(Verdict verdict, List<Reason> reasons) {

  private static final int MOST_UNREAD_NAMED = 3;

  static Judgement of(ReviewContext context) {
    Judgement judged = ofCalls(context);
    return context.unread().isEmpty() ? judged : judged.ofIncomplete(context);
  }

  /**
   * Returns the judgement of a run that is incomplete, though this, its worst part, is not: it does
   * not pass.
   */
  Judgement ofIncompleteRun(ReviewContext run) {
    List<Reason> all = new ArrayList<>(reasons);
    boolean fails = verdict == Verdict.FAIL;
    all.add(fails ? all.size() : 0, reason(run, "GL-000", incomplete(run.unread())));
    return new Judgement(fails ? Verdict.FAIL : Verdict.NO_VERDICT, all);
  }

  /** Returns the verdicts by both rule sets of DocuSign. */
  static List<ProfileVerdict> verdicts(Map<Profile, Judgement> judgements) {
    List<ProfileVerdict> verdicts = new ArrayList<>();
    judgements.forEach(
        (profile, it) -> {
          if (profile != Profile.STRICT) {
            verdicts.add(new ProfileVerdict(profile, it.verdict, it.reasons));
          }
        });
    return verdicts;
  }

  /** Returns the same judgement with reasons that name the calls they are about. */
  Judgement about(String calls, ReviewContext context) {
    return new Judgement(
        verdict,
        reasons.stream()
            .map(reason -> reason(context, reason.rule(), calls + ": " + reason.message()))
            .toList());
  }

  /**
   * Returns how far this is from passing: a failure is farther than no verdict, and among equals
   * the one that needs more calls.
   */
  int rank(int cleanCallsNeeded) {
    int weight = Thresholds.MAX_WINDOW_SIZE + 1;
    int order =
        switch (verdict) {
          case FAIL -> 2;
          case NO_VERDICT -> 1;
          case PASS -> 0;
        };
    return order * weight + cleanCallsNeeded;
  }

  /**
   * What was not read can neither add to a PASS nor take an error or a breach away; only whether
   * there are enough calls stays unknown.
   */
  private Judgement ofIncomplete(ReviewContext context) {
    if (context.timeline().size() == 0) {
      return noVerdict(context, unread("", context.unread()));
    }
    Reason incomplete = reason(context, "GL-000", incomplete(context.unread()));
    List<Reason> lasting = new ArrayList<>(reasons);
    lasting.removeIf(reason -> reason.rule().equals("GL-001"));
    boolean fails = verdict == Verdict.FAIL && !lasting.isEmpty();
    lasting.add(fails ? lasting.size() : 0, incomplete);
    return new Judgement(fails ? Verdict.FAIL : Verdict.NO_VERDICT, lasting);
  }

  private static String incomplete(List<String> unread) {
    return unread("Not everything could be read, so calls may be missing. ", unread);
  }

  private static String unread(String before, List<String> unread) {
    StringBuilder text = new StringBuilder(before);
    for (String each : unread.subList(0, Math.min(MOST_UNREAD_NAMED, unread.size()))) {
      text.append(each).append(each.endsWith(".") ? " " : ". ");
    }
    int more = unread.size() - MOST_UNREAD_NAMED;
    return (more > 0 ? text.append("And ").append(more).append(" more.") : text).toString().strip();
  }

  private static Reason reason(ReviewContext context, String rule, String message) {
    return new Reason(rule, context.redactor().redact(message));
  }

  private static Judgement noVerdict(ReviewContext context, String why) {
    return new Judgement(Verdict.NO_VERDICT, List.of(reason(context, "GL-000", why)));
  }

  private static Judgement ofCalls(ReviewContext context) {
    if (context.timeline().size() == 0) {
      return noVerdict(
          context,
          "There is no call to judge. Give a log that contains API calls, or widen the filters;"
              + " golive-check formats lists what can be read.");
    }
    if (context.countable() == 0) {
      return noVerdict(context, whyNoneCounts(context) + Gateways.advice(context.timeline()));
    }
    List<Reason> reasons = new ArrayList<>();
    addErrors(context, reasons);
    addBreaches(context, reasons);
    addLegacySignIns(context, reasons);
    if (context.profile() != Profile.CURRENT && context.countable() < context.window().required()) {
      reasons.add(reason(context, "GL-001", TooFewCallsRule.message(context)));
    }
    if (reasons.isEmpty() && context.timeline().pairs().anyUntimed()) {
      return noVerdict(
          context,
          "Only polling could still fail the review, and it cannot be judged: the log shows no times"
              + " of calls that ask for the same envelope resource again.");
    }
    return new Judgement(reasons.isEmpty() ? Verdict.PASS : Verdict.FAIL, reasons);
  }

  /** Returns why calls that do not count allow no verdict: what they are. */
  private static String whyNoneCounts(ReviewContext context) {
    if (context.shows(Exclusion.NO_URL)) {
      return "The log does not show the URLs of calls, so none is known to count.";
    }
    if (context.showsOnly(Exclusion.OTHER_HOST)) {
      return "No call in this log went to a host of DocuSign.";
    }
    List<String> kinds = new ArrayList<>();
    for (Exclusion reason : Exclusion.values()) {
      long calls = context.timeline().count(kind -> kind.exclusion() == reason);
      if (calls > 0) {
        kinds.add(Words.number(calls) + " " + reason.id() + " (" + reason.words() + ")");
      }
    }
    return "No call in this log counts for the review: " + String.join(", ", kinds) + ".";
  }

  private static void addLegacySignIns(ReviewContext context, List<Reason> reasons) {
    long calls = 0;
    for (int i = 0; i < context.timeline().size(); i++) {
      calls += context.legacySignInDecides(i) ? 1 : 0;
    }
    if (calls > 0) {
      reasons.add(
          reason(
              context,
              "GL-011",
              Words.count(calls, "call that counts signs in", "calls that count sign in")
                  + " by the header X-DocuSign-Authentication, which ended on 2026-09-30."
                  + " The review requires OAuth 2.0."));
    }
  }

  private static void addErrors(ReviewContext context, List<Reason> reasons) {
    Timeline timeline = context.timeline();
    long inWindow = 0;
    for (int i = 0; i < context.window().size(); i++) {
      inWindow += timeline.kind(context.window().position(i)).failed() ? 1 : 0;
    }
    long deciding =
        switch (context.profile()) {
          case CLASSIC -> inWindow;
          case CURRENT -> 0;
          case STRICT ->
              context.countable() == 0
                  ? 0
                  : timeline.count(kind -> kind.countable() && kind.failed());
        };
    if (deciding > 0) {
      reasons.add(reason(context, "GL-002", errors(context.window(), deciding, inWindow)));
    }
  }

  private static String errors(Window window, long deciding, long inWindow) {
    String newest =
        window.size() == window.required()
            ? "the newest " + Words.count(window.size(), "countable call", "countable calls")
            : "the "
                + Words.count(window.size(), "countable call", "countable calls")
                + " in this log";
    if (deciding == inWindow) {
      return inWindow + " of " + newest + " failed.";
    }
    return Words.count(deciding, "countable call", "countable calls")
        + " failed in the whole log, "
        + Words.number(inWindow)
        + " of them among "
        + newest
        + ".";
  }

  private static void addBreaches(ReviewContext context, List<Reason> reasons) {
    PollingPairs pairs = context.timeline().pairs();
    long envelopes = 0;
    long lists = 0;
    // By the classic profile both calls of a deciding pair are in the window.
    boolean anywhere = context.profile() != Profile.CLASSIC;
    for (int pair = pairs.size() - 1;
        pair >= 0 && (anywhere || context.window().contains(pairs.later(pair)));
        pair--) {
      if (pairs.breach(pair) && context.breachDecides(pair)) {
        if (pairs.list(pair)) {
          lists++;
        } else {
          envelopes++;
        }
      }
    }
    String sooner =
        " came less than "
            + context.thresholds().pollingIntervalInWords()
            + " after the previous one"
            + (context.profile() == Profile.CLASSIC
                ? " among the calls of the review."
                : " in the log.");
    if (envelopes > 0) {
      String gets =
          Words.count(envelopes, "GET of an envelope resource", "GETs of envelope resources");
      reasons.add(reason(context, "PL-001", gets + sooner));
    }
    if (lists > 0) {
      String gets = Words.count(lists, "GET of the envelope list", "GETs of the envelope list");
      reasons.add(reason(context, "PL-003", gets + sooner));
    }
  }

  /** Finds the host that is probably the user's own gateway to DocuSign. */
  private static final class Gateways {
    private static final Pattern PATH =
        Pattern.compile("/restapi/|/v2(\\.1)?/accounts/", Pattern.CASE_INSENSITIVE);

    private Gateways() {}

    /**
     * Returns which host to name as a gateway, as a sentence with a space before it: the most
     * frequent of those that received paths of DocuSign's API. Empty if there is none.
     */
    static String advice(Timeline timeline) {
      Map<String, Integer> calls = new TreeMap<>();
      for (int i = 0; i < timeline.size(); i++) {
        if (timeline.kind(i).exclusion() == Exclusion.OTHER_HOST
            && PATH.matcher(timeline.path(i)).find()) {
          calls.merge(timeline.kind(i).host(), 1, Integer::sum);
        }
      }
      String most = "";
      int count = 0;
      for (Map.Entry<String, Integer> host : calls.entrySet()) {
        // It is to be copied into a shell, so it has to be the name of a host and nothing else.
        if (host.getValue() > count && host.getKey().matches("[a-z0-9][a-z0-9.-]*")) {
          most = host.getKey();
          count = host.getValue();
        }
      }
      return count == 0
          ? ""
          : " Paths of "
              + Words.calls(count)
              + " to "
              + most
              + " look like DocuSign's: if it is your gateway to DocuSign, run again with"
              + " --gateway-host "
              + most
              + ".";
    }
  }
}
