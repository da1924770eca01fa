package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Any text but an empty one.
 *
 * @param words what it is, such as {@code the id of an account}
 */
record Text(String words) implements ScalarType {
  @Override
  public String read(String text) throws UnfitValueException {
    if (text.isBlank()) {
      throw new UnfitValueException("is empty; give a value or leave it out");
    }
    return text;
  }

  @Override
  public void schema(JsonGenerator out) throws IOException {
    // YAML takes 1234 for a number, and true for no text either.
    out.writeFieldName("type");
    out.writeArray(new String[] {"string", "number", "boolean"}, 0, 3);
    out.writeStringField("pattern", "\\S");
  }
}
