package org.golivecheck.rule;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.Exclusion;
import org.golivecheck.rule.Review.Counts;

/** What a log cannot show, said once and briefly. Notes never count. */
final class Notes {
  private Notes() {}

  static List<String> of(Profile profile, Counts counts) {
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
    return notes;
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
