package org.golivecheck.rule.check;

import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.call.Operation;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * SZ-001 and SZ-002: a request body beyond the limit of its API, or a document beyond what may be
 * uploaded in one piece. One finding for each operation.
 */
public final class LargeRequestRule implements Rule {
  private static final String RULES_AND_LIMITS =
      "https://developers.docusign.com/docs/esign-rest-api/esign101/rules-and-limits/";

  private static final int MEBIBYTE = 1 << 20;
  private static final long ANY_SIZE = Long.MAX_VALUE;

  private static final RuleInfo REQUEST =
      new RuleInfo(
          "SZ-001",
          "Request too large",
          "size-limit",
          "integration-developer",
          Severity.WARNING,
          RULES_AND_LIMITS,
          "Send documents as binary parts (multipart) instead of Base64, which adds a third, and"
              + " above 32 MB by chunked upload.");

  private static final RuleInfo DOCUMENT =
      new RuleInfo(
          "SZ-002",
          "Document too large for one upload",
          "size-limit",
          "integration-developer",
          Severity.WARNING,
          RULES_AND_LIMITS,
          "Upload documents of more than 32 MB, up to 52 MB, by chunked upload.");

  private final RuleInfo info;
  private final boolean ofDocuments;

  private LargeRequestRule(RuleInfo info, boolean ofDocuments) {
    this.info = info;
    this.ofDocuments = ofDocuments;
  }

  /** Returns SZ-001. */
  public static Rule ofRequests() {
    return new LargeRequestRule(REQUEST, false);
  }

  /** Returns SZ-002. */
  public static Rule ofDocuments() {
    return new LargeRequestRule(DOCUMENT, true);
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.URL, LogField.SIZE);
  }

  @Override
  public Check start(ReviewContext context) {
    return new GroupCheck<Operation>(info) {
      @Override
      public boolean concerns(CallKind kind) {
        return limit(kind) != ANY_SIZE;
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
                + limit(context.timeline().kind(newest))
                + " bytes, the newest of "
                + context.timeline().detail(newest).largeBody()
                + " bytes.";
        return new FindingDraft(context, info).operation(newest).build(message, evidence);
      }
    };
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
