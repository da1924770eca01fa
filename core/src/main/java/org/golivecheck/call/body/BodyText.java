package org.golivecheck.call.body;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells from its first characters what a text is, and has it read. */
final class BodyText {

  /** How many wrappers around a body are taken off. */
  static final int MAX_LEVEL = 3;

  private BodyText() {}

  static BodyContent read(String text) {
    return read(text, 0);
  }

  /**
   * Reads a text.
   *
   * @param level how many wrappers were taken off to get at it
   */
  static BodyContent read(String text, int level) {
    String body = text.strip();
    if (body.isEmpty()) {
      return BodyContent.EMPTY;
    }
    char first = body.charAt(0);
    if (first == '<') {
      return XmlBody.read(body);
    }
    if (first == '{' || first == '[' || first == '"') {
      BodyContent content = readTree(JsonTree.parse(body, 0), level);
      if (content != null) {
        return content;
      }
    }
    return SdkText.read(body, level);
  }

  private static @Nullable BodyContent readTree(@Nullable Object tree, int level) {
    if (tree instanceof String inner && level < MAX_LEVEL) {
      BodyContent content = read(inner, level + 1);
      return content.wrapper() == null ? content.in("JSON string") : content;
    }
    Map<String, Object> object = JsonTree.firstObject(tree);
    return object == null ? null : JsonBody.read(object, level);
  }
}
