package org.golivecheck.call.body;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON body: one of DocuSign's shapes, or one of these inside something else. */
final class JsonBody {

  /** Where bodies of other shapes keep a code and a message. */
  private static final String[] CODES = {"errorcode", "error_code", "code", "error"};

  private static final String[] MESSAGES = {
    "message", "error_description", "errordescription", "errormessage", "detail", "title", "error"
  };

  private JsonBody() {}

  static BodyContent read(Map<String, Object> body, Unwrapping at) {
    BodyContent shaped = readShape(body, at);
    if (shaped != null && shaped.tellsCode()) {
      return shaped;
    }
    BodyContent own = readForeign(body);
    BodyContent inner = at.mayGoDeeper() ? searchInside(body, own, at) : null;
    if (inner != null) {
      return inner;
    }
    return shaped == null ? own : shaped;
  }

  private static @Nullable BodyContent readShape(Map<String, Object> body, Unwrapping at) {
    BodyShape shape = BodyShape.of(body);
    return shape == null || (shape.generic() && at.isInside()) ? null : shape.read(body);
  }

  /** Looks for DocuSign's response in the values of a body that is not DocuSign's. */
  private static @Nullable BodyContent searchInside(
      Map<String, Object> body, BodyContent own, Unwrapping at) {
    for (Object value : body.values()) {
      BodyContent inner = readInner(value, at.deeper());
      if (inner != null && isBetter(inner, own)) {
        return inner.wrapper() == null ? inner.in("nested JSON") : inner;
      }
    }
    return null;
  }

  private static @Nullable BodyContent readInner(Object value, Unwrapping at) {
    Map<String, Object> object = JsonTree.firstObject(value);
    if (object != null) {
      return read(object, at);
    }
    boolean holdsMore =
        value instanceof String text && (text.indexOf('{') >= 0 || text.contains("errorCode"));
    return holdsMore ? BodyText.read((String) value, at) : null;
  }

  /** The upper-case codes of eSignature say more than those of a library around them. */
  private static boolean isBetter(BodyContent inner, BodyContent outer) {
    String code = inner.code();
    return code != null
        && (outer.code() == null
            || (inner.tellsCode() && !code.isEmpty() && Character.isUpperCase(code.charAt(0))));
  }

  private static BodyContent readForeign(Map<String, Object> body) {
    String code = null;
    for (String key : CODES) {
      code = code == null ? asCode(body.get(key)) : code;
    }
    String message = null;
    for (String key : MESSAGES) {
      message = message == null ? BodyShape.text(body, key) : message;
    }
    return BodyContent.foreign(code, message);
  }

  /** Returns a value if it is written as codes are: words joined by underscores. */
  private static @Nullable String asCode(@Nullable Object value) {
    return value instanceof String text && CodeToken.isWhole(text) ? text : null;
  }
}
