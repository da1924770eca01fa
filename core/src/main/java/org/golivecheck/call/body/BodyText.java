package org.golivecheck.call.body;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Detects the format of a text by its first characters, and reads it. */
final class BodyText {

  private BodyText() {}

  static BodyContent read(String text) {
    return read(text, Unwrapping.of());
  }

  /**
   * Reads a text.
   *
   * @param at how many wrappers were removed from around it
   */
  static BodyContent read(String text, Unwrapping at) {
    String body = text.strip();
    if (body.isEmpty()) {
      return BodyContent.EMPTY;
    }
    char first = body.charAt(0);
    if (first == '<') {
      return XmlBody.read(body);
    }
    if (first == '{' || first == '[' || first == '"') {
      BodyContent content = readTree(JsonTree.parse(body, 0), at);
      if (content != null) {
        return content;
      }
    }
    return SdkText.read(body, at);
  }

  private static @Nullable BodyContent readTree(@Nullable Object tree, Unwrapping at) {
    if (tree instanceof String inner && at.mayGoDeeper()) {
      BodyContent content = read(inner, at.deeper());
      return content.wrapper() == null ? content.in("JSON string") : content;
    }
    Map<String, Object> object = JsonTree.firstObject(tree);
    return object == null ? null : JsonBody.read(object, at);
  }
}
