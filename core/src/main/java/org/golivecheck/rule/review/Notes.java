package org.golivecheck.rule.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.Timeline;
import org.golivecheck.text.Words;

/** What a log cannot show, said once and briefly. Notes never count. */
final class Notes {
  /** The maximum number of notes that apply to all logs of a kind. They come first. */
  static final int OF_EVERY_LOG = 1;

  /** What no log of DocuSign's can show. */
  static final String OF_REQUEST_LOGS =
      "A request log does not name the integration key, leaves out calls that no user was signed in"
          + " for (most 401s), and stops at 50 calls a user.";

  private static final int KEYS_NAMED = 3;

  private Notes() {}

  static List<String> of(Calls counts, long untimed, long methodless, long joined) {
    List<String> notes = new ArrayList<>();
    if (counts.excluded().getOrDefault(Exclusion.DIAGNOSTICS.id(), 0L) > 0) {
      notes.add("Whether the review counts diagnostics calls is not documented; here they do not.");
    }
    if (untimed > 0 && untimed < counts.total()) {
      notes.add(
          Words.number(untimed)
              + (untimed == 1
                  ? " call shows no time, so only rules that need none judge it."
                  : " calls show no time, so only rules that need none judge them."));
    }
    if (methodless > 0) {
      notes.add(
          methodless
              + (methodless == 1 ? " call shows no method" : " calls show no method")
              + ", so their statuses count, but no rule that needs the method, such as those about"
              + " polling, judges them.");
    }
    long byPattern = counts.excluded().getOrDefault(Exclusion.BY_PATTERN.id(), 0L);
    if (byPattern > 0) {
      notes.add(
          Words.number(byPattern)
              + (byPattern == 1 ? " call does" : " calls do")
              + " not count since a pattern of yours says so. DocuSign counts such a call if it was"
              + " made with the integration's key.");
    }
    if (joined > 0) {
      notes.add(
          Words.number(joined)
              + (joined == 1 ? " call was" : " calls were")
              + " taken for copies without a trace token: another log has the same method, URL and"
              + " status within a second.");
    }
    return notes;
  }

  /** Says that calls of several accounts were judged together, or nothing if of one account. */
  static String accounts(Timeline timeline) {
    BitSet accounts = new BitSet();
    boolean[] countable = timeline.kindsThat(CallKind::countable);
    int found = 0;
    for (int i = 0; i < timeline.size() && found < timeline.accounts(); i++) {
      int account = countable[timeline.kindId(i)] ? timeline.account(i) : -1;
      if (account >= 0 && !accounts.get(account)) {
        accounts.set(account);
        found++;
      }
    }
    if (found < 2) {
      return "";
    }
    return "The calls are of "
        + found
        + " accounts and were judged together, because the log shows no integration key. To judge"
        + " each account by itself, give --each account.";
  }

  /** Says how many calls belong to no part, or nothing if all do. */
  static String withoutPart(PartKind kind, int calls, int total) {
    String shown = kind == PartKind.KEY ? "integration key" : "account";
    if (calls == 0) {
      return "";
    }
    return calls == total
        ? "No call shows its " + shown + ", so all calls were judged together."
        : Words.count(calls, "call", "calls")
            + (calls == 1 ? " shows" : " show")
            + " no "
            + shown
            + ", so no verdict rests on "
            + (calls == 1 ? "it." : "them.");
  }

  /** Says by which thresholds the review was made, or nothing if by DocuSign's own. */
  static String otherThresholds(Profile profile, Thresholds actual) {
    Thresholds own = Thresholds.DEFAULT;
    List<String> others = new ArrayList<>();
    if (profile != Profile.CURRENT && actual.windowSize() != own.windowSize()) {
      others.add("a window of " + actual.windowSize() + " instead of " + own.windowSize());
    }
    if (!actual.pollingInterval().equals(own.pollingInterval())) {
      others.add(
          "a polling interval of "
              + actual.pollingIntervalInWords()
              + " instead of "
              + own.pollingIntervalInWords());
    }
    if (actual.callsPerHour() != own.callsPerHour()) {
      others.add(
          "a limit of "
              + Words.number(actual.callsPerHour())
              + " calls an hour instead of "
              + Words.number(own.callsPerHour()));
    }
    if (actual.callsPerBurst() != own.callsPerBurst()) {
      others.add("a limit of " + Words.number(actual.callsPerBurst()) + " calls in 30 seconds");
    }
    return others.isEmpty()
        ? ""
        : "Judged by thresholds that are not DocuSign's, so that its review may differ: "
            + String.join(", ", others)
            + ".";
  }

  /**
   * Says what became of calls where the user named an integration key.
   *
   * @param key the key
   * @param all all calls
   * @param kept those made with the key
   */
  static List<String> ofSelection(String key, Timeline all, Timeline kept) {
    List<String> notes = new ArrayList<>();
    if (all.keysUnknown()) {
      if (all.size() > 0) {
        notes.add(
            "No call shows its integration key, so all are taken to be made with " + key + ".");
      }
      return notes;
    }
    TreeSet<String> others = new TreeSet<>();
    long unknown = 0;
    for (int i = 0; i < all.size(); i++) {
      String shown = all.key(i);
      if (all.kind(i).exclusion() == Exclusion.OTHER_HOST) {
        continue;
      }
      if (shown == null) {
        unknown++;
      } else if (!shown.equalsIgnoreCase(key)) {
        others.add(shown);
      }
    }
    if (kept.size() == 0) {
      notes.add(
          "No call was made with "
              + key
              + "; those in this log were made with "
              + others.stream().limit(KEYS_NAMED).collect(Collectors.joining(", "))
              + (others.size() > KEYS_NAMED ? " and others." : "."));
    } else if (unknown > 0 && all.size() > kept.size()) {
      notes.add(
          "Calls of logs that show several integration keys are left out where they show none;"
              + " those of logs that show no key at all are taken to be made with "
              + key
              + ".");
    }
    return notes;
  }

  /**
   * Says which rules could not be judged and for lack of what.
   *
   * @param findings what was found: a rule with a finding could be judged
   * @param shown what the calls show, and their logs could
   */
  static String unjudged(Profile profile, List<Finding> findings, Set<LogField> shown) {
    Set<String> found = new HashSet<>();
    for (Finding finding : findings) {
      found.add(finding.rule());
    }
    Map<Set<LogField>, List<String>> rules = new LinkedHashMap<>();
    for (RuleInfo rule : Rules.all()) {
      EnumSet<LogField> missing = EnumSet.noneOf(LogField.class);
      missing.addAll(rule.needs());
      missing.removeAll(shown);
      String id = rule.id();
      if (rule.profiles().contains(profile) && !missing.isEmpty() && !found.contains(id)) {
        rules.computeIfAbsent(missing, fields -> new ArrayList<>()).add(Rules.family(id));
      }
    }
    if (rules.isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    rules.forEach((missing, ids) -> parts.add(unjudged(missing, ids)));
    return "Not evaluated: " + String.join("; ", parts) + ".";
  }

  private static String unjudged(Set<LogField> missing, List<String> rules) {
    return String.join(", ", new LinkedHashSet<>(rules))
        + " (no "
        + missing.stream().map(LogField::plural).collect(Collectors.joining(", no "))
        + " in this log)";
  }

  /** Says that calls were left out for lack of memory. */
  static String leftOut(long calls, long maxTextBytes) {
    return Words.number(calls)
        + (calls == 1 ? " call was" : " calls were")
        + " left out, because the log has too many different texts: the limit text-bytes="
        + maxTextBytes
        + " is reached; raise it with --limit text-bytes=VALUE, or give less with --since.";
  }
}
