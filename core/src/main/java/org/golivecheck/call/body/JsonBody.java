package org.golivecheck.call.body;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.call.body.BodyText.BodyContent;
import org.golivecheck.call.body.BodyText.Unwrapping;
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

  /** Recognizes error codes in texts. */
  static final class CodeToken {
    /** Possessive, because a plain {@code +} of a group recurses as deep as the text is long. */
    private static final Pattern SNAKE =
        Pattern.compile("[A-Za-z][A-Za-z0-9]*+(?:_[A-Za-z0-9]++)++");

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /** Codes that look like ordinary words or names. */
    private static final Set<String> KNOWN =
        Set.of(
            "consent_required",
            "invalid_grant",
            "invalid_request",
            "invalid_token",
            "UserNotFound");

    private CodeToken() {}

    /** Returns whether a text consists of words joined by underscores. */
    static boolean isWhole(String text) {
      return SNAKE.matcher(text).matches();
    }

    /** Returns the first word of a text that is written as eSignature writes codes, or null. */
    static @Nullable String firstIn(String text) {
      Matcher words = WORD.matcher(text);
      while (words.find()) {
        String word = words.group();
        boolean code = Character.isUpperCase(word.charAt(0)) && isWhole(word) && word.length() >= 8;
        if (code || KNOWN.contains(word)) {
          return word;
        }
      }
      return null;
    }
  }
}
