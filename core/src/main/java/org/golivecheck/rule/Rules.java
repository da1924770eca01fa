package org.golivecheck.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.check.Checks;
import org.golivecheck.rule.check.Rule;

/** What every rule is. */
public final class Rules {
  private Rules() {}

  /** Returns what every rule is, sorted by id. */
  public static List<RuleInfo> all() {
    return Checks.all().stream().map(Rule::info).toList();
  }

  /** Returns what every rule is that a profile evaluates, sorted by id. */
  public static List<RuleInfo> all(Profile profile) {
    return Checks.all().stream().filter(rule -> rule.isOf(profile)).map(Rule::info).toList();
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

  /**
   * Returns the rules that cannot be judged by logs that show no more than some fields, in the
   * order of their ids; those of error classes, which need the same, as {@code ER-*}.
   *
   * @param shown what such logs show
   */
  public static List<String> unjudged(Set<LogField> shown) {
    return Checks.all().stream()
        .filter(rule -> !shown.containsAll(rule.needs()))
        .map(rule -> family(rule.info().id()))
        .distinct()
        .toList();
  }

  /** Returns what stands for a rule in lists: {@code ER-*} for all rules of error classes. */
  public static String family(String id) {
    return id.startsWith("ER-") ? "ER-*" : id;
  }

  /**
   * Returns what a log must show for a rule to be judged.
   *
   * @param id the id, in upper or lower case
   * @throws IllegalArgumentException if there is no such rule
   */
  public static Set<LogField> needs(String id) {
    for (Rule rule : Checks.all()) {
      if (rule.info().id().equalsIgnoreCase(id)) {
        return Set.copyOf(rule.needs());
      }
    }
    throw new IllegalArgumentException("there is no rule " + id);
  }
}
