package org.golivecheck.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.text.JsonOutput;

/**
 * Prints a report as JSON objects, one per line, for log stores and line-based tools.
 *
 * <p>The first line has the type {@code report} and contains everything but the findings and
 * problems, which follow with the types {@code finding} and {@code problem}. The names are those of
 * the JSON report.
 */
public final class NdjsonReportWriter implements ReportWriter {
  @Override
  public void write(GoLiveReport report, Appendable out) throws IOException {
    try (JsonGenerator json = JsonOutput.lines(out)) {
      json.writeStartObject();
      JsonReportWriter.writeSchemaVersion(json);
      json.writeStringField("type", "report");
      JsonReportWriter.writeResult(report, json);
      JsonReportWriter.writeBackground(report, json);
      JsonGate.write(report, json);
      json.writeEndObject();
      for (Finding finding : report.findings()) {
        json.writeStartObject();
        json.writeStringField("type", "finding");
        JsonReportWriter.writeFindingFields(json, finding);
        json.writeEndObject();
      }
      for (Problem problem : report.problems()) {
        json.writeStartObject();
        json.writeStringField("type", "problem");
        JsonReportWriter.writeProblemFields(json, problem);
        json.writeEndObject();
      }
    }
    out.append('\n');
  }
}
