package org.golivecheck.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.CharConversionException;
import java.io.IOException;

/** Configures how JSON is read and written. No other class configures a {@link JsonFactory}. */
public final class Json {
  private static final JsonFactory WRITER =
      new JsonFactoryBuilder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private Json() {}

  /**
   * Returns a factory for the logs of other programs. It accepts NaN, raw control characters in
   * texts and trailing commas, and the last of equal names is kept. It reads UTF-8; other encodings
   * are converted before. Its parsers do not close their input.
   *
   * @param maxDepth how deep objects and arrays may be nested
   */
  public static JsonFactory lenient(int maxDepth) {
    return lenient(maxDepth, StreamReadConstraints.DEFAULT_MAX_STRING_LEN);
  }

  /**
   * Returns a factory for the logs of other programs, with a limit on the length of a text.
   *
   * @param maxDepth how deep objects and arrays may be nested
   * @param maxText the maximum number of characters in a text
   */
  public static JsonFactory lenient(int maxDepth, int maxText) {
    return accepting(maxDepth, maxText).build();
  }

  /**
   * Returns a factory for JSON as printed by consoles. In addition to {@link #lenient} it accepts
   * names without quotes, single quotes and any escape.
   *
   * @param maxDepth how deep objects and arrays may be nested
   */
  public static JsonFactory ofConsole(int maxDepth) {
    return accepting(maxDepth, StreamReadConstraints.DEFAULT_MAX_STRING_LEN)
        .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
        .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
        .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
        .build();
  }

  /**
   * Returns a factory for our own files. It accepts only strict JSON without duplicate names.
   *
   * @param maxDepth how deep objects and arrays may be nested
   */
  public static JsonFactory strict(int maxDepth) {
    return builder(maxDepth, StreamReadConstraints.DEFAULT_MAX_STRING_LEN)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  /** Returns what writes JSON. Its generators neither close nor flush their output. */
  public static JsonFactory writer() {
    return WRITER;
  }

  private static JsonFactoryBuilder accepting(int maxDepth, int maxText) {
    return builder(maxDepth, maxText)
        .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE);
  }

  private static JsonFactoryBuilder builder(int maxDepth, int maxText) {
    return new JsonFactoryBuilder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(maxDepth)
                .maxStringLength(maxText)
                .build());
  }

  /** Returns whether a failure is caused by the text and not by reading it. */
  public static boolean isOfText(IOException e) {
    return e instanceof JsonProcessingException || e instanceof CharConversionException;
  }

  /**
   * Returns why a text is not JSON, without any of its content, such as {@code it ends too early}
   * or {@code unexpected text at column 12}.
   *
   * @param e a failure that {@link #isOfText}
   */
  public static String reason(IOException e) {
    if (e instanceof StreamConstraintsException limit) {
      return limit.getOriginalMessage().contains("depth")
          ? "it is nested deeper than the limit; raise it with --limit depth=VALUE"
          : "it has a name, number or text that is too long";
    }
    if (e instanceof JsonEOFException) {
      return "it ends too early";
    }
    // The parser's message is for programmers, so only the kind of the defect is used.
    if (!(e instanceof JsonProcessingException json)
        || json.getOriginalMessage().startsWith("Invalid UTF-8")) {
      return "it is not UTF-8";
    }
    boolean duplicate = json.getOriginalMessage().startsWith("Duplicate field");
    JsonLocation at = json.getLocation();
    return (duplicate ? "a name that occurs twice" : "unexpected text")
        + (at == null ? "" : " at column " + Math.max(1, at.getColumnNr()));
  }
}
