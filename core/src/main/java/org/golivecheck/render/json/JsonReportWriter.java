package org.golivecheck.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.golivecheck.call.Exclusion;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.render.words.NextSteps;
import org.golivecheck.render.words.ToolInfo;
import org.golivecheck.report.Comparison;
import org.golivecheck.report.Comparison.Change;
import org.golivecheck.report.EnvironmentCounts;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.NextStep;
import org.golivecheck.report.GoLiveReport.PartVerdict;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.ProfileVerdict;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.GoLiveReport.Window;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.rule.Recipes;
import org.golivecheck.text.JsonOutput;
import org.golivecheck.text.UtcTime;
import org.jspecify.annotations.Nullable;

/**
 * Prints a report as JSON, for other programs and later runs.
 *
 * <p>The format is described by {@code golive-report.schema.json} next to this class, schema
 * version {@value #SCHEMA_VERSION}. Every name but {@code each}, {@code comparison}, {@code part}
 * and {@code series} is always present, with null if it does not apply. The same report gives the
 * same text, indented by two spaces, with line feeds.
 */
public final class JsonReportWriter implements ReportWriter {
  public static final int SCHEMA_VERSION = 1;

  @Override
  public void write(GoLiveReport report, Appendable out) throws IOException {
    try (JsonGenerator json = JsonOutput.indented(out)) {
      writeReport(report, json);
    }
    out.append('\n');
  }

  private static void writeReport(GoLiveReport report, JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeSchemaVersion(json);
    writeResult(report, json);
    writeArray(json, "findings", report.findings(), JsonReportWriter::writeFindingFields);
    writeBackground(report, json);
    writeArray(json, "problems", report.problems(), JsonReportWriter::writeProblemFields);
    JsonGate.write(report, json);
    if (report.comparison() != null) {
      writeComparison(report.comparison(), json);
    }
    if (report.series() != null) {
      json.writeFieldName("series");
      JsonSeries.write(report.series(), json);
    }
    json.writeEndObject();
  }

  private static void writeComparison(Comparison comparison, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("comparison");
    text(json, "name", comparison.name());
    text(json, "profile", comparison.profile().id());
    text(json, "verdict", comparison.verdict().name());
    writeArray(json, "changes", comparison.changes(), JsonReportWriter::writeChange);
    json.writeEndObject();
  }

  private static void writeChange(JsonGenerator json, Change change) throws IOException {
    text(json, "kind", change.kind().id());
    text(json, "rule", change.rule());
    text(json, "title", change.title());
    text(json, "fingerprint", change.fingerprint());
    json.writeNumberField("before", change.before());
    json.writeNumberField("now", change.now());
  }

  static void writeSchemaVersion(JsonGenerator json) throws IOException {
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
  }

  /** Writes the fields from {@code tool} to {@code parts}. */
  static void writeResult(GoLiveReport report, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", ToolInfo.NAME);
    json.writeStringField("version", ToolInfo.version());
    json.writeEndObject();
    json.writeStringField("profile", report.profile().id());
    json.writeStringField("verdict", report.verdict().name());
    writeArray(json, "profiles", report.profiles(), JsonReportWriter::writeProfile);
    writeArray(json, "next", NextSteps.of(report), JsonReportWriter::writeStep);
    writeArray(json, "reasons", report.reasons(), JsonReportWriter::writeReason);
    writeWindow(json, report.window());
    writeCalls(json, report.calls());
    writeArray(json, "keys", report.keys(), JsonReportWriter::writeKey);
    if (report.each() != null) {
      json.writeStringField("each", report.each().id());
    }
    writeArray(json, "parts", report.parts(), JsonReportWriter::writePart);
  }

  private static void writePart(JsonGenerator json, PartVerdict part) throws IOException {
    text(json, "name", part.name());
    json.writeStringField("verdict", part.verdict().name());
    writeArray(json, "reasons", part.reasons(), JsonReportWriter::writeReason);
    writeArray(json, "profiles", part.profiles(), JsonReportWriter::writeProfile);
    json.writeNumberField("cleanCallsNeeded", part.cleanCallsNeeded());
    json.writeNumberField("total", part.total());
    json.writeNumberField("countable", part.countable());
  }

  private static void writeKey(JsonGenerator json, KeyVerdict key) throws IOException {
    text(json, "key", key.key());
    json.writeStringField("verdict", key.verdict().name());
    writeArray(json, "reasons", key.reasons(), JsonReportWriter::writeReason);
    json.writeObjectFieldStart("window");
    json.writeNumberField("required", key.window().required());
    json.writeNumberField("size", key.window().size());
    json.writeNumberField("cleanCallsNeeded", key.window().cleanCallsNeeded());
    json.writeEndObject();
    json.writeNumberField("countable", key.countable());
    json.writeNumberField("total", key.total());
  }

  /** Writes the fields {@code notes} and {@code inputs}. */
  static void writeBackground(GoLiveReport report, JsonGenerator json) throws IOException {
    writeTexts(json, "notes", report.notes());
    writeArray(json, "inputs", report.inputs(), JsonReportWriter::writeInput);
  }

  private static void writeProfile(JsonGenerator json, ProfileVerdict profile) throws IOException {
    text(json, "name", profile.name().id());
    text(json, "verdict", profile.verdict().name());
    writeArray(json, "reasons", profile.reasons(), JsonReportWriter::writeReason);
  }

  private static void writeStep(JsonGenerator json, NextStep step) throws IOException {
    text(json, "who", step.who());
    text(json, "text", step.text());
  }

  private static void writeReason(JsonGenerator json, Reason reason) throws IOException {
    text(json, "rule", reason.rule());
    text(json, "message", reason.message());
  }

