package org.golivecheck.rule.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.LogField;
import org.golivecheck.call.Operation;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;

/** GL-006: a call succeeded as a whole, but its body tells of items that failed. */
public final class ItemErrorRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GL-006",
          "Errors inside a successful answer",
          "validation",
          "integration-developer",
          Severity.WARNING,
          "https://developers.docusign.com/docs/esign-rest-api/esign101/error-codes/",
          "Look at errorDetails of every item in the answer, not at the HTTP status alone: calls on"
              + " several items answer 200 or 201 even when some of the items failed.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.URL, LogField.ERROR);
  }

  @Override
  public Check start(ReviewContext context) {
    return new Found(context);
  }

  private static final class Group {
    final Evidence evidence = new Evidence();
    final TreeSet<String> codes = new TreeSet<>();
  }

  private static final class Found implements Check {
    private static final int NAMED_CODES = 3;

    private final ReviewContext context;
    private final Map<Operation, Group> groups = new LinkedHashMap<>();

    Found(ReviewContext context) {
      this.context = context;
    }

    @Override
    public boolean concerns(CallKind kind) {
      return kind.succeeded();
    }

    @Override
    public void see(TimedCall call) {
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
    public void finish(FindingSink out) {
      groups.forEach(
          (operation, group) -> {
            String codes =
                String.join(", ", group.codes.stream().limit(NAMED_CODES).toList())
                    + (group.codes.size() > NAMED_CODES ? ", ..." : "");
            long count = group.evidence.count();
            String message =
                count == 1
                    ? "A successful answer tells of items that failed: " + codes + "."
                    : count + " successful answers tell of items that failed: " + codes + ".";
            out.add(
                new FindingDraft(context, INFO)
                    .operation(group.evidence.newest())
                    .errorCode(group.codes.size() == 1 ? group.codes.first() : null)
                    .build(message, group.evidence));
          });
    }
  }
}
