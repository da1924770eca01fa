package org.golivecheck.rule.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.Timeline;

/** All rules, one line each, and the pass that leads them over a time line. */
public final class Checks {
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

  private Checks() {}

  private static List<Rule> sorted() {
    List<Rule> rules = new ArrayList<>(ErrorRule.ofEveryCategory());
    rules.addAll(OWN);
    rules.sort(Comparator.comparing(rule -> rule.info().id()));
    return List.copyOf(rules);
  }

  /** Returns every rule, sorted by id. */
  public static List<Rule> all() {
    return ALL;
  }

  /** Returns the rules that speak of something. */
  public static List<Rule> of(Rule.Scope scope) {
    return ALL.stream().filter(rule -> rule.scope() == scope).toList();
  }

  /**
   * Runs the rules that the profile evaluates and hands on what they find, at most {@link
   * FindingSink#MAX_FINDINGS} per rule.
   */
  public static void run(List<Rule> all, ReviewContext context, Consumer<Finding> out) {
    List<Rule> rules = all.stream().filter(rule -> rule.isOf(context.profile())).toList();
    Rule.Check[] checks = new Rule.Check[rules.size()];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = rules.get(i).start(context);
    }
    show(context.timeline(), rules, checks);
    for (int i = 0; i < checks.length; i++) {
      FindingSink sink = new FindingSink(context, rules.get(i).info());
      checks[i].finish(sink);
      sink.handOn(out);
    }
  }

  private static void show(Timeline timeline, List<Rule> rules, Rule.Check[] checks) {
    Rule.Check[][] concerned = new Rule.Check[timeline.kinds()][];
    TimedCall call = new TimedCall(timeline);
    for (int position = 0; position < timeline.size(); position++) {
      int kind = timeline.kindId(position);
      if (concerned[kind] == null) {
        concerned[kind] = concerned(rules, checks, timeline.kind(position));
      }
      call.at(position);
      for (Rule.Check check : concerned[kind]) {
        check.see(call);
      }
    }
  }

  private static Rule.Check[] concerned(List<Rule> rules, Rule.Check[] checks, CallKind kind) {
    List<Rule.Check> concerned = new ArrayList<>();
    if (kind.exclusion() == Exclusion.OTHER_HOST) {
      // Not DocuSign's, so none of our business: an application's log holds all it calls.
      return concerned.toArray(new Rule.Check[0]);
    }
    for (int i = 0; i < checks.length; i++) {
      boolean judged = kind.timed() || !rules.get(i).needs().contains(LogField.TIME);
      if (judged && checks[i].concerns(kind)) {
        concerned.add(checks[i]);
      }
    }
    return concerned.toArray(new Rule.Check[0]);
  }
}
