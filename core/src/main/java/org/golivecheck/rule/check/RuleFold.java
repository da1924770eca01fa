package org.golivecheck.rule.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.rule.Finding;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.Timeline;

/** Leads every rule over the time line, in one pass. */
public final class RuleFold {
  private RuleFold() {}

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
