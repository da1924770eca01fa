package org.golivecheck.rule.check;

import java.util.Locale;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallDetail;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/** RL-006: too many downloads of one document, or uploads of the same bytes, at a time. */
final class ThrottledDocumentRule extends GroupCheck<ThrottledDocumentRule.Direction> {
  enum Direction {
    DOWNLOAD,
    UPLOAD
  }

  ThrottledDocumentRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.failed();
  }

  @Override
  @Nullable Direction groupOf(TimedCall call) {
    CallDetail detail = call.detail();
    if ("API_REQUEST_IS_THROTTLED".equalsIgnoreCase(detail.errorCode())) {
      return Direction.DOWNLOAD;
    }
    boolean upload =
        "UNSPECIFIED_ERROR".equalsIgnoreCase(detail.errorCode())
            && detail.errorMessage() != null
            && detail.errorMessage().toLowerCase(Locale.ROOT).contains("pdf validation failed");
    return upload ? Direction.UPLOAD : null;
  }

  @Override
  Finding finding(Direction direction, Evidence evidence) {
    String refused = "DocuSign refused " + Words.calls(evidence.count());
    String message =
        switch (direction) {
          case DOWNLOAD ->
              refused + ": too many downloads of the same document were running at a time.";
          case UPLOAD ->
              refused
                  + " with \"PDF validation failed\": 70 uploads of the same bytes were running"
                  + " at a time, or the PDF is broken if it was sent but once.";
        };
    return draft()
        .errorCode(timeline.detail(evidence.newest()).errorCode())
        .build(message, evidence);
  }
}
