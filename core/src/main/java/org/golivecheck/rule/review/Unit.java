package org.golivecheck.rule.review;

import static org.golivecheck.rule.RuleInfo.Scope.LOG;

import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.check.Checks;
import org.golivecheck.rule.check.ReviewContext;

/**
 * The review of calls that have one verdict: all calls of a run, or those of one part. If they show
 * several integration keys, each key is judged by itself and the worst decides.
 */
final class Unit {
  private final ReviewContext whole;
  private final KeyReviews keys;

  Unit(ReviewContext whole, KeyReviews keys) {
    this.whole = whole;
    this.keys = keys;
  }

  private ReviewContext decisive() {
    return keys.several() ? keys.worst() : whole;
  }

  ReviewContext context() {
    return whole;
  }

  /** Returns what is predicted by a rule set. */
  Judgement judgement(Profile profile) {
    return keys.several() ? keys.judgement(profile) : Judgement.of(whole.by(profile));
  }

  GoLiveReport.Window window() {
    return decisive().reportedWindow();
  }

  List<KeyVerdict> keys() {
    return keys.list(Judgement.of(decisive()));
  }

  /** Hands on what the rules find that judge an integration. */
  void find(Consumer<Finding> out) {
    if (keys.several()) {
      keys.find(out);
    } else {
      Checks.run(Rules.all().stream().filter(rule -> rule.scope() != LOG).toList(), whole, out);
    }
  }

  /** Hands on what all rules find. */
  void findAll(Consumer<Finding> out) {
    if (keys.several()) {
      keys.find(out);
      Checks.run(Rules.of(LOG), whole, out);
    } else {
      Checks.run(Rules.all(), whole, out);
    }
  }
}
