package org.golivecheck.render.text;

import static org.golivecheck.text.Words.count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.render.TextOptions.Detail;
import org.golivecheck.render.text.TextPage.Style;
import org.golivecheck.render.words.Audience;
import org.golivecheck.render.words.FindingGroup;
import org.golivecheck.render.words.GateText;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.GateDecision;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.text.UtcTime;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/** Prints the findings, grouped by who has to act; those with errors first. */
final class TextFindings {
  private static final int MAX_FINDINGS = 10;
  private static final int MAX_EVIDENCE = 3;

  /** With more findings the report of a log has to be kept short. */
  private static final int MANY = 100;

  /** After so many lines, findings that decide nothing are only named. */
  private static final int ENOUGH = 80;

  /** After so many lines, all findings are only named. */
  private static final int MOST = 100;

  private final TextPage page;
  private final boolean verbose;
  private final int maxEvidence;
  private boolean many;

  TextFindings(TextPage page, Detail detail) {
    this.page = page;
    verbose = detail == Detail.VERBOSE;
    maxEvidence = detail == Detail.BRIEF ? 1 : MAX_EVIDENCE;
  }

  void write(List<Finding> findings) throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    page.heading("Findings: " + Wording.summary(findings));
    String breaches = Wording.breaches(findings);
    if (!breaches.isEmpty()) {
      page.paragraph(2, breaches);
    }
    many = !verbose && findings.size() > MANY;
    for (List<Finding> group : Audience.groups(findings)) {
      writeGroup(group);
    }
    if (many) {
      page.blank();
      page.paragraph(2, "golive-check explain RULE says what to do; -v prints all findings.");
    }
  }

  /** Prints the excused findings, one per line. */
  void writeKnown(List<Finding> findings, GateDecision decision) throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    page.heading("Known findings: " + GateText.known(decision));
    int shown = verbose ? findings.size() : Math.min(findings.size(), MAX_FINDINGS);
    for (Finding finding : findings.subList(0, shown)) {
      page.paragraph(2, title(finding));
      List<String> subject = subject(finding);
      if (!subject.isEmpty()) {
        page.fields(4, subject);
      }
      page.paragraph(4, GateText.remark(finding));
    }
    if (shown < findings.size()) {
      page.paragraph(2, "... and " + Words.number(findings.size() - shown) + " more findings");
    }
  }

  private void writeGroup(List<Finding> ofActor) throws IOException {
    page.heading(Audience.heading(ofActor.get(0).actor()));
    if (verbose) {
      for (Finding finding : ofActor) {
        writeFinding(finding);
      }
      return;
    }
    List<FindingGroup> groups = new ArrayList<>(FindingGroup.of(ofActor));
    if (many) {
      groups.sort(
          Comparator.comparing((FindingGroup group) -> group.first().severity())
              .thenComparingLong(FindingGroup::total)
              .reversed());
    }
    int shown = Math.min(groups.size(), MAX_FINDINGS);
    for (FindingGroup group : groups.subList(0, shown)) {
      if (isBrief(group)) {
        writeTitle(group);
      } else if (group.isSingle()) {
        writeFinding(group.first());
      } else {
        writeFindings(group);
      }
    }
    if (shown < groups.size()) {
      List<Finding> left =
          groups.subList(shown, groups.size()).stream()
              .flatMap(group -> group.findings().stream())
              .toList();
      page.paragraph(2, "... and " + Words.number(left.size()) + " more findings");
    }
  }

  /** Of many findings those that come late are named only, so that people read to the end. */
  private boolean isBrief(FindingGroup group) {
    return many && page.lines() > (group.first().severity() == Severity.ERROR ? MOST : ENOUGH);
  }

  private void writeTitle(FindingGroup group) throws IOException {
    Severity severity = group.first().severity();
    String title = group.title() + " (" + group.size() + ")";
    page.paragraph(2, style(severity), severity.name(), title);
  }

  private void writeFindings(FindingGroup group) throws IOException {
    Finding first = group.first();
    writeTitle(group);
    page.paragraph(4, Style.BOLD, "Most:", first.message().toString());
    String common = group.commonPath();
    for (Finding finding : group.worst()) {
      page.fields(4, fields(finding, common));
    }
    if (!group.rest().isEmpty()) {
      page.paragraph(4, group.rest());
    }
    writeAdvice(first);
    if (first.severity() == Severity.ERROR) {
      writeEvidence(first);
    }
  }

  private void writeFinding(Finding finding) throws IOException {
    String severity = finding.severity().name();
    page.paragraph(2, style(finding.severity()), severity, title(finding));
    List<String> subject = subject(finding);
    if (!subject.isEmpty()) {
      page.fields(4, subject);
    }
    page.paragraph(4, finding.message().toString());
    writeAdvice(finding);
    if (verbose) {
      writeBackground(finding);
    }
    if (verbose || finding.severity() != Severity.INFO) {
      writeEvidence(finding);
    }
  }

  private void writeAdvice(Finding finding) throws IOException {
    String remark = GateText.remark(finding);
    if (!remark.isEmpty()) {
      page.paragraph(4, Style.BOLD, "Gate:", remark);
    }
    page.paragraph(4, Style.BOLD, "To do:", finding.remedy());
    if (finding.recipe() != null) {
      page.paragraph(4, Style.BOLD, "How:", Wording.how(finding));
    }
    if (finding.consentUrl() != null) {
      page.consent(4, finding.consentUrl().toString());
    }
  }

  /** Returns how many calls a finding of a group has and where, in a line if possible. */
  private List<String> fields(Finding finding, String common) {
    List<String> fields = new ArrayList<>();
    fields.add(Words.calls(finding.count()));
    if (finding.resource() != null && finding.method() != null) {
      String path = finding.resource().toString().substring(common.length());
      fields.add(finding.method() + (common.isEmpty() ? " " : " ..") + path);
    } else {
      fields.addAll(subject(finding));
    }
    if (fields.size() == 1) {
      fields.add(finding.message().toString());
    }
    if (finding.medianGap() != null) {
      fields.add("median " + Words.duration(finding.medianGap().toMillis()));
    }
    return fields;
  }

  private static Style style(Severity severity) {
    return severity == Severity.ERROR
        ? Style.BAD
        : severity == Severity.WARNING ? Style.CAUTION : Style.BOLD;
  }

  private static String title(Finding finding) {
    String heuristic = finding.basis().equals(RuleInfo.HEURISTIC) ? ", heuristic" : "";
    String calls = count(finding.count(), "call", "calls");
    return finding.rule() + " " + finding.title() + " (" + calls + heuristic + ")";
  }

  /**
   * Returns what the finding is about: operation, resource if it is one of many, and error code.
   */
  private List<String> subject(Finding finding) {
    List<String> fields = new ArrayList<>();
    addIfPresent(fields, finding.operation());
    SafeText path = finding.resource() == null ? finding.path() : finding.resource();
    boolean shown = verbose || finding.operation() == null || finding.resource() != null;
    if (path != null && shown) {
      fields.add(finding.method() == null ? path.toString() : finding.method() + " " + path);
    }
    addIfPresent(fields, finding.errorCode());
    return fields;
  }

  private static void addIfPresent(List<String> fields, @Nullable CharSequence text) {
    if (text != null) {
      fields.add(text.toString());
    }
  }

  private void writeBackground(Finding finding) throws IOException {
    if (finding.retry() != null) {
      page.paragraph(4, Style.BOLD, "Retry:", Wording.retry(finding.retry()));
    }
    page.paragraph(4, Style.BOLD, "Basis:", finding.basis());
  }

  private void writeEvidence(Finding finding) throws IOException {
    List<Evidence> evidence = finding.evidence();
    int shown = verbose ? evidence.size() : Math.min(evidence.size(), maxEvidence);
    for (Evidence call : evidence.subList(0, shown)) {
      List<String> fields = new ArrayList<>();
      String time = UtcTime.seconds(call.timestamp());
      fields.add(UtcTime.isKnown(call.timestamp()) ? time + "Z" : time);
      fields.add(String.valueOf(call.status()));
      addIfPresent(fields, call.traceToken());
      fields.add(call.source().toString());
      page.fields(4, fields);
    }
    long left = Math.max(finding.count(), evidence.size()) - shown;
    if (shown > 0 && left > 0) {
      page.paragraph(4, "... and " + Words.number(left) + " more");
    }
  }
}
