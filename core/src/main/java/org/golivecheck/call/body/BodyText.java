package org.golivecheck.call.body;

import java.util.Map;
import org.golivecheck.call.ApiError.BodyForm;
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

  /**
   * What was found in a body.
   *
   * @param code the error code, or null
   * @param message the message, or null
   * @param form the kind of body
   * @param wrapper the name of the text around it, or null
   */
  record BodyContent(
      @Nullable String code, @Nullable String message, BodyForm form, @Nullable String wrapper) {

    static final BodyContent EMPTY = new BodyContent(null, null, BodyForm.EMPTY, null);
    static final BodyContent HTML = new BodyContent(null, null, BodyForm.HTML, null);

    static BodyContent docusign(@Nullable String code, @Nullable String message) {
      return new BodyContent(code, message, BodyForm.DOCUSIGN, null);
    }

    static BodyContent foreign(@Nullable String code, @Nullable String message) {
      return new BodyContent(code, message, BodyForm.FOREIGN, null);
    }

    /** Returns whether this is a response of DocuSign with a code, so that the search can end. */
    boolean tellsCode() {
      return code != null && form == BodyForm.DOCUSIGN;
    }

    /** Returns this content with the name of a wrapper. An inner wrapper's name is replaced. */
    BodyContent in(String name) {
      return new BodyContent(code, message, form, name);
    }
  }

  /**
   * Limits the effort for one body. Wrappers can be nested, and any brace in a text may begin a
   * body, so without a limit on both together a few kilobytes could take very long to read.
   */
  static final class Unwrapping {
    /** The maximum number of wrappers removed. */
    private static final int MAX_LEVEL = 3;

    /** The maximum number of braces tried as the beginning of a body, over all wrappers. */
    private static final int MAX_TRIES = 24;

    private final int level;
    private final Tries tries;

    private Unwrapping(int level, Tries tries) {
      this.level = level;
      this.tries = tries;
    }

    /** Returns the state for a whole body, without a wrapper removed. */
    static Unwrapping of() {
      return new Unwrapping(0, new Tries());
    }

    /** Returns the state inside one more wrapper. */
    Unwrapping deeper() {
      return new Unwrapping(level + 1, tries);
    }

    /** Returns whether a wrapper was removed. */
    boolean isInside() {
      return level > 0;
    }

    /** Returns whether one more wrapper may be removed. */
    boolean mayGoDeeper() {
      return level < MAX_LEVEL;
    }

    /** Returns whether one more brace may be tried, and counts it. */
    boolean mayTry() {
      return tries.left-- > 0;
    }

    /** Shared by all levels of one body. */
    private static final class Tries {
      private int left = MAX_TRIES;
    }
  }
}
