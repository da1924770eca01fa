package org.golivecheck.render;

import org.golivecheck.render.JsonReportReader.SavedTexts;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.Gate;
import org.golivecheck.report.Gate.BaselineUse;
import org.golivecheck.report.Gate.EntryUse;
import org.golivecheck.report.Gate.SuppressionUse;
import org.jspecify.annotations.Nullable;

/** Reads the gate of a saved report. Its decision is not read, since it follows from the rest. */
final class JsonGateReader {
  private final SavedTexts texts;

  JsonGateReader(SavedTexts texts) {
    this.texts = texts;
  }

  Gate gate(SavedObject gate) throws ReportFormatException {
    return new Gate(
        gate.choice("failOn", FailOn.values(), FailOn::id),
        gate.flag("allowEmpty"),
        baseline(gate.nullableObject("baseline")),
        gate.list("suppressions", this::suppression));
  }

  private @Nullable BaselineUse baseline(@Nullable SavedObject baseline)
      throws ReportFormatException {
    return baseline == null
        ? null
        : new BaselineUse(
            texts.text(baseline, "file"),
            baseline.number("entries", 0, Integer.MAX_VALUE),
            baseline.list("stale", this::entry),
            baseline.list("expired", this::entry));
  }

  private EntryUse entry(SavedObject entry) throws ReportFormatException {
    return new EntryUse(
        texts.text(entry, "fingerprint"),
        entry.count("maxCount"),
        entry.count("seen"),
        texts.nullableText(entry, "reason"),
        entry.nullableDay("until"));
  }

  private SuppressionUse suppression(SavedObject use) throws ReportFormatException {
    return new SuppressionUse(
        texts.nullableOwn(use, "rule"),
        texts.nullableText(use, "errorCode"),
        texts.nullableText(use, "resource"),
        texts.nullableText(use, "operation"),
        texts.text(use, "reason"),
        use.nullableDay("until"),
        use.flag("expired"),
        use.count("findings"));
  }
}
