package org.golivecheck.log.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes JSON that means the same in another way. */
enum JsonSpelling {
  BLANKS(" ", false, false),
  TABS_AND_BLANKS("\t ", false, false),
  MEMBERS_REVERSED("", true, false),
  NAMES_ESCAPED("", false, true);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String blank;
  private final boolean reversed;
  private final boolean escaped;

  JsonSpelling(String blank, boolean reversed, boolean escaped) {
    this.blank = blank;
    this.reversed = reversed;
    this.escaped = escaped;
  }

  /** Rewrites the value in each line, after text if there is any, or the value of all lines. */
  static String rewrite(String log, UnaryOperator<String> values) {
    if (isJson(log)) {
      return values.apply(log);
    }
    return log.lines()
        .map(
            line -> {
              int start = line.startsWith("{") ? 0 : line.indexOf("{\"");
              return start < 0
                  ? line
                  : line.substring(0, start) + values.apply(line.substring(start));
            })
        .collect(Collectors.joining("\n"));
  }

  private static boolean isJson(String text) {
    return text.startsWith("[\n") || (text.startsWith("{") && !text.strip().contains("}\n{"));
  }

  /** Writes a value on several lines, as a pretty printer does. */
  static String printed(String value) {
    return tree(value).toPrettyString();
  }

  private static JsonNode tree(String value) {
    try {
      return JSON.readTree(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String apply(String value) {
    return write(tree(value));
  }

  private String write(JsonNode node) {
    List<String> items = new ArrayList<>();
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        String value = write(member.getValue());
        items.add(name(member.getKey()) + blank + ":" + blank + value);
      }
      if (reversed) {
        Collections.reverse(items);
      }
      return "{" + blank + String.join(blank + "," + blank, items) + blank + "}";
    }
    if (node.isArray()) {
      node.forEach(item -> items.add(write(item)));
      return "[" + blank + String.join(blank + "," + blank, items) + blank + "]";
    }
    return node.toString();
  }

  private String name(String name) {
    if (!escaped || name.isEmpty() || name.charAt(0) == '"' || name.charAt(0) == '\\') {
      return JSON.getNodeFactory().textNode(name).toString();
    }
    return String.format(Locale.ROOT, "\"\\u%04x", (int) name.charAt(0))
        + JSON.getNodeFactory().textNode(name.substring(1)).toString().substring(1);
  }
}
