package org.golivecheck.rule.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.PartVerdict;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.data.ReportData;

/**
 * The review of one input, account or integration key, as data: its calls are not kept.
 *
 * @param name the name of the part, as in the log
 * @param verdict what reports say of it
 * @param judgement its verdict and reasons; these name the part
 * @param incomplete whether something of its inputs was not read
 * @param window its newest countable calls
 * @param findings what the rules find that judge an integration
 */
record PartReview(
    String name,
    PartVerdict verdict,
    Judgement judgement,
    boolean incomplete,
    GoLiveReport.Window window,
    List<Finding> findings) {

  static PartReview of(PartKind kind, String name, Unit unit) {
    List<Finding> findings = new ArrayList<>();
    unit.find(findings::add);
    SafeText shown = unit.context().redactor().redact(name);
    Judgement judgement = unit.judgement();
    GoLiveReport.Window window = unit.window();
    return new PartReview(
        name,
        new ReportData.PartVerdict(
            shown,
            judgement.verdict(),
            judgement.reasons(),
            window.cleanCallsNeeded(),
            unit.context().timeline().size(),
            unit.context().countable()),
        judgement.about("Calls" + words(kind, name), unit.context()),
        !unit.context().unread().isEmpty(),
        window,
        findings);
  }

  /** Returns words that follow {@code Calls}. */
  static String words(PartKind kind, String name) {
    return switch (kind) {
      case INPUT -> name.equals("-") ? " of standard input" : " in " + name;
      case ACCOUNT -> " of account " + name;
      case KEY -> " of integration key " + name;
    };
  }

  /** Returns the part that stands most against passing; among equals that of the first name. */
  static PartReview worst(List<PartReview> parts) {
    return parts.stream()
        .max(
            Comparator.comparingInt(
                    (PartReview part) -> part.judgement.rank(part.window.cleanCallsNeeded()))
                .thenComparing(PartReview::name, Comparator.reverseOrder()))
        .orElseThrow();
  }
}
