package org.golivecheck.render.markdown;

import static org.golivecheck.render.markdown.MarkdownText.code;
import static org.golivecheck.render.markdown.MarkdownText.escape;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.render.words.FindingGroup;
import org.golivecheck.render.words.GateText;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.Recipes;
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

  /** Returns a group of findings as a block that ends with an empty line. */
  static String group(FindingGroup group) {
    return group.first().severity() == Severity.ERROR ? open(group) : folded(group);
  }

  /** Returns an excused finding as one line. */
  static String known(Finding finding) {
    String subject = subject(finding);
    return "- %s (%s)%s<br>%s"
        .formatted(
            escape(finding.rule() + " " + finding.title()),
            new FindingGroup(List.of(finding)).size(),
            subject.isEmpty() ? "" : " " + subject,
            escape(GateText.remark(finding)));
  }

  private static String open(FindingGroup group) {
    StringBuilder text = new StringBuilder();
    text.append("**").append(head(group)).append("** ");
    text.append('(').append(group.size()).append(")<br>\n");
    appendBody(group, text);
    Finding finding = group.first();
    if (group.isSingle() && !finding.evidence().isEmpty()) {
      text.append("\n<details><summary>Evidence</summary>\n\n");
      appendEvidence(finding, text);
      text.append("\n</details>\n");
    }
    return text.toString();
  }

  private static String folded(FindingGroup group) {
    StringBuilder text = new StringBuilder("<details><summary>");
    text.append(head(group)).append(" (").append(group.size()).append(")</summary>\n\n");
    appendBody(group, text);
    Finding finding = group.first();
    if (group.isSingle() && !finding.evidence().isEmpty()) {
      text.append('\n');
      appendEvidence(finding, text);
    }
    return text.append("\n</details>\n").toString();
  }

  private static String head(FindingGroup group) {
    return group.first().severity() + " " + escape(group.title());
  }

  private static void appendBody(FindingGroup group, StringBuilder text) {
    Finding finding = group.first();
    text.append(group.isSingle() ? "**Seen:** " : "**Most:** ");
    text.append(escape(finding.message())).append("<br>\n");
    String subject = subject(finding);
    if (group.isSingle() && !subject.isEmpty()) {
      text.append("**Call:** ").append(subject).append("<br>\n");
    }
    if (!group.isSingle()) {
      appendWorst(group, text);
    }
    String remark = GateText.remark(finding);
    if (!remark.isEmpty()) {
      text.append("**Gate:** ").append(escape(remark)).append("<br>\n");
    }
    text.append("**To do:** ").append(escape(finding.remedy()));
    if (finding.recipe() != null) {
      text.append("<br>\n**How:** [")
          .append(escape(Wording.how(finding)))
          .append("](")
          .append(Recipes.link(finding.recipe()))
          .append(')');
    }
    if (finding.consentUrl() != null) {
      text.append("<br>\n").append(MarkdownText.consent(finding.consentUrl().toString()));
    }
    if (finding.retry() != null) {
      text.append("<br>\n**Retry:** ").append(escape(Wording.retry(finding.retry())));
    }
    if (!finding.basis().equals(RuleInfo.HEURISTIC)) {
      text.append("<br>\n**Basis:** ").append(MarkdownText.link(finding.basis()));
    }
    text.append('\n');
  }

  private static void appendWorst(FindingGroup group, StringBuilder text) {
    text.append("\n| Calls | Where | Median gap | Newest call |\n|--:|---|--:|---|\n");
    for (Finding finding : group.worst()) {
      String subject = subject(finding);
      text.append("| ").append(Words.number(finding.count()));
      text.append(" | ").append(subject.isEmpty() ? escape(finding.message()) : subject);
      text.append(" | ");
      if (finding.medianGap() != null) {
        text.append(Words.duration(finding.medianGap().toMillis()));
      }
      text.append(" | ");
      if (!finding.evidence().isEmpty()) {
        Evidence newest = finding.evidence().get(0);
        text.append(UtcTime.seconds(newest.timestamp()));
        text.append(newest.traceToken() == null ? "" : " " + code(newest.traceToken()));
      }
      text.append(" |\n");
    }
    text.append('\n');
    if (!group.rest().isEmpty()) {
      text.append(group.rest()).append("\n\n");
    }
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
      text.append("\n... and ").append(Words.number(left)).append(" more\n");
    }
  }
}
