package org.golivecheck.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.golivecheck.rule.check.ErrorRule;
import org.golivecheck.rule.check.ItemErrorRule;
import org.golivecheck.rule.check.PollingRule;
import org.golivecheck.rule.check.Rule;
import org.golivecheck.rule.check.TooFewCallsRule;
import org.golivecheck.rule.check.UnknownStatusRule;

/** The registry of rules: one line a rule. */
public final class Rules {
  private static final List<Rule> OWN =
      List.of(
          new TooFewCallsRule(),
          new ItemErrorRule(),
          new UnknownStatusRule(),
          PollingRule.ofEnvelopeResources(),
          PollingRule.ofEnvelopeList());

  private static final List<Rule> ALL = sorted();

  private Rules() {}

  private static List<Rule> sorted() {
    List<Rule> rules = new ArrayList<>(ErrorRule.ofEveryCategory());
    rules.addAll(OWN);
    rules.sort(Comparator.comparing(rule -> rule.info().id()));
    return List.copyOf(rules);
  }

  static List<Rule> rules() {
    return ALL;
  }

  /** Returns what every rule is, sorted by id. */
  public static List<RuleInfo> all() {
    return ALL.stream().map(Rule::info).toList();
  }

  /**
   * Returns what a rule is.
   *
   * @param id the id, in upper or lower case
   */
  public static Optional<RuleInfo> find(String id) {
    String wanted = id.toUpperCase(Locale.ROOT);
    return all().stream()
        .filter(rule -> rule.id().toUpperCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }
}
