package org.golivecheck.cli.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object whose values are plain, names ignoring case. */
final class JsonFields {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, String> values;

  private JsonFields(Map<String, String> values) {
    this.values = values;
  }

  /** Reads an object; what cannot be read has no fields. */
  static JsonFields of(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        return read(parser);
      }
    } catch (IOException e) {
      // It is no JSON, so it has no fields.
    }
    return new JsonFields(Map.of());
  }

  /** Reads the objects of an array that is a field of an object; empty where there is none. */
  static List<JsonFields> listOf(byte[] body, String field) {
    List<JsonFields> list = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return list;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(field);
        if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            list.add(read(parser));
          }
          return list;
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      // It is no JSON, or ends too soon: what is there counts.
    }
    return list;
  }

  private static JsonFields read(JsonParser parser) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName().toLowerCase(Locale.ROOT);
      JsonToken value = parser.nextToken();
      if (value != null && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        values.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return new JsonFields(values);
  }

  /** Returns the value of a field as text, or null where there is none. */
  @Nullable String get(String name) {
    return values.get(name.toLowerCase(Locale.ROOT));
  }
}
