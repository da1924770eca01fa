package org.golivecheck.render.build;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.render.words.ToolInfo;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;

/** Describes the rules of a SARIF run, independent of their findings. */
final class SarifRules {
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
    SarifReportWriter.writeMessage("shortDescription", rule.title(), json);
    SarifReportWriter.writeMessage("fullDescription", rule.title() + ". " + rule.remedy(), json);
    // Our own rules have no page of the vendor to link to.
    if (!rule.basis().equals(RuleInfo.HEURISTIC)) {
      json.writeStringField("helpUri", rule.basis());
    }
    SarifReportWriter.writeMessage(
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
