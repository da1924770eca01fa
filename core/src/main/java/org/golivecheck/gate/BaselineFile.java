package org.golivecheck.gate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.text.Json;
import org.golivecheck.text.JsonOutput;
import org.golivecheck.text.SavedJson;

/** Reads and writes a baseline file. */
final class BaselineFile {
  private static final int SCHEMA_VERSION = 1;
  private static final JsonFactory FACTORY = Json.strict(16);
  private static final Set<String> OPTIONAL = Set.of("reason", "created", "until");

  private BaselineFile() {}

  static Baseline read(String text) throws BaselineFormatException {
    SavedJson json = new SavedJson("baseline", BaselineFile::clean, OPTIONAL);
    Set<String> fingerprints = new HashSet<>();
    json.range("schemaVersion", SCHEMA_VERSION, SCHEMA_VERSION)
        .range("maxCount", 1, Long.MAX_VALUE)
        .text(LocalDate.class, "a day such as 2026-12-31", LocalDate::parse)
        .value(
            String.class,
            "a text",
            at -> {
              String value = at.getText();
              if ("fingerprint".equals(at.currentName()) && !fingerprints.add(value)) {
                throw json.wrong(at, "in one entry only; add up maxCount");
              }
              return at.hasToken(JsonToken.VALUE_STRING) ? value : null;
            });
    try {
      return Baseline.of(
          json.read(FACTORY.createParser(text), File.class, false, BaselineFormatException::new)
              .findings());
    } catch (IOException impossible) {
      throw new IllegalStateException("a text cannot fail to be read", impossible);
    }
  }

  private static String clean(String text) {
    return new Redactor().redact(text).toString();
  }

  static void write(Baseline baseline, Appendable out) throws IOException {
    // One value per line, so that a changed count is a change of one line.
    try (JsonGenerator json = JsonOutput.indented(out)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeArrayFieldStart("findings");
      for (BaselineEntry entry : baseline.entries()) {
        json.writeStartObject();
        json.writeStringField("fingerprint", entry.fingerprint());
        json.writeNumberField("maxCount", entry.maxCount());
        // Written even when null, as a reminder to fill it in.
        json.writeStringField("reason", Objects.requireNonNullElse(entry.reason(), ""));
        json.writeStringField("created", Objects.toString(entry.created(), null));
        json.writeStringField("until", Objects.toString(entry.until(), null));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.append('\n');
  }

  @JsonIgnoreProperties("$schema") // for editors
  private record File(int schemaVersion, List<BaselineEntry> findings) {}
}
