package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * Names with texts: in a file keys with values, elsewhere {@code NAME=TEXT}.
 *
 * @param words what they are, such as {@code FIELD: COLUMN}
 * @param names the names there are; empty for any
 */
record Pairs(String words, List<String> names) implements ValueType {

  /** Reads a pair. */
  String read(String name, String text) throws UnfitValueException {
    String known = names.isEmpty() ? new Text("a name").read(name) : Choice.of(names).read(name);
    if (known.indexOf('=') >= 0) {
      throw new UnfitValueException("takes names without '=', not '" + name + "'");
    }
    return known + "=" + new Text("a text").read(text);
  }

  @Override
  public void schema(JsonGenerator out) throws IOException {
    out.writeFieldName("type");
    out.writeArray(new String[] {"object", "null"}, 0, 2);
    out.writeObjectFieldStart("additionalProperties");
    new Text("a text").schema(out);
    out.writeEndObject();
    out.writeObjectFieldStart("propertyNames");
    if (names.isEmpty()) {
      out.writeStringField("pattern", "^[^=]*[^=\\s][^=]*$");
    } else {
      Choice.of(names).schema(out);
    }
    out.writeEndObject();
  }
}
