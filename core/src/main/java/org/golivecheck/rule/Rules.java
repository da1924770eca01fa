package org.golivecheck.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.check.BulkStatusRule;
import org.golivecheck.rule.check.BurstRule;
import org.golivecheck.rule.check.CallsAfterLimitRule;
import org.golivecheck.rule.check.CutLogRule;
import org.golivecheck.rule.check.EnvelopeChangesRule;
import org.golivecheck.rule.check.EnvelopeLimitRule;
import org.golivecheck.rule.check.EnvelopeReadsRule;
import org.golivecheck.rule.check.ErrorRule;
import org.golivecheck.rule.check.HourRule;
import org.golivecheck.rule.check.ItemErrorRule;
import org.golivecheck.rule.check.LargeRequestRule;
import org.golivecheck.rule.check.LegacyAuthenticationRule;
import org.golivecheck.rule.check.LimitErrorRule;
import org.golivecheck.rule.check.ListPagesRule;
import org.golivecheck.rule.check.LowRemainderRule;
import org.golivecheck.rule.check.MixedEnvironmentsRule;
import org.golivecheck.rule.check.OldWindowRule;
import org.golivecheck.rule.check.OtherApisOnlyRule;
import org.golivecheck.rule.check.PollingMarginRule;
import org.golivecheck.rule.check.PollingRule;
import org.golivecheck.rule.check.ReadAfterSigningRule;
import org.golivecheck.rule.check.RefusedKeyRule;
import org.golivecheck.rule.check.RefusedTokenRule;
import org.golivecheck.rule.check.RepeatedLoginRule;
import org.golivecheck.rule.check.RepeatedReadRule;
import org.golivecheck.rule.check.Rule;
import org.golivecheck.rule.check.Rule.Scope;
import org.golivecheck.rule.check.SupportCaseRule;
import org.golivecheck.rule.check.ThrottledDocumentRule;
import org.golivecheck.rule.check.TokenPerCallRule;
import org.golivecheck.rule.check.TooFewCallsRule;
import org.golivecheck.rule.check.UnknownStatusRule;

/** The registry of rules: one line a rule. */
public final class Rules {
  private static final List<Rule> OWN =
      List.of(
          new TooFewCallsRule(),
          new OldWindowRule(),
          new ItemErrorRule(),
          new UnknownStatusRule(),
          new CutLogRule(),
          new LegacyAuthenticationRule(),
          new OtherApisOnlyRule(),
          new SupportCaseRule(),
          new MixedEnvironmentsRule(),
          PollingRule.ofEnvelopeResources(),
          new PollingMarginRule(),
          PollingRule.ofEnvelopeList(),
          new ListPagesRule(),
          new BulkStatusRule(),
          new ReadAfterSigningRule(),
          new RepeatedReadRule(),
          new EnvelopeReadsRule(),
          EnvelopeLimitRule.ofReads(),
          EnvelopeLimitRule.ofUpdates(),
          new EnvelopeChangesRule(),
          new LimitErrorRule(),
          new BurstRule(),
          new HourRule(),
          new CallsAfterLimitRule(),
          new LowRemainderRule(),
          new ThrottledDocumentRule(),
          LargeRequestRule.ofRequests(),
          LargeRequestRule.ofDocuments(),
          new RepeatedLoginRule(),
          new TokenPerCallRule(),
          new RefusedTokenRule(),
          new RefusedKeyRule());

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

  /** Returns the rules that speak of something. */
  static List<Rule> of(Scope scope) {
    return ALL.stream().filter(rule -> rule.scope() == scope).toList();
  }

  /** Returns what every rule is, sorted by id. */
  public static List<RuleInfo> all() {
    return ALL.stream().map(Rule::info).toList();
  }

  /** Returns what every rule is that a profile evaluates, sorted by id. */
  public static List<RuleInfo> all(Profile profile) {
    return ALL.stream().filter(rule -> rule.isOf(profile)).map(Rule::info).toList();
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
    return ALL.stream()
        .filter(rule -> !shown.containsAll(rule.needs()))
        .map(rule -> family(rule.info().id()))
        .distinct()
        .toList();
  }

  /** Returns what stands for a rule in lists: {@code ER-*} for all rules of error classes. */
  static String family(String id) {
    return id.startsWith("ER-") ? "ER-*" : id;
  }

  /**
   * Returns what a log must show for a rule to be judged.
   *
   * @param id the id, in upper or lower case
   * @throws IllegalArgumentException if there is no such rule
   */
  public static Set<LogField> needs(String id) {
    for (Rule rule : ALL) {
      if (rule.info().id().equalsIgnoreCase(id)) {
        return Set.copyOf(rule.needs());
      }
    }
    throw new IllegalArgumentException("there is no rule " + id);
  }
}
