package org.golivecheck.rule.check;

import java.util.TreeSet;
import org.golivecheck.call.DocuSignHosts.Environment;
import org.golivecheck.call.Exclusion;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/**
 * GL-014: calls went to demo and to production. Countable calls to both blur the verdict; if they
 * went to one, calls to the other are leftovers of its configuration, such as tokens from {@code
 * account-d} in production.
 */
final class MixedEnvironmentsRule extends Check {
  private final Evidence production = new Evidence();
  private final Leftovers inDemo = new Leftovers();
  private final Leftovers inProduction = new Leftovers();
  private boolean demo;

  /** Calls that do not count, and their hosts. */
  private static final class Leftovers {
    final Evidence calls = new Evidence();
    final TreeSet<String> hosts = new TreeSet<>();
  }

  MixedEnvironmentsRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    if (kind.countable()) {
      demo |= kind.demo();
      return kind.environment() == Environment.PRODUCTION;
    }
    return kind.environment() != null && kind.exclusion() != Exclusion.WEB_APP;
  }

  @Override
  void see(TimedCall call) {
    CallKind kind = call.kind();
    if (kind.countable()) {
      production.add(call.position());
    } else {
      Leftovers left = kind.demo() ? inDemo : inProduction;
      left.calls.add(call.position());
      left.hosts.add(kind.host());
    }
  }

  @Override
  void finish(FindingSink out) {
    if (demo && production.count() > 0) {
      String message =
          Words.number(production.count())
              + " of "
              + Words.count(context.countable(), "countable call", "countable calls")
              + " went to production, others to demo: the verdict covers both.";
      out.add(draft().build(message, production));
    } else if (production.count() > 0) {
      report(inDemo, "demo", "production", out);
    } else if (demo) {
      report(inProduction, "production", "demo", out);
    }
  }

  private void report(Leftovers left, String there, String here, FindingSink out) {
    if (left.calls.count() == 0) {
      return;
    }
    String message =
        Words.count(left.calls.count(), "call", "calls")
            + " went to "
            + there
            + " ("
            + String.join(", ", left.hosts)
            + "), though all countable calls went to "
            + here
            + ".";
    out.add(
        draft()
            .remedy(
                "Change the host in the configuration of "
                    + here
                    + ": tokens, accounts and users of one environment are unknown in the other.")
            .build(message, left.calls));
  }
}
