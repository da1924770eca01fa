package org.golivecheck.gate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.golivecheck.text.JsonOutput;
import org.jspecify.annotations.Nullable;

/** Writes a baseline file. */
final class BaselineWriter {
  static final int SCHEMA_VERSION = 1;

  private BaselineWriter() {}

  static void write(Baseline baseline, Appendable out) throws IOException {
    // One value per line, so that a changed count is a change of one line.
    try (JsonGenerator json = JsonOutput.indented(out)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeArrayFieldStart("findings");
      for (BaselineEntry entry : baseline.entries()) {
        writeEntry(entry, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.append('\n');
  }

  private static void writeEntry(BaselineEntry entry, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("fingerprint", entry.fingerprint());
    json.writeNumberField("maxCount", entry.maxCount());
    // Written even when null, as a reminder to fill it in.
    json.writeStringField("reason", entry.reason() == null ? "" : entry.reason());
    writeNullable("created", entry.created(), json);
    writeNullable("until", entry.until(), json);
    json.writeEndObject();
  }

  private static void writeNullable(String name, @Nullable Object value, JsonGenerator json)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, value.toString());
    }
  }
}
