package org.golivecheck.render.build;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.render.words.GateText;
import org.golivecheck.render.words.LogPaths;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.text.JsonOutput;

/**
 * Prints the findings as a GitLab code quality report. Without a verdict, there is a finding that
 * says so, since GitLab shows an empty list as clean.
 */
public final class GitlabReportWriter implements ReportWriter {
  @Override
  public void write(GoLiveReport report, Appendable out) throws IOException {
    LogPaths paths = new LogPaths(report.inputs());
    FindingIds ids = new FindingIds();
    try (JsonGenerator json = JsonOutput.indented(out)) {
      json.writeStartArray();
      if (report.verdict() == Verdict.NO_VERDICT) {
        writeMissingVerdict(report, paths, ids, json);
      }
      for (Finding finding : report.findings()) {
        write(
            finding.rule(),
            description(finding),
            ids.next(finding.fingerprint()),
            finding.state().excused() ? "info" : severity(finding.severity()),
            paths.of(finding),
            json);
      }
      json.writeEndArray();
    }
    out.append('\n');
  }

  private static String description(Finding finding) {
    String remark = GateText.remark(finding);
    return "%s%s To do: %s"
        .formatted(
            finding.state().excused() ? "Known, " + remark + ". " : "",
            finding.message(),
            finding.remedy());
  }

  private static void writeMissingVerdict(
      GoLiveReport report, LogPaths paths, FindingIds ids, JsonGenerator json) throws IOException {
    StringBuilder text = new StringBuilder(Wording.head(report));
    report.reasons().forEach(reason -> text.append(' ').append(reason.message()));
    write(
        Verdict.NO_VERDICT.name(),
        text.toString(),
        ids.next(Verdict.NO_VERDICT.name()),
        "blocker",
        paths.ofLog(),
        json);
  }

  private static void write(
      String rule,
      String description,
      FindingIds.Id id,
      String severity,
      String path,
      JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("description", description);
    json.writeStringField("check_name", rule);
    json.writeStringField("fingerprint", id.unique());
    json.writeStringField("severity", severity);
    json.writeObjectFieldStart("location");
    json.writeStringField("path", path);
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", 1);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }
}
