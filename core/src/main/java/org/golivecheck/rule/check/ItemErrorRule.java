package org.golivecheck.rule.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.Operation;
import org.golivecheck.call.body.ItemErrorScanner;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** GL-006: a call succeeded as a whole, but its body reports items that failed. */
final class ItemErrorRule extends Check {
  private static final class Group {
    final Evidence evidence = new Evidence();
    final TreeSet<String> codes = new TreeSet<>();
  }

  private static final int NAMED_CODES = 3;

  private final Map<Operation, Group> groups = new LinkedHashMap<>();

  ItemErrorRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.succeeded();
  }

  @Override
  boolean needsDetail() {
    return true;
  }

  @Override
  void see(TimedCall call) {
    if (call.detail().itemErrors().isEmpty()) {
      return;
    }
    Group group = groups.computeIfAbsent(call.kind().operation(), unseen -> new Group());
    group.evidence.add(call.position());
    for (ItemError error : call.detail().itemErrors()) {
      group.codes.add(error.code());
    }
  }

  @Override
  void finish(FindingSink out) {
    groups.forEach(
        (operation, group) -> {
          String codes =
              group.codes.stream()
                      .limit(NAMED_CODES)
                      .map(
                          code ->
                              code.equals(ItemErrorScanner.NO_CODE)
                                  ? "one without an error code"
                                  : code)
                      .collect(Collectors.joining(", "))
                  + (group.codes.size() > NAMED_CODES ? ", ..." : "");
          long count = group.evidence.count();
          String message =
              count == 1
                  ? "A successful response reports items that failed: " + codes + "."
                  : Words.number(count)
                      + " successful responses report items that failed: "
                      + codes
                      + ".";
          out.add(
              draft()
                  .operation(group.evidence.newest())
                  .errorCode(group.codes.size() == 1 ? group.codes.first() : null)
                  .build(message, group.evidence));
        });
  }
}
