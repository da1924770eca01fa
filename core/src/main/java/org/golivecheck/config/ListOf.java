package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * A list of single values.
 *
 * @param element what each of them is
 */
record ListOf(ScalarType element) implements ValueType {
  @Override
  public String words() {
    return "a list, each " + element.words();
  }

  @Override
  public void schema(JsonGenerator out) throws IOException {
    out.writeFieldName("type");
    out.writeArray(new String[] {"array", "null"}, 0, 2);
    out.writeObjectFieldStart("items");
    element.schema(out);
    out.writeEndObject();
  }
}
