package org.golivecheck.log.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.text.Json;
import org.golivecheck.text.ShortTextStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens JSON for streaming: in memory is the text or number where the parser stands, and no text of
 * more bytes than {@link #maxTextBytes}.
 */
public final class JsonInput {
  /** A text may hold a body, so it may be longer than a line of headers. */
  private static final int TEXT_LINES = 64;

  /** Looks into the first bytes of a log. */
  private static final JsonFactory HEADS = Json.lenient(100, 1 << 20);

  private final JsonFactory factory;
  private final int maxTextBytes;

  /** Sets up for some logs. */
  public JsonInput(ReadLimits limits) {
    maxTextBytes = (int) Math.min((long) TEXT_LINES * limits.maxLineBytes(), 1 << 29);
    factory = Json.lenient(limits.maxDepth(), maxTextBytes + 1);
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

  /** Returns a parser of some of the first bytes of a log. */
  public static JsonParser head(byte[] head, int from, int to) throws IOException {
    return HEADS.createParser(head, from, to - from);
  }

  /** Returns how many bytes of a text are kept, as it is written. */
  public int maxTextBytes() {
    return maxTextBytes;
  }

  /** Reads the value where the parser stands, or a part of it. */
  @FunctionalInterface
  public interface Member {
    /** Reads the value of a member. */
    void read(String name) throws IOException;
  }

  /** Reads the item where the parser stands, or a part of it. */
  @FunctionalInterface
  public interface Item {
    /** Reads an item. */
    void read() throws IOException;
  }

  /**
   * Passes over the value where a parser stands. If it is an object, each of its members is read
   * before, as far as the reader wants it.
   */
  public static void members(JsonParser json, Member reader) throws IOException {
    if (json.isExpectedStartObjectToken()) {
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        reader.read(name);
        json.skipChildren();
      }
    }
    json.skipChildren();
  }

  /** Does the same with the items of an array. */
  public static void items(JsonParser json, Item reader) throws IOException {
    if (json.isExpectedStartArrayToken()) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        reader.read();
        json.skipChildren();
      }
    }
    json.skipChildren();
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
