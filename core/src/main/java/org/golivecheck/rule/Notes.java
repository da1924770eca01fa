package org.golivecheck.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.rule.Review.Counts;
import org.golivecheck.rule.check.Rule;

/** What a log cannot show, said once and briefly. Notes never count. */
final class Notes {
  private Notes() {}

  static List<String> of(Profile profile, Counts counts, long joined) {
    List<String> notes = new ArrayList<>();
    notes.add(
        profile == Profile.CURRENT
            ? "Since October 2025 the review no longer counts calls; polling can still fail it."
            : "DocuSign withdrew the 20-call rule in October 2025; --profile current judges by what"
                + " is left of it.");
    notes.add(
        "A request log does not name the integration key, leaves out calls that no user was signed"
            + " in for (most 401s), and stops at 50 calls a user.");
    if (counts.excluded().getOrDefault(Exclusion.DIAGNOSTICS, 0L) > 0) {
      notes.add("Whether the review counts diagnostics calls is not documented; here they do not.");
    }
    if (counts.untimed() > 0 && counts.untimed() < counts.total()) {
      notes.add(
          counts.untimed()
              + (counts.untimed() == 1
                  ? " call shows no time, so only rules that need none judge it."
                  : " calls show no time, so only rules that need none judge them."));
    }
    if (joined > 0) {
      notes.add(
          joined
              + (joined == 1 ? " call was" : " calls were")
              + " taken for copies without a trace token: another log has the same method, URL and"
              + " status within a second.");
    }
    return notes;
  }

  /**
   * Says which rules could not be judged and for want of what, or nothing.
   *
   * @param shown what the formats of the logs can show
   */
  static String unjudged(Review review, Set<LogField> shown) {
    Set<String> found = new HashSet<>();
    for (Finding finding : review.findings()) {
      found.add(finding.rule());
    }
    Map<Set<LogField>, List<String>> rules = new LinkedHashMap<>();
    for (Rule rule : Rules.rules()) {
      EnumSet<LogField> missing = EnumSet.noneOf(LogField.class);
      for (LogField field : rule.needs()) {
        if (!shown.contains(field) || review.hidden().contains(field)) {
          missing.add(field);
        }
      }
      String id = rule.info().id();
      if (!missing.isEmpty() && !found.contains(id)) {
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

  /** Says that calls were left out for want of memory. */
  static String leftOut(long calls, long maxTextBytes) {
    return calls
        + (calls == 1 ? " call was" : " calls were")
        + " left out, because the log has too many different texts: the limit text-bytes="
        + maxTextBytes
        + " is reached; raise it with --limit text-bytes=VALUE, or give less with --since.";
  }
}
