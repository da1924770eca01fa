package org.golivecheck.log.otel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.json.JsonInput;
import org.golivecheck.log.json.JsonLine;
import org.golivecheck.log.text.LineFeeds;

/**
 * Reads spans of OpenTelemetry in OTLP JSON: one batch per line, as the Collector's file exporter
 * writes it, or after other text in a line, as exporters to an application's log write it.
 */
public final class OtlpReader implements LogReader {
  // No instrumentation records bodies, or the credentials that show the key.
  private static final LogFormat FORMAT =
      new LogFormat(
          "otlp",
          "OpenTelemetry: client spans in OTLP JSON",
          EnumSet.complementOf(EnumSet.of(LogField.ERROR, LogField.KEY)),
          Form.JSON);

  /** Objects with spans of several resources. */
  static final Set<String> BATCHES = Set.of("resourceSpans", "batches");

  /** Objects with the spans of one resource, by scope; the names of older versions too. */
  static final Set<String> SCOPES =
      Set.of("scopeSpans", "instrumentationLibrarySpans", "librarySpans");

  /** No log begins with as many objects that are not spans. */
  private static final int MOST_OBJECTS = 200;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new OtlpSession(context);
  }

  /** Returns whether any visible line has spans, or begins a document of them. */
  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    if (!mayNameSpans(head, length)) {
      return false;
    }
    int objects = 0;
    for (int from = 0; from < length && objects < MOST_OBJECTS; ) {
      int end = LineFeeds.next(head, from, length);
      int start = start(head, from, end);
      if (start >= 0) {
        objects++;
        if (isOfSpans(head, start, length)) {
          return true;
        }
      }
      from = end;
    }
    return false;
  }

  @Override
  public boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    int start = JsonLine.skipPunctuation(bytes, from, to);
    return start < to && bytes[start] == '{' && isOfSpans(bytes, start, to);
  }

  /** Rules out most logs without a parser: a name is written plainly, or with an escape. */
  private static boolean mayNameSpans(byte[] head, int length) {
    for (int i = 2; i < length; i++) {
      boolean found =
          switch (head[i]) {
            case 'a' -> head[i - 1] == 'p' && head[i - 2] == 'S';
            case 'h' -> head[i - 1] == 'c' && head[i - 2] == 't';
            case 'u' -> head[i - 1] == '\\';
            case 'e' -> head[i - 1] == 'r' && head[i - 2] == '"'; // "resource", which may be cut
            default -> false;
          };
      if (found) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether an object has spans. Metrics and other records have resources too. The members
   * after them show which it is, if they can be seen.
   */
  private static boolean isOfSpans(byte[] head, int from, int to) {
    boolean resource = false;
    boolean spans = false;
    try (JsonParser json = JsonInput.head(head, from, to)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken token = json.nextToken();
        spans = (BATCHES.contains(name) || SCOPES.contains(name)) && token == JsonToken.START_ARRAY;
        if (spans) {
          token = json.nextToken();
          return token == JsonToken.START_OBJECT || token == JsonToken.END_ARRAY;
        }
        if (name.equals("resource") && token == JsonToken.START_OBJECT) {
          // Seen before its end: it may be longer than the head.
          resource = "attributes".equals(json.nextFieldName());
          while (json.currentToken() != JsonToken.END_OBJECT) {
            json.nextToken();
            json.skipChildren();
            json.nextToken();
          }
          resource = false;
        } else {
          json.skipChildren();
        }
      }
      return false;
    } catch (JsonEOFException e) {
      return spans || resource;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Returns where in a line an object begins: first, or in an array, or after other text; -1 if the
   * line has none.
   */
  static int start(byte[] bytes, int from, int to) {
    int first = JsonLine.skipPunctuation(bytes, from, to);
    return first < to && bytes[first] == '{' ? first : JsonLine.firstObject(bytes, first, to);
  }
}
