package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.golivecheck.text.NearMiss;

/**
 * {@code FORMAT} or {@code FORMAT=FILE}.
 *
 * @param formats the formats there are
 */
record ReportName(List<String> formats) implements ScalarType {
  @Override
  public String read(String text) throws UnfitValueException {
    int equals = text.indexOf('=');
    String typed = equals < 0 ? text : text.substring(0, equals);
    String format = typed.toLowerCase(Locale.ROOT);
    if (!formats.contains(format)) {
      throw new UnfitValueException(
          "does not know the format '"
              + typed
              + "'; there is "
              + String.join(", ", formats)
              + "."
              + NearMiss.question(typed, formats));
    }
    if (equals < 0) {
      return format;
    }
    return format + "=" + new FileName().read(text.substring(equals + 1));
  }

  @Override
  public String words() {
    return "FORMAT or FORMAT=FILE";
  }

  @Override
  public void schema(JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("anyOf");
    out.writeStartObject();
    Choice.of(formats).schema(out);
    out.writeEndObject();
    out.writeStartObject();
    out.writeStringField("type", "string");
    out.writeStringField("pattern", "^(" + String.join("|", formats) + ")=.+$");
    out.writeEndObject();
    out.writeEndArray();
  }
}
