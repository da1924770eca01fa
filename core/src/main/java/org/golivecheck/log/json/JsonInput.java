package org.golivecheck.log.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.golivecheck.log.ReadLimits;
import org.jspecify.annotations.Nullable;

/**
 * Opens JSON for streaming: nothing of it is held but the text or number where the parser stands,
 * and no text of more bytes than {@link #maxTextBytes}. Takes what tools write in JSON though they
 * should not: control characters in texts, NaN. Reads UTF-8 alone: other encodings are a layer
 * around a log.
 */
public final class JsonInput {
  /** A text may hold a body, so it may be longer than a line of headers. */
  private static final int TEXT_LINES = 64;

  /** Looks into the first bytes of a log. */
  private static final JsonFactory HEADS = factory(100, 1 << 20);

  private final JsonFactory factory;
  private final int maxTextBytes;

  /** Sets up for some logs. */
  public JsonInput(ReadLimits limits) {
    maxTextBytes = (int) Math.min((long) TEXT_LINES * limits.maxLineBytes(), 1 << 29);
    factory = factory(limits.maxDepth(), maxTextBytes);
  }

  private static JsonFactory factory(int maxDepth, int maxTextBytes) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(maxDepth)
                .maxStringLength(maxTextBytes + 1)
                .build())
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .build();
  }

  /** Returns a parser that stands before a log, and does not close it. */
  public JsonParser open(InputStream in) throws IOException {
    return factory.createParser(new ShortTextStream(in, maxTextBytes));
  }

  /** Returns whether the first byte that is no blank opens an object. */
  public static boolean startsObject(byte[] head, int length) {
    int at = 0;
    while (at < length && (head[at] == ' ' || (head[at] >= '\t' && head[at] <= '\r'))) {
      at++;
    }
    return at < length && head[at] == '{';
  }

  /** Returns a parser of the first bytes of a log. */
  public static JsonParser head(byte[] head, int length) throws IOException {
    return HEADS.createParser(head, 0, length);
  }

  /** Returns how many bytes of a text are kept, as it is written. */
  public int maxTextBytes() {
    return maxTextBytes;
  }

  /** Returns whether a text was cut because it was longer than {@link #maxTextBytes}. */
  public static boolean isCut(String text) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == ShortTextStream.MARK;
  }

  /** Returns whether the log, and not what it comes from, is to blame for a failure. */
  public static boolean isOfLog(IOException e) {
    return e instanceof JsonProcessingException || e instanceof CharConversionException;
  }

  /** Says why a log cannot be read further, and what to do about it where something helps. */
  public static String reason(IOException e) {
    if (e instanceof StreamConstraintsException limit) {
      return limit.getOriginalMessage().contains("depth")
          ? "it is nested deeper than the limit; raise it with --limit depth=VALUE"
          : "it has a name or number longer than any sound log";
    }
    return e instanceof JsonProcessingException json ? json.getOriginalMessage() : "no UTF-8";
  }

  /**
   * Returns the text, number or truth value where a parser stands, or null. What is an object or
   * array is passed over.
   */
  public static @Nullable String text(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == null || !token.isScalarValue()) {
      json.skipChildren();
      return null;
    }
    return token == JsonToken.VALUE_NULL ? null : json.getText();
  }
}
