package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * A list of entries, each with keys of its own.
 *
 * @param fields the keys of an entry
 * @param anyOf the keys of which every entry has at least one; empty where none is wanted
 */
record Entries(List<Field> fields, List<String> anyOf) implements ValueType {
  /**
   * A key of an entry.
   *
   * @param name the key
   * @param required whether every entry has it
   * @param description what it says, in one sentence
   */
  record Field(String name, ScalarType type, boolean required, String description) {}

  @Override
  public String words() {
    return "a list of entries";
  }

  @Override
  public void schema(JsonGenerator out) throws IOException {
    out.writeFieldName("type");
    out.writeArray(new String[] {"array", "null"}, 0, 2);
    out.writeObjectFieldStart("items");
    out.writeStringField("type", "object");
    out.writeBooleanField("additionalProperties", false);
    out.writeArrayFieldStart("required");
    for (Field field : fields) {
      if (field.required()) {
        out.writeString(field.name());
      }
    }
    out.writeEndArray();
    if (!anyOf.isEmpty()) {
      out.writeArrayFieldStart("anyOf");
      for (String name : anyOf) {
        out.writeStartObject();
        out.writeArrayFieldStart("required");
        out.writeString(name);
        out.writeEndArray();
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    out.writeObjectFieldStart("properties");
    for (Field field : fields) {
      out.writeObjectFieldStart(field.name());
      out.writeStringField("description", field.description());
      field.type().schema(out);
      out.writeEndObject();
    }
    out.writeEndObject();
    out.writeEndObject();
  }
}
