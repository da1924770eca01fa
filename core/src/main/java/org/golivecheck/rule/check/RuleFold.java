package org.golivecheck.rule.check;

import java.util.List;
import org.golivecheck.rule.timeline.Timeline;

/** Leads every rule over the time line, in one pass. */
public final class RuleFold {
  private RuleFold() {}

  /** Runs rules and hands on what they find. */
  public static void run(List<Rule> rules, ReviewContext context, FindingSink out) {
    Rule.Check[] checks = new Rule.Check[rules.size()];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = rules.get(i).start(context);
    }
    Timeline timeline = context.timeline();
    TimedCall call = new TimedCall(timeline);
    for (int position = 0; position < timeline.size(); position++) {
      call.at(position);
      for (Rule.Check check : checks) {
        check.see(call);
      }
    }
    for (Rule.Check check : checks) {
      check.finish(out);
    }
  }
}
