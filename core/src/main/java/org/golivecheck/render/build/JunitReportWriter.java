package org.golivecheck.render.build;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.render.words.GateText;
import org.golivecheck.render.words.ToolInfo;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.text.UtcTime;
import org.jspecify.annotations.Nullable;

/**
 * Prints the verdict and every rule as a test case in JUnit's XML format for build servers. Rules
 * without findings pass, so that a clean run shows what was checked.
 *
 * <p>Open findings of severity error fail the case of their rule. Warnings, hints and excused
 * findings appear in its {@code system-out}. A rule is skipped if all of its errors are excused.
 * The verdict is skipped if all reasons to fail the review are excused; a build server shows this
 * without failing. Otherwise FAIL fails the case of the verdict, and NO_VERDICT is an error. If no
 * call was read, the rules are skipped. A case has at most one failure, since many readers use only
 * the first. The output contains no current time, so the same report gives the same text.
 */
public final class JunitReportWriter implements ReportWriter {
  private static final int MAX_FINDINGS = 100;
  private static final int MAX_EVIDENCE = 5;
  private static final int MAX_PROBLEMS = 100;

  private final Function<Profile, List<RuleInfo>> rules;

  /**
   * Creates a writer with a case for each of these rules, and for each other rule with findings.
   *
   * @param rules the rules that a profile evaluates
   */
  public JunitReportWriter(Function<Profile, List<RuleInfo>> rules) {
    this.rules = rules;
  }

  @Override
  public void write(GoLiveReport report, Appendable out) throws IOException {
    List<Case> cases = cases(report);
    XmlOutput xml = new XmlOutput(out);
    xml.start("testsuites");
    xml.start("testsuite");
    xml.attribute("name", ToolInfo.NAME);
    long failed = cases.stream().filter(Case::fails).count();
    boolean undecided = report.verdict() == Verdict.NO_VERDICT;
    long skipped = cases.stream().filter(rule -> rule.isSkipped(report)).count();
    xml.attribute("tests", Long.toString(cases.size() + 1));
    boolean excused = report.decision().excused();
    boolean verdictFails = report.verdict() == Verdict.FAIL && !excused;
    xml.attribute("failures", Long.toString(failed + (verdictFails ? 1 : 0)));
    xml.attribute("errors", undecided ? "1" : "0");
    xml.attribute("skipped", Long.toString(skipped + (excused ? 1 : 0)));
    xml.attribute("time", "0");
    writeProperties(report, xml);
    writeVerdict(report, xml);
    for (Case rule : cases) {
      writeCase(rule, report, xml);
    }
    xml.end();
    xml.end();
  }

  /**
   * The case of a rule.
   *
   * @param id the id of the rule
   * @param title the title of the rule
   * @param errors its findings of severity error
   * @param others its other findings
   */
  private record Case(String id, String title, List<Finding> errors, List<Finding> others) {
    Case(String id, String title) {
      this(id, title, new ArrayList<>(), new ArrayList<>());
    }

    void add(Finding finding) {
      boolean fails = finding.severity() == Severity.ERROR && !finding.state().excused();
      (fails ? errors : others).add(finding);
    }

    /** Everything that would fail it is excused. */
    boolean isExcused() {
      return errors.isEmpty()
          && others.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    boolean fails() {
      return !errors.isEmpty();
    }

    /** Without calls, a rule neither passes nor fails. */
    boolean isSkipped(GoLiveReport report) {
      return isExcused() || sawNothing(report);
    }

    private boolean sawNothing(GoLiveReport report) {
      return report.calls().total() == 0 && errors.isEmpty() && others.isEmpty();
    }

    String whySkipped(GoLiveReport report) {
      return sawNothing(report) ? "No call was read." : "All errors are known; see system-out.";
    }
  }

  private List<Case> cases(GoLiveReport report) {
    Map<String, Case> cases = new LinkedHashMap<>();
    for (RuleInfo rule : rules.apply(report.profile())) {
      cases.put(rule.id(), new Case(rule.id(), rule.title()));
    }
    for (Finding finding : report.findings()) {
      cases.computeIfAbsent(finding.rule(), id -> new Case(id, finding.title())).add(finding);
    }
    return List.copyOf(cases.values());
  }

  private static void writeProperties(GoLiveReport report, XmlOutput xml) throws IOException {
    xml.start("properties");
    writeProperty("version", ToolInfo.version(), xml);
    writeProperty("profile", report.profile().id(), xml);
    writeProperty("verdict", report.verdict().name(), xml);
    if (report.window().isExamined()) {
      writeProperty("cleanCallsNeeded", "" + report.window().cleanCallsNeeded(), xml);
    }
    writeProperty("gate", report.decision().result().id(), xml);
    writeProperty("calls.total", "" + report.calls().total(), xml);
    writeProperty("calls.countable", "" + report.calls().countable(), xml);
    writeProperty("calls.failed", "" + report.calls().failed(), xml);
    xml.end();
  }

  private static void writeProperty(String name, String value, XmlOutput xml) throws IOException {
    xml.start("property");
    xml.attribute("name", name);
    xml.attribute("value", value);
    xml.end();
  }

  private static void startCase(String name, GoLiveReport report, XmlOutput xml)
      throws IOException {
    xml.start("testcase");
    xml.attribute("name", name);
    xml.attribute("classname", ToolInfo.NAME + "." + report.profile().id());
    xml.attribute("time", "0");
  }

