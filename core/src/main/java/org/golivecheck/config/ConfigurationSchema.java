package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.text.Json;

/** The JSON Schema of the configuration file. Editors complete and check the file with it. */
public final class ConfigurationSchema {
  private ConfigurationSchema() {}

  /** Returns the schema. */
  public static String json() {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return new ObjectMapper(Json.writer()).writer(printer).writeValueAsString(schema()) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> schema() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(ConfigurationReader.SCHEMA, Map.of("type", "string"));
    Map<String, Map<String, Object>> sections = new LinkedHashMap<>();
    for (Key key : Keys.list()) {
      String section = key.section();
      Map<String, Object> keys = all;
      if (section != null) {
        keys = sections.computeIfAbsent(section, name -> new LinkedHashMap<>());
        all.putIfAbsent(section, object(Keys.about(section), keys));
      }
      String otherwise = key.otherwise().isEmpty() ? "" : " Default: " + key.otherwise() + ".";
      keys.put(key.ownName(), Key.described(key.description() + otherwise, key.schema()));
    }
    // The draft that editors know best.
    return of(
        "$schema",
        "http://json-schema.org/draft-07/schema#",
        "$id",
        "urn:golive-check:configuration:1",
        "title",
        "Configuration of golive-check",
        "type",
        "object",
        "additionalProperties",
        false,
        "properties",
        all);
  }

  private static Map<String, Object> object(String description, Map<String, Object> properties) {
    return of(
        "description",
        description,
        "type",
        List.of("object", "null"),
        "additionalProperties",
        false,
        "properties",
        properties);
  }

  /**
   * Returns a map that keeps its order. Guava's would make the archive of the command a fifth
   * larger.
   *
   * @param namesAndValues names and values in turn
   */
  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
