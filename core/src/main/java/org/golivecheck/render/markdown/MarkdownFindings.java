package org.golivecheck.render.markdown;

import static org.golivecheck.render.markdown.MarkdownText.code;
import static org.golivecheck.render.markdown.MarkdownText.escape;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.render.words.GateText;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.text.UtcTime;
import org.golivecheck.text.Words;

/**
 * Writes a finding in Markdown. Errors are expanded, others are collapsed, and evidence is always
 * collapsed.
 */
final class MarkdownFindings {
  private static final int MAX_EVIDENCE = 10;

  private MarkdownFindings() {}

  /** Returns a finding as a block that ends with an empty line. */
  static String finding(Finding finding) {
    return finding.severity() == Severity.ERROR ? open(finding) : folded(finding);
  }

  /** Returns an excused finding as one line. */
  static String known(Finding finding) {
    String subject = subject(finding);
    return "- "
        + escape(finding.rule() + " " + finding.title())
        + " "
        + size(finding)
        + (subject.isEmpty() ? "" : " " + subject)
        + "<br>"
        + escape(GateText.remark(finding));
  }

  private static String open(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append("**").append(head(finding)).append("** ").append(size(finding)).append("<br>\n");
    appendBody(finding, text);
    if (!finding.evidence().isEmpty()) {
      text.append("\n<details><summary>Evidence</summary>\n\n");
      appendEvidence(finding, text);
      text.append("\n</details>\n");
    }
    return text.toString();
  }

  private static String folded(Finding finding) {
    StringBuilder text = new StringBuilder("<details><summary>");
    text.append(head(finding)).append(' ').append(size(finding)).append("</summary>\n\n");
    appendBody(finding, text);
    if (!finding.evidence().isEmpty()) {
      text.append('\n');
      appendEvidence(finding, text);
    }
    return text.append("\n</details>\n").toString();
  }

  private static String head(Finding finding) {
    return finding.severity() + " " + escape(finding.rule()) + " " + escape(finding.title());
  }

  private static String size(Finding finding) {
    String heuristic = finding.basis().equals(RuleInfo.HEURISTIC) ? ", heuristic" : "";
    return "(" + Words.count(finding.count(), "call", "calls") + heuristic + ")";
  }

  private static void appendBody(Finding finding, StringBuilder text) {
    text.append("**Seen:** ").append(escape(finding.message())).append("<br>\n");
    String subject = subject(finding);
    if (!subject.isEmpty()) {
      text.append("**Call:** ").append(subject).append("<br>\n");
    }
    String remark = GateText.remark(finding);
    if (!remark.isEmpty()) {
      text.append("**Gate:** ").append(escape(remark)).append("<br>\n");
    }
    text.append("**To do:** ").append(escape(finding.remedy()));
    if (finding.consentUrl() != null) {
      text.append("<br>\n").append(MarkdownText.consent(finding.consentUrl().toString()));
    }
    if (finding.retry() != null) {
      text.append("<br>\n**Retry:** ").append(escape(finding.retry()));
    }
    if (!finding.basis().equals(RuleInfo.HEURISTIC)) {
      text.append("<br>\n**Basis:** ").append(MarkdownText.link(finding.basis()));
    }
    text.append('\n');
  }

  private static String subject(Finding finding) {
    List<String> parts = new ArrayList<>();
    if (finding.operation() != null) {
      parts.add(code(finding.operation()));
    }
    SafeText path = finding.resource() == null ? finding.path() : finding.resource();
    if (path != null) {
      parts.add(code(finding.method() == null ? path : finding.method() + " " + path));
    }
    if (finding.errorCode() != null) {
      parts.add(code(finding.errorCode()));
    }
    return String.join(", ", parts);
  }

  private static void appendEvidence(Finding finding, StringBuilder text) {
    text.append("| Time (UTC) | Status | Trace token | Source |\n|---|--:|---|---|\n");
    List<Evidence> evidence = finding.evidence();
    int shown = Math.min(evidence.size(), MAX_EVIDENCE);
    for (Evidence call : evidence.subList(0, shown)) {
      text.append("| ").append(UtcTime.seconds(call.timestamp()));
      text.append(" | ").append(call.status());
      text.append(" | ").append(call.traceToken() == null ? "" : code(call.traceToken()));
      text.append(" | ").append(code(call.source())).append(" |\n");
    }
    long left = Math.max(finding.count(), evidence.size()) - shown;
    if (left > 0) {
      text.append("\n... and ").append(left).append(" more\n");
    }
  }
}