  private static void writeWindow(JsonGenerator json, Window window) throws IOException {
    json.writeObjectFieldStart("window");
    json.writeNumberField("required", window.required());
    json.writeNumberField("cleanCallsNeeded", window.cleanCallsNeeded());
    writeArray(json, "calls", window.calls(), JsonReportWriter::writeWindowCall);
    json.writeEndObject();
  }

  private static void writeWindowCall(JsonGenerator json, WindowCall call) throws IOException {
    callTime(json, call.timestamp());
    text(json, "method", call.method());
    text(json, "path", call.path());
    text(json, "resource", call.resource());
    text(json, "operation", call.operation());
    json.writeNumberField("status", call.status());
    json.writeStringField("outcome", call.outcome().name());
    text(json, "errorCode", call.errorCode());
    text(json, "traceToken", call.traceToken());
    text(json, "source", call.source());
  }

  private static void writeCalls(JsonGenerator json, Calls calls) throws IOException {
    json.writeObjectFieldStart("calls");
    json.writeNumberField("total", calls.total());
    json.writeNumberField("countable", calls.countable());
    json.writeNumberField("unanswered", calls.unanswered());
    json.writeNumberField("failed", calls.failed());
    json.writeNumberField("duplicates", calls.duplicates());
    json.writeNumberField("filtered", calls.filtered());
    json.writeObjectFieldStart("excluded");
    for (Exclusion reason : Exclusion.values()) {
      long count = calls.excluded().getOrDefault(reason.id(), 0L);
      if (count > 0 || reason.isOfEveryLog()) {
        json.writeNumberField(reason.id(), count);
      }
    }
    json.writeEndObject();
    writeEnvironments(json, "environments", calls.environments());
    writeEnvironments(json, "countableEnvironments", calls.countableEnvironments());
    time(json, "from", calls.from());
    time(json, "to", calls.to());
    json.writeEndObject();
  }

  private static void writeEnvironments(JsonGenerator json, String name, EnvironmentCounts counts)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("demo", counts.demo());
    json.writeNumberField("production", counts.production());
    json.writeNumberField("unknown", counts.unknown());
    json.writeEndObject();
  }

  /** Writes the fields of a finding into an object that is open. */
  static void writeFindingFields(JsonGenerator json, Finding finding) throws IOException {
    text(json, "rule", finding.rule());
    text(json, "title", finding.title());
    text(json, "severity", finding.severity().id());
    text(json, "basis", finding.basis());
    text(json, "category", finding.category());
    text(json, "actor", finding.actor());
    text(json, "message", finding.message());
    text(json, "remedy", finding.remedy());
    writeRecipe(json, finding.recipe());
    text(json, "retry", finding.retry());
    text(json, "method", finding.method());
    text(json, "path", finding.path());
    text(json, "resource", finding.resource());
    text(json, "operation", finding.operation());
    text(json, "errorCode", finding.errorCode());
    text(json, "consentUrl", finding.consentUrl());
    json.writeNumberField("count", finding.count());
    if (finding.part() != null) {
      text(json, "part", finding.part());
    }
    if (finding.medianGap() != null) {
      json.writeNumberField("medianGapMillis", finding.medianGap().toMillis());
    }
    writeArray(json, "evidence", finding.evidence(), JsonReportWriter::writeEvidence);
    text(json, "fingerprint", finding.fingerprint());
    JsonGate.writeState(finding.state(), json);
  }

  private static void writeRecipe(JsonGenerator json, @Nullable String recipe) throws IOException {
    if (recipe == null) {
      json.writeNullField("recipe");
      return;
    }
    json.writeObjectFieldStart("recipe");
    text(json, "id", recipe);
    text(json, "link", Recipes.link(recipe));
    json.writeEndObject();
  }

  private static void writeEvidence(JsonGenerator json, Evidence evidence) throws IOException {
    callTime(json, evidence.timestamp());
    text(json, "traceToken", evidence.traceToken());
    text(json, "source", evidence.source());
    json.writeNumberField("status", evidence.status());
  }

  private static void writeInput(JsonGenerator json, Input input) throws IOException {
    text(json, "name", input.name());
    text(json, "format", input.format());
    json.writeNumberField("entries", input.entries());
    json.writeNumberField("calls", input.calls());
    json.writeNumberField("skipped", input.skipped());
  }

  /** Writes the fields of a problem into an object that is open. */
  static void writeProblemFields(JsonGenerator json, Problem problem) throws IOException {
    text(json, "code", problem.code());
    text(json, "source", problem.source());
    position(json, "line", problem.line(), problem.line() > 0);
    position(json, "offset", problem.offset(), problem.offset() >= 0);
    text(json, "message", problem.message());
    json.writeNumberField("count", problem.count());
  }

  static void text(JsonGenerator json, String name, @Nullable CharSequence value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, value.toString());
    }
  }

  static void time(JsonGenerator json, String name, @Nullable Instant value) throws IOException {
    text(json, name, value == null ? null : UtcTime.iso(value));
  }

  /** Writes when a call ended, which is null if its log does not show it. */
  static void callTime(JsonGenerator json, Instant value) throws IOException {
    text(json, "timestamp", UtcTime.isoIfKnown(value));
  }

  private static void position(JsonGenerator json, String name, long value, boolean applies)
      throws IOException {
    if (applies) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }

  private static void writeTexts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeFieldName(name);
    json.writeArray(texts.toArray(String[]::new), 0, texts.size());
  }

  /** Writes an array of objects. */
  static <T> void writeArray(
      JsonGenerator json, String name, Iterable<? extends T> items, FieldsWriter<? super T> fields)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (T item : items) {
      json.writeStartObject();
      fields.write(json, item);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes the fields of an object that is open. */
  interface FieldsWriter<T> {
    void write(JsonGenerator json, T item) throws IOException;
  }
}
