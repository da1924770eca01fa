package org.golivecheck.log.otel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.golivecheck.log.json.JsonInput;

/** Tells spans in OTLP JSON by their first bytes. */
final class OtlpHead {
  /** Objects with spans of several resources. */
  static final Set<String> BATCHES = Set.of("resourceSpans", "batches");

  /** Objects with the spans of one resource, by scope; the names of older versions too. */
  static final Set<String> SCOPES =
      Set.of("scopeSpans", "instrumentationLibrarySpans", "librarySpans");

  private static final byte[] BATCH = bytes("{\"resourceSpans\":[");
  private static final byte[] RESOURCE = bytes("{\"resource\":{");
  private static final byte[] OF_SPANS = bytes("Spans\":[");
  private static final byte[] ATTRIBUTES = bytes("\"attributes\":[{\"key\":");

  private OtlpHead() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns whether a document of spans begins here, or any line that can be seen has some. */
  static boolean recognises(byte[] head, int length) {
    if (JsonInput.startsObject(head, length) && isDocument(head, 0, length)) {
      return true;
    }
    for (int from = 0; from < length; from = endOfLine(head, from, length) + 1) {
      int end = endOfLine(head, from, length);
      int start = start(head, from, end);
      if (start >= 0 && isOfSpans(head, start, end, end == length)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a document of spans begins here, after other lines. */
  static boolean startsLater(byte[] bytes, int from, int to) {
    return from < to && bytes[from] == '{' && isDocument(bytes, from, to);
  }

  /** Metrics and other records have resources too; what follows tells, if it can be seen. */
  private static boolean isOfSpans(byte[] head, int from, int to, boolean cut) {
    return startsAt(BATCH, head, from, to)
        || find(OF_SPANS, head, from, to) >= 0
        || (cut && startsAt(ATTRIBUTES, head, from + RESOURCE.length, to));
  }

  private static boolean isDocument(byte[] head, int from, int to) {
    try (JsonParser json = JsonInput.head(head, from, to)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        boolean array = json.nextToken() == JsonToken.START_ARRAY;
        if (array && (BATCHES.contains(name) || SCOPES.contains(name))) {
          return isObjectNext(json);
        }
        json.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns whether an array has objects, or nothing. */
  private static boolean isObjectNext(JsonParser json) throws IOException {
    JsonToken token = json.nextToken();
    return token == JsonToken.START_OBJECT || token == JsonToken.END_ARRAY;
  }

  /** Returns where in a line the JSON of spans begins, maybe behind other text, or -1. */
  static int start(byte[] bytes, int from, int to) {
    int batch = find(BATCH, bytes, from, to);
    return batch >= 0 ? batch : find(RESOURCE, bytes, from, to);
  }

  /** Returns whether the first line is not a whole object, so that a document goes on behind it. */
  static boolean isOfSeveralLines(byte[] head, int length) {
    if (!JsonInput.startsObject(head, length)) {
      return false;
    }
    int from = 0;
    while (head[from] != '{') {
      from++;
    }
    int end = endOfLine(head, from, length);
    int last = end - 1;
    while (last > from && (head[last] == '\r' || head[last] == ' ')) {
      last--;
    }
    return end < length && (last == from || head[last] != '}');
  }

  private static int endOfLine(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private static int find(byte[] wanted, byte[] bytes, int from, int to) {
    for (int at = from; at <= to - wanted.length; at++) {
      if (startsAt(wanted, bytes, at, to)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean startsAt(byte[] wanted, byte[] bytes, int at, int to) {
    if (to - at < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
