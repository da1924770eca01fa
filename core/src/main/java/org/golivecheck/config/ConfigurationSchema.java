package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.golivecheck.text.Json;

/** The JSON Schema of the configuration file. Editors complete and check the file with it. */
public final class ConfigurationSchema {
  private static final String TITLE = "Configuration of golive-check";

  private ConfigurationSchema() {}

  /** Returns the schema. */
  public static String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = Json.writer().createGenerator(text)) {
      out.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      write(Keys.list(), out);
    } catch (IOException impossible) {
      throw new IllegalStateException("a text cannot fail to be written", impossible);
    }
    return text.append('\n').toString();
  }

  private static void write(List<Key> keys, JsonGenerator out) throws IOException {
    out.writeStartObject();
    // The draft that editors know best.
    out.writeStringField("$schema", "http://json-schema.org/draft-07/schema#");
    out.writeStringField("$id", "urn:golive-check:configuration:1");
    out.writeStringField("title", TITLE);
    out.writeStringField("type", "object");
    out.writeBooleanField("additionalProperties", false);
    out.writeObjectFieldStart("properties");
    out.writeObjectFieldStart(ConfigurationReader.SCHEMA);
    out.writeStringField("type", "string");
    out.writeEndObject();
    String open = null;
    for (Key key : keys) {
      String section = key.section();
      if (open != null && !open.equals(section)) {
        closeSection(out);
        open = null;
      }
      if (section != null && open == null) {
        openSection(section, out);
        open = section;
      }
      write(key, out);
    }
    if (open != null) {
      closeSection(out);
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void openSection(String section, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart(section);
    out.writeStringField("description", Keys.about(section));
    out.writeFieldName("type");
    out.writeArray(new String[] {"object", "null"}, 0, 2);
    out.writeBooleanField("additionalProperties", false);
    out.writeObjectFieldStart("properties");
  }

  private static void closeSection(JsonGenerator out) throws IOException {
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void write(Key key, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart(key.ownName());
    String otherwise = key.otherwise().isEmpty() ? "" : " Default: " + key.otherwise() + ".";
    out.writeStringField("description", key.description() + otherwise);
    key.schema(out);
    out.writeEndObject();
  }
}
