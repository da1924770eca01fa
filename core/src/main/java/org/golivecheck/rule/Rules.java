package org.golivecheck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.RuleInfo.Scope;
import org.golivecheck.text.JarText;

/** All rules, sorted by id. They are declared in {@code rules.tsv}, one per row. */
public final class Rules {
  private static final List<RuleInfo> ALL = read();

  private Rules() {}

  private static List<RuleInfo> read() {
    List<RuleInfo> rules = new ArrayList<>();
    JarText.read(Rules.class, "rules.tsv")
        .lines()
        .forEach(row -> rules.add(new RuleInfo(row.split("\t"))));
    return List.copyOf(rules);
  }

  /** Returns all rules, sorted by id. */
  public static List<RuleInfo> all() {
    return ALL;
  }

  /** Returns all rules with a scope, sorted by id. */
  public static List<RuleInfo> of(Scope scope) {
    return ALL.stream().filter(rule -> rule.scope() == scope).toList();
  }

  /** Returns all rules that a profile evaluates, sorted by id. */
  public static List<RuleInfo> all(Profile profile) {
    return ALL.stream().filter(rule -> rule.profiles().contains(profile)).toList();
  }

  /**
   * Returns a rule.
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
   * Returns the ids of the rules that cannot be judged by logs that show only some fields, sorted.
   * The rules of error classes, which all need the same, are {@code ER-*}.
   *
   * @param shown what such logs show
   */
  public static List<String> unjudged(Set<LogField> shown) {
    return ALL.stream()
        .filter(rule -> !shown.containsAll(rule.needs()))
        .map(rule -> family(rule.id()))
        .distinct()
        .toList();
  }

  /** Returns the name of a rule in lists: {@code ER-*} for all rules of error classes. */
  public static String family(String id) {
    return id.startsWith("ER-") ? "ER-*" : id;
  }
}
