package org.golivecheck.render.build;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.escape.Escaper;
import com.google.common.net.PercentEscaper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.render.words.GateText;
import org.golivecheck.render.words.LogPaths;
import org.golivecheck.render.words.ToolInfo;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.FindingState;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.text.JsonOutput;
import org.golivecheck.text.UtcTime;

/**
 * Prints the findings as SARIF 2.1.0, for code scanning services and editors.
 *
 * <p>The location of a finding is the relative path of its log. Logs have no line to go to, so the
 * line is always 1. The path template and the log entries are added to it. Notifications say what
 * could not be read and why there is no verdict.
 */
public final class SarifReportWriter implements ReportWriter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** Escapes a relative path as a URI reference. */
  public static final Escaper URI = new PercentEscaper("-._~/", false);

  private static final String ROOT = "%SRCROOT%";
  private static final int MAX_EVIDENCE = 10;

  private final Function<Profile, List<RuleInfo>> rules;

  /**
   * Creates a writer that describes these rules. Findings of other rules have no index.
   *
   * @param rules the rules that a profile evaluates
   */
  public SarifReportWriter(Function<Profile, List<RuleInfo>> rules) {
    this.rules = rules;
  }

  @Override
  public void write(GoLiveReport report, Appendable out) throws IOException {
    try (JsonGenerator json = JsonOutput.indented(out)) {
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      writeRun(report, json);
      json.writeEndArray();
      json.writeEndObject();
    }
    out.append('\n');
  }

  private void writeRun(GoLiveReport report, JsonGenerator json) throws IOException {
    LogPaths paths = new LogPaths(report.inputs());
    SarifRules descriptors = new SarifRules(rules.apply(report.profile()), report.findings());
    json.writeStartObject();
    descriptors.writeTool(json);
    json.writeObjectFieldStart("automationDetails");
    // The slash at the end separates runs with different profiles.
    json.writeStringField("id", ToolInfo.NAME + "/" + report.profile().id() + "/");
    json.writeEndObject();
    writeInvocation(report, paths, json);
    json.writeObjectFieldStart("originalUriBaseIds");
    json.writeObjectFieldStart(ROOT);
    writeMessage("description", "The working folder of the run.", json);
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayFieldStart("results");
    FindingIds ids = new FindingIds();
    for (Finding finding : report.findings()) {
      startResult(finding, descriptors, paths, ids.next(finding.fingerprint()), json);
      if (GateText.speak(report)) {
        writeSuppressions(finding.state(), json);
      }
      writeProperties(finding, json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
    json.writeStringField("profile", report.profile().id());
    json.writeStringField("verdict", report.verdict().name());
    json.writeStringField("gate", report.decision().result().id());
    if (report.window().isExamined()) {
      json.writeNumberField("cleanCallsNeeded", report.window().cleanCallsNeeded());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeInvocation(GoLiveReport report, LogPaths paths, JsonGenerator json)
      throws IOException {
    boolean decided = report.verdict() != Verdict.NO_VERDICT;
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", decided);
    json.writeArrayFieldStart("toolExecutionNotifications");
    if (!decided) {
      for (Reason reason : report.reasons()) {
        json.writeStartObject();
        json.writeStringField("level", "error");
        writeMessage("message", "No verdict: " + reason.message(), json);
        json.writeEndObject();
      }
    }
    for (Problem problem : report.problems()) {
      writeNotification(problem, paths, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void writeNotification(Problem problem, LogPaths paths, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("level", "warning");
    writeMessage(
        "message",
        problem.code() + " " + Wording.place(problem) + ": " + Wording.message(problem),
        json);
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    writePhysicalLocation(paths.ofSource(problem.source()), json);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void startResult(
      Finding finding, SarifRules rules, LogPaths paths, FindingIds.Id id, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule());
    json.writeNumberField("ruleIndex", rules.index(finding.rule()));
    boolean excused = finding.state().excused();
    json.writeStringField("level", excused ? "note" : SarifRules.level(finding.severity()));
    writeMessage("message", finding.message() + " To do: " + finding.remedy(), json);
    json.writeArrayFieldStart("locations");
    writeLocation(finding, paths, json);
    json.writeEndArray();
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("goliveCheck/v1", id.unique());
    // The only name that GitHub reads. It would compute its own from a file that is missing.
    json.writeStringField("primaryLocationLineHash", id.hashAndOrdinal());
    json.writeEndObject();
    if (finding.count() > 0) {
      json.writeNumberField("occurrenceCount", finding.count());
    }
  }

  /** An empty list means that the result is not suppressed. Without a list this is unknown. */
  private static void writeSuppressions(FindingState state, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("suppressions");
    if (state.excused()) {
      json.writeStartObject();
      json.writeStringField("kind", "external");
      json.writeStringField("status", "accepted");
      json.writeStringField(
          "justification",
          state.kind().id() + (state.reason() == null ? "" : ": " + state.reason()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeLocation(Finding finding, LogPaths paths, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    writePhysicalLocation(paths.of(finding), json);
    if (finding.path() != null) {
      json.writeArrayFieldStart("logicalLocations");
      json.writeStartObject();
      if (finding.operation() != null) {
        json.writeStringField("name", finding.operation());
      }
      json.writeStringField(
          "fullyQualifiedName",
          (finding.method() == null ? "" : finding.method() + " ") + finding.path());
      json.writeStringField("kind", "resource");
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writePhysicalLocation(String path, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", URI.escape(path));
    json.writeStringField("uriBaseId", ROOT);
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", 1);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeProperties(Finding finding, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("properties");
    json.writeStringField("actor", finding.actor());
    json.writeStringField("category", finding.category());
    json.writeStringField("basis", finding.basis());
    if (finding.errorCode() != null) {
      json.writeStringField("errorCode", finding.errorCode().toString());
    }
    json.writeArrayFieldStart("evidence");
    List<Evidence> evidence = finding.evidence();
    for (Evidence call : evidence.subList(0, Math.min(evidence.size(), MAX_EVIDENCE))) {
      json.writeString(
          UtcTime.isoOrWords(call.timestamp())
              + "  "
              + call.status()
              + (call.traceToken() == null ? "" : "  " + call.traceToken())
              + "  "
              + call.source());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * Writes a plain text message. Braces would be placeholders, and brackets before a parenthesis
   * would be a link.
   */
  static void writeMessage(String name, String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", text.replace("{", "{{").replace("}", "}}").replace("](", "\\]("));
    json.writeEndObject();
  }

  /** Describes the rules of a SARIF run, independent of their findings. */
  private static final class SarifRules {
    private final List<RuleInfo> rules;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    /**
     * Uses the rules in their order. Other rules, as in a report saved by another version, are
     * described by their id only.
     */
    SarifRules(List<RuleInfo> rules, List<Finding> findings) {
      this.rules = rules;
      rules.forEach(rule -> indexes.put(rule.id(), indexes.size()));
      findings.forEach(finding -> indexes.putIfAbsent(finding.rule(), indexes.size()));
    }

    /** Returns the index of a rule, or -1, as SARIF requires, if it is not in the list. */
    int index(String rule) {
      return indexes.getOrDefault(rule, -1);
    }

    /** Returns the level of a severity. */
    static String level(Severity severity) {
      return switch (severity) {
        case ERROR -> "error";
        case WARNING -> "warning";
        case INFO -> "note";
      };
    }

    /** Writes the tool with its rules. */
    void writeTool(JsonGenerator json) throws IOException {
      json.writeObjectFieldStart("tool");
      json.writeObjectFieldStart("driver");
      json.writeStringField("name", ToolInfo.NAME);
      json.writeStringField("version", ToolInfo.version());
      json.writeArrayFieldStart("rules");
      for (RuleInfo rule : rules) {
        writeRule(rule, json);
      }
      for (String id : List.copyOf(indexes.keySet()).subList(rules.size(), indexes.size())) {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }

    private static void writeRule(RuleInfo rule, JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("id", rule.id());
      writeMessage("shortDescription", rule.title(), json);
      writeMessage("fullDescription", rule.title() + ". " + rule.remedy(), json);
      // Our own rules have no page of the vendor to link to.
      if (!rule.basis().equals(RuleInfo.HEURISTIC)) {
        json.writeStringField("helpUri", rule.basis());
      }
      writeMessage(
          "help", rule.remedy() + " More: " + ToolInfo.NAME + " explain " + rule.id(), json);
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeStringField("level", level(rule.severity()));
      json.writeEndObject();
      json.writeObjectFieldStart("properties");
      json.writeStringField("actor", rule.actor());
      json.writeArrayFieldStart("tags");
      json.writeString(rule.category());
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
  }
}
