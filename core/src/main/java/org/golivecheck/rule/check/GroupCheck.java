package org.golivecheck.rule.check;

import java.util.LinkedHashMap;
import java.util.Map;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.jspecify.annotations.Nullable;

/** A check that puts calls into groups and reports a finding for each, of its rule's severity. */
abstract class GroupCheck<K> extends Check {
  /** Ordered by the oldest call of each group. */
  private final Map<K, Evidence> groups = new LinkedHashMap<>();

  GroupCheck(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  /** Returns the group of the next call, or null for a call that is not part of any. */
  abstract @Nullable K groupOf(TimedCall call);

  /** Returns the finding of a group. */
  abstract Finding finding(K group, Evidence evidence);

  @Override
  final void see(TimedCall call) {
    K group = groupOf(call);
    if (group != null) {
      groups.computeIfAbsent(group, unseen -> new Evidence()).add(call.position());
    }
  }

  @Override
  final void finish(FindingSink out) {
    groups.forEach(
        (group, evidence) ->
            out.add(rule.severity(), evidence.count(), () -> finding(group, evidence)));
  }
}
