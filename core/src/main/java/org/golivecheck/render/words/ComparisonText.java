package org.golivecheck.render.words;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.report.Comparison;
import org.golivecheck.report.Comparison.Change;
import org.golivecheck.report.Comparison.Kind;
import org.golivecheck.text.Words;

/** Says what has changed since an earlier report. */
public final class ComparisonText {
  private ComparisonText() {}

  /** Returns the heading. */
  public static String heading(Comparison comparison) {
    return "Since " + comparison.name();
  }

  /** Returns the verdict of the earlier report, and how many findings have changed. */
  public static String summary(Comparison comparison) {
    List<String> counts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      long count = comparison.count(kind);
      if (count > 0) {
        counts.add(count + " " + kind.id());
      }
    }
    return "The verdict was "
        + comparison.verdict()
        + " by profile "
        + comparison.profile().id()
        + ". Findings: "
        + (counts.isEmpty() ? "no change" : String.join(", ", counts))
        + ".";
  }

  /** Returns the finding of a change, and its counts. */
  public static String line(Change change) {
    String counts =
        switch (change.kind()) {
          case NEW -> calls(change.now());
          case GONE -> calls(change.before());
          case MORE, FEWER -> calls(change.now()) + ", before " + change.before();
        };
    return change.rule() + " " + change.title() + " (" + counts + ")";
  }

  /** Returns the call of a change: its fingerprint without the rule; empty if it names none. */
  public static String call(Change change) {
    String fingerprint = change.fingerprint().toString();
    return fingerprint.startsWith(change.rule())
        ? fingerprint.substring(change.rule().length()).strip()
        : fingerprint;
  }

  private static String calls(long count) {
    return Words.count(count, "call", "calls");
  }
}
