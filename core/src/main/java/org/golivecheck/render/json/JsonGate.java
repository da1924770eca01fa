package org.golivecheck.render.json;

import static org.golivecheck.render.json.JsonReportWriter.text;
import static org.golivecheck.render.json.JsonReportWriter.writeArray;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.golivecheck.report.FindingState;
import org.golivecheck.report.Gate;
import org.golivecheck.report.Gate.BaselineUse;
import org.golivecheck.report.Gate.EntryUse;
import org.golivecheck.report.Gate.SuppressionUse;
import org.golivecheck.report.GateDecision;
import org.golivecheck.report.GoLiveReport;
import org.jspecify.annotations.Nullable;

/** Prints the gate of a report, and the states of its findings, as JSON. */
final class JsonGate {
  private JsonGate() {}

  /** Writes the field {@code gate} into an object that is open. */
  static void write(GoLiveReport report, JsonGenerator json) throws IOException {
    Gate gate = report.gate();
    GateDecision decision = report.decision();
    json.writeObjectFieldStart("gate");
    json.writeStringField("failOn", gate.failOn().id());
    json.writeBooleanField("allowEmpty", gate.allowEmpty());
    json.writeStringField("result", decision.result().id());
    json.writeBooleanField("excused", decision.excused());
    json.writeNumberField("open", decision.open());
    json.writeNumberField("baselined", decision.baselined());
    json.writeNumberField("suppressed", decision.suppressed());
    writeBaseline(gate.baseline(), json);
    writeArray(json, "suppressions", gate.suppressions(), JsonGate::writeSuppression);
    json.writeEndObject();
  }

  private static void writeBaseline(@Nullable BaselineUse baseline, JsonGenerator json)
      throws IOException {
    if (baseline == null) {
      json.writeNullField("baseline");
      return;
    }
    json.writeObjectFieldStart("baseline");
    text(json, "file", baseline.file());
    json.writeNumberField("entries", baseline.entries());
    writeArray(json, "stale", baseline.stale(), JsonGate::writeEntry);
    writeArray(json, "expired", baseline.expired(), JsonGate::writeEntry);
    json.writeEndObject();
  }

  private static void writeEntry(JsonGenerator json, EntryUse entry) throws IOException {
    text(json, "fingerprint", entry.fingerprint());
    json.writeNumberField("maxCount", entry.maxCount());
    json.writeNumberField("seen", entry.seen());
    text(json, "reason", entry.reason());
    text(json, "until", day(entry.until()));
  }

  private static void writeSuppression(JsonGenerator json, SuppressionUse use) throws IOException {
    text(json, "rule", use.rule());
    text(json, "errorCode", use.errorCode());
    text(json, "resource", use.resource());
    text(json, "operation", use.operation());
    text(json, "reason", use.reason());
    text(json, "until", day(use.until()));
    json.writeBooleanField("expired", use.expired());
    json.writeNumberField("findings", use.findings());
  }

  /** Writes the fields of a finding's state into an object that is open. */
  static void writeState(FindingState state, JsonGenerator json) throws IOException {
    text(json, "state", state.kind().id());
    text(json, "stateReason", state.reason());
    text(json, "stateUntil", day(state.until()));
    json.writeBooleanField("expired", state.expired());
    json.writeNumberField("known", state.known());
  }

  private static @Nullable String day(@Nullable Object day) {
    return day == null ? null : day.toString();
  }
}
