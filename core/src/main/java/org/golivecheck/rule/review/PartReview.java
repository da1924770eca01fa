package org.golivecheck.rule.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.PartVerdict;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.report.data.ReportData;
import org.golivecheck.rule.check.ReviewContext;

/**
 * The review of one input, account or integration key, as data: its calls are not kept.
 *
 * @param name the name of the part, as in the log
 * @param verdict what reports say of it
 * @param judgements its verdict and reasons by each rule set; the reasons name the part
 * @param incomplete whether something of its inputs was not read
 * @param window its newest countable calls
 * @param findings what the rules find that judge an integration
 */
record PartReview(
    String name,
    PartVerdict verdict,
    Map<Profile, Judgement> judgements,
    boolean incomplete,
    GoLiveReport.Window window,
    List<Finding> findings) {

  static PartReview of(PartKind kind, String name, Unit unit) {
    List<Finding> findings = new ArrayList<>();
    unit.find(findings::add);
    ReviewContext context = unit.context();
    Map<Profile, Judgement> judgements = new EnumMap<>(Profile.class);
    for (Profile profile : EnumSet.of(Profile.CLASSIC, Profile.CURRENT, context.profile())) {
      judgements.put(profile, unit.judgement(profile));
    }
    Judgement judgement = unit.judgement(context.profile());
    GoLiveReport.Window window = unit.window();
    PartVerdict verdict =
        new ReportData.PartVerdict(
            context.redactor().redact(name),
            judgement.verdict(),
            judgement.reasons(),
            Judgement.verdicts(judgements),
            window.cleanCallsNeeded(),
            context.timeline().size(),
            context.countable());
    judgements.replaceAll((profile, it) -> it.about("Calls" + words(kind, name), context));
    return new PartReview(name, verdict, judgements, !context.unread().isEmpty(), window, findings);
  }

  /** Returns words that follow {@code Calls}. */
  static String words(PartKind kind, String name) {
    return switch (kind) {
      case INPUT -> name.equals("-") ? " of standard input" : " in " + name;
      case ACCOUNT -> " of account " + name;
      case KEY -> " of integration key " + name;
    };
  }

  /** Returns the part that fails most by a rule set; among equals that of the first name. */
  static PartReview worst(List<PartReview> parts, Profile profile) {
    return parts.stream()
        .max(
            Comparator.comparingInt((PartReview part) -> part.rank(profile))
                .thenComparing(PartReview::name, Comparator.reverseOrder()))
        .orElseThrow();
  }

  private int rank(Profile profile) {
    return judgement(profile).rank(profile == Profile.CURRENT ? 0 : window.cleanCallsNeeded());
  }

  /** Returns the judgement by a rule set. */
  Judgement judgement(Profile profile) {
    return Objects.requireNonNull(judgements.get(profile), "profile");
  }
}