  private static void writeVerdict(GoLiveReport report, XmlOutput xml) throws IOException {
    startCase("Verdict", report, xml);
    if (report.decision().excused()) {
      xml.start("skipped");
      xml.end(GateText.headline(report));
    } else if (report.verdict() != Verdict.PASS) {
      xml.start(report.verdict() == Verdict.FAIL ? "failure" : "error");
      xml.attribute("message", Wording.head(report));
      xml.attribute("type", report.verdict().name());
      StringBuilder text = new StringBuilder();
      report
          .reasons()
          .forEach(
              reason ->
                  text.append(reason.rule()).append(": ").append(reason.message()).append('\n'));
      Wording.nextSteps(report).forEach(step -> text.append(step).append('\n'));
      xml.end(text);
    }
    xml.start("system-out");
    xml.end(background(report));
    xml.end();
  }

  private static String background(GoLiveReport report) {
    StringBuilder text = new StringBuilder(Wording.DISCLAIMER).append('\n');
    if (GateText.speak(report)) {
      report
          .reasons()
          .forEach(
              reason ->
                  text.append(reason.rule()).append(": ").append(reason.message()).append('\n'));
      text.append("Gate: ").append(GateText.headline(report)).append('\n');
      GateText.details(report).forEach(detail -> text.append(detail).append('\n'));
    }
    text.append("Calls: ").append(Wording.calls(report.calls())).append('\n');
    List<Problem> problems = report.problems();
    int shown = Math.min(problems.size(), MAX_PROBLEMS);
    for (Problem problem : problems.subList(0, shown)) {
      text.append("Not read: ").append(problem.code()).append(' ').append(Wording.place(problem));
      text.append(": ").append(Wording.message(problem)).append('\n');
    }
    long rest = Wording.total(problems.subList(shown, problems.size()));
    if (rest > 0) {
      text.append("... and ").append(rest).append(" more problems\n");
    }
    report.notes().forEach(note -> text.append("Note: ").append(note).append('\n'));
    return text.toString();
  }

  private static void writeCase(Case rule, GoLiveReport report, XmlOutput xml) throws IOException {
    startCase(rule.id() + " " + rule.title(), report, xml);
    if (rule.isSkipped(report)) {
      xml.start("skipped");
      xml.end(rule.whySkipped(report));
    }
    if (rule.fails()) {
      xml.start("failure");
      int others = rule.errors().size() - 1;
      xml.attribute(
          "message",
          rule.errors().get(0).message() + (others > 0 ? " (and " + others + " more)" : ""));
      xml.attribute("type", rule.id());
      xml.end(text(rule.errors()));
    }
    if (!rule.others().isEmpty()) {
      xml.start("system-out");
      xml.end(text(rule.others()));
    }
    xml.end();
  }

  private static String text(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    int shown = Math.min(findings.size(), MAX_FINDINGS);
    findings.subList(0, shown).forEach(finding -> append(finding, text));
    if (shown < findings.size()) {
      text.append("... and ").append(findings.size() - shown).append(" more findings\n");
    }
    return text.toString();
  }

  private static void append(Finding finding, StringBuilder text) {
    text.append(finding.severity()).append("  ").append(finding.message()).append('\n');
    String remark = GateText.remark(finding);
    text.append(remark.isEmpty() ? "" : "  Gate: " + remark + "\n");
    text.append("  To do: ").append(finding.remedy()).append('\n');
    text.append("  Who: ").append(finding.actor()).append('\n');
    text.append("  Basis: ").append(finding.basis()).append('\n');
    int shown = Math.min(finding.evidence().size(), MAX_EVIDENCE);
    for (Finding.Evidence call : finding.evidence().subList(0, shown)) {
      text.append("  ")
          .append(UtcTime.isoOrWords(call.timestamp()))
          .append("  ")
          .append(call.status());
      text.append(call.traceToken() == null ? "" : "  " + call.traceToken());
      text.append("  ").append(call.source()).append('\n');
    }
    long rest = finding.count() - shown;
    if (shown > 0 && rest > 0) {
      text.append("  ... and ").append(rest).append(" more\n");
    }
  }

  /**
   * Prints XML 1.0, indented, with one element per line. Written by hand, since core uses nothing
   * else of the module {@code java.xml}, and an implementation found at run time could be any.
   */
  public static final class XmlOutput {
    private final Appendable out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inStartTag;

    /** Begins a document. */
    public XmlOutput(Appendable out) throws IOException {
      this.out = out;
      out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Begins an element. */
    public void start(String name) throws IOException {
      if (inStartTag) {
        out.append(">\n");
      }
      out.append("  ".repeat(open.size())).append('<').append(name);
      open.push(name);
      inStartTag = true;
    }

    /** Adds an attribute to the element just begun, unless the value is null. */
    public void attribute(String name, @Nullable CharSequence value) throws IOException {
      if (value != null) {
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
      }
    }

    /** Ends the current element. */
    public void end() throws IOException {
      String name = open.pop();
      if (inStartTag) {
        out.append("/>\n");
      } else {
        out.append("  ".repeat(open.size())).append("</").append(name).append(">\n");
      }
      inStartTag = false;
    }

    /** Ends the element just begun with text as its only content. */
    public void end(CharSequence text) throws IOException {
      out.append('>');
      escape(text);
      out.append("</").append(open.pop()).append(">\n");
      inStartTag = false;
    }

    private void escape(CharSequence text) throws IOException {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        switch (c) {
          case '&' -> out.append("&amp;");
          case '<' -> out.append("&lt;");
          case '>' -> out.append("&gt;");
          case '"' -> out.append("&quot;");
          default -> out.append(isLegal(text, i) ? c : '\ufffd');
        }
      }
    }

    /** XML cannot represent most control characters, lone surrogates, U+FFFE and U+FFFF. */
    private static boolean isLegal(CharSequence text, int index) {
      char c = text.charAt(index);
      if (Character.isHighSurrogate(c)) {
        return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
      }
      if (Character.isLowSurrogate(c)) {
        return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
      }
      return c >= ' ' ? c < '\ufffe' : c == '\n' || c == '\t';
    }
  }
}
