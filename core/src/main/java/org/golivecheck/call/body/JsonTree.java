package org.golivecheck.call.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * The first JSON value of a text as maps, lists and strings, as far as it can be read.
 *
 * <p>Also accepts what consoles print as JSON: names without quotes, and single quotes. Names are
 * in lower case, since DocuSign's own texts differ in case; the first of equal names is kept.
 * Numbers and literals are kept as text. If a text ends early or is malformed, the result is what
 * came before.
 */
final class JsonTree {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_VALUES = 2_000;

  private static final JsonFactory FACTORY = Json.ofConsole(200);

  private final JsonParser parser;
  private int values;

  private JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Returns the value that begins at an index.
   *
   * @return a {@code Map}, {@code List} or {@code String}, or null if nothing can be read
   */
  static @Nullable Object parse(String text, int start) {
    StringReader reader = new StringReader(text.substring(start));
    try (JsonParser parser = FACTORY.createParser(reader)) {
      return new JsonTree(parser).root();
    } catch (IOException e) {
      return null; // not JSON from the first token on
    }
  }

  /** Returns the tree if it is an object, or the first object of a list, or null. */
  @SuppressWarnings("unchecked") // root() creates no other maps
  static @Nullable Map<String, Object> firstObject(@Nullable Object tree) {
    if (tree instanceof List<?> list) {
      return list.isEmpty() || !(list.get(0) instanceof Map)
          ? null
          : (Map<String, Object>) list.get(0);
    }
    return tree instanceof Map ? (Map<String, Object>) tree : null;
  }

  private @Nullable Object root() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> map = new LinkedHashMap<>();
      boolean sound = fill(map, 1);
      return sound || !map.isEmpty() ? map : null;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      fill(list, 1);
      return list;
    }
    return token == JsonToken.VALUE_STRING ? parser.getText() : null;
  }

  /** Fills a map; returns false if the text is malformed before the map's end. */
  private boolean fill(Map<String, Object> map, int depth) {
    try {
      String name;
      while ((name = parser.nextFieldName()) != null) {
        parser.nextToken();
        boolean sound = add(map, name.toLowerCase(Locale.ROOT), depth);
        if (!sound) {
          return false;
        }
      }
      return parser.currentToken() == JsonToken.END_OBJECT;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean add(Map<String, Object> map, String name, int depth) throws IOException {
    boolean sound = true;
    Object value = null;
    if (parser.currentToken() == JsonToken.START_OBJECT && depth < MAX_DEPTH) {
      Map<String, Object> child = new LinkedHashMap<>();
      sound = fill(child, depth + 1);
      value = child;
    } else if (parser.currentToken() == JsonToken.START_ARRAY && depth < MAX_DEPTH) {
      List<Object> child = new ArrayList<>();
      sound = fill(child, depth + 1);
      value = child;
    } else {
      value = scalar();
    }
    if (value != null && ++values <= MAX_VALUES) {
      map.putIfAbsent(name, value);
    }
    return sound;
  }

  private boolean fill(List<Object> list, int depth) {
    try {
      JsonToken token;
      while ((token = parser.nextToken()) != null && token != JsonToken.END_ARRAY) {
        boolean sound = true;
        Object value = null;
        if (token == JsonToken.START_OBJECT && depth < MAX_DEPTH) {
          Map<String, Object> child = new LinkedHashMap<>();
          sound = fill(child, depth + 1);
          value = child;
        } else {
          value = scalar();
        }
        if (value != null && ++values <= MAX_VALUES) {
          list.add(value);
        }
        if (!sound) {
          return false;
        }
      }
      return token == JsonToken.END_ARRAY;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the text of a value. Skips objects and arrays, which are too deep to matter. */
  private @Nullable String scalar() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null || token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token.isStructStart()) {
      parser.skipChildren();
      return null;
    }
    return token.isScalarValue() ? parser.getText() : null;
  }
}
