package org.golivecheck.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;
import org.golivecheck.render.TextOptions;
import org.golivecheck.text.UtcTime;
import org.jspecify.annotations.Nullable;

/** The list for programs: one JSON object a line. Names are those of the JSON report. */
final class NdjsonListing implements CallListing {

  @Override
  public String format() {
    return "ndjson";
  }

  @Override
  public void print(Rows rows, TextOptions style, Appendable out) throws IOException {
    JsonFactory factory = new JsonFactory().setRootValueSeparator("");
    try (JsonGenerator json = factory.createGenerator(new AppendableWriter(out))) {
      rows.forEach(
          row -> {
            print(row, json);
            json.writeRaw('\n');
          });
    }
  }

  private static void print(CallRow row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("timestamp", UtcTime.iso(row.timestamp()));
    json.writeStringField("method", row.method());
    text(json, "host", row.host());
    json.writeStringField("path", row.path());
    json.writeStringField("resource", row.resource());
    text(json, "operation", row.operation());
    json.writeNumberField("status", row.status());
    text(json, "errorCode", row.errorCode());
    text(json, "message", row.message());
    text(json, "traceToken", row.traceToken());
    if (row.durationMillis() < 0) {
      json.writeNullField("durationMs");
    } else {
      json.writeNumberField("durationMs", row.durationMillis());
    }
    text(json, "userAgent", row.userAgent());
    json.writeStringField("source", row.source());
    text(json, "excluded", row.excluded());
    text(json, "query", row.query());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value);
    }
  }

  /** What the generator writes to. */
  private static final class AppendableWriter extends Writer {
    private final Appendable out;

    AppendableWriter(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      out.append(CharBuffer.wrap(buffer, offset, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
