package org.golivecheck.gate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/** Writes the file of a baseline. */
final class BaselineWriter {
  static final int SCHEMA_VERSION = 1;

  private BaselineWriter() {}

  static void write(Baseline baseline, Appendable out) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.writer().createGenerator(text)) {
      json.setPrettyPrinter(lines());
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeArrayFieldStart("findings");
      for (BaselineEntry entry : baseline.entries()) {
        writeEntry(entry, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.append(text.getBuffer()).append('\n');
  }

  /** One value a line, so that a changed count is a change of one line. */
  private static DefaultPrettyPrinter lines() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }

  private static void writeEntry(BaselineEntry entry, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("fingerprint", entry.fingerprint());
    json.writeNumberField("maxCount", entry.maxCount());
    // Written even when empty: a place to fill in is the best reminder to do so.
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
