package org.golivecheck.rule.check;

import org.golivecheck.call.Operation;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * SZ-001 and SZ-002: a request body beyond the limit of its API, or a document beyond what may be
 * uploaded in one piece. One finding for each operation.
 */
final class LargeRequestRule extends GroupCheck<Operation> {
  private static final int MEBIBYTE = 1 << 20;
  private static final long ANY_SIZE = Long.MAX_VALUE;

  private final boolean ofDocuments;

  LargeRequestRule(ReviewContext context, RuleInfo rule, boolean ofDocuments) {
    super(context, rule);
    this.ofDocuments = ofDocuments;
  }

  @Override
  boolean concerns(CallKind kind) {
    return limit(kind) != ANY_SIZE;
  }

  @Override
  boolean needsDetail() {
    return true;
  }

  @Override
  @Nullable Operation groupOf(TimedCall call) {
    return call.detail().largeBody() > limit(call.kind()) ? call.kind().operation() : null;
  }

  @Override
  Finding finding(Operation operation, Evidence evidence) {
    int newest = evidence.newest();
    String message =
        Words.count(evidence.count(), "request was", "requests were")
            + " larger than the "
            + (ofDocuments ? "document limit" : "request limit")
            + " of "
            + Words.number(limit(timeline.kind(newest)))
            + " bytes, the newest of "
            + Words.number(timeline.detail(newest).largeBody())
            + " bytes.";
    return draft().operation(newest).build(message, evidence);
  }

  /** Returns how many bytes the body of such a call may have. */
  private long limit(CallKind kind) {
    if (ofDocuments) {
      return isDocumentUpload(kind) ? 32L * MEBIBYTE : ANY_SIZE;
    }
    return switch (kind.operation().api()) {
      case ESIGN -> 34L * MEBIBYTE;
      case CLICK -> 30L * MEBIBYTE;
      case ROOMS -> 40L * MEBIBYTE;
      default -> ANY_SIZE;
    };
  }

  private static boolean isDocumentUpload(CallKind kind) {
    String template = kind.operation().template();
    int document = template.lastIndexOf('/');
    return kind.countable()
        && (kind.isMethod("PUT") || kind.isMethod("POST"))
        && document > 0
        && template.startsWith("/documents", template.lastIndexOf('/', document - 1))
        && template.lastIndexOf('/', document - 1) + "/documents".length() == document;
  }
}
