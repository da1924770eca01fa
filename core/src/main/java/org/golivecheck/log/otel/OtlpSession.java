package org.golivecheck.log.otel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.json.JsonInput;
import org.golivecheck.log.json.JsonLine;
import org.golivecheck.log.json.ObjectStream;
import org.golivecheck.log.record.Alias;
import org.golivecheck.log.record.Alias.Unit;
import org.golivecheck.log.record.FieldNames;
import org.golivecheck.log.record.NameNode;
import org.golivecheck.log.record.RecordCalls;
import org.golivecheck.log.record.RecordField;
import org.golivecheck.log.record.RecordValues;
import org.golivecheck.log.text.LineSource;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads logs of spans one after another. A client span of HTTP is a record whose members are the
 * attributes; all other spans are skipped.
 */
final class OtlpSession implements ReadSession {
  /** How far into a line its JSON may begin. */
  private static final int LINE_PART = 1 << 16;

  private static final int MAX_DIGITS = 18;
  private static final Alias TIME = new Alias(RecordField.TIMESTAMP, -1, Unit.NANOS);
  private static final Alias DURATION = new Alias(RecordField.DURATION, -1, Unit.NANOS);

  /** The fields that a resource gives to all of its spans. */
  private record OfResource(Alias alias, String text) {}

  /** Reads an object at the current position of a parser. */
  private interface ObjectReader {
    void read(JsonParser json) throws IOException;
  }

  /** Receives an attribute. */
  private interface AttributeTaker {
    void take(String name, String value);
  }

  private final ReadContext context;
  private final JsonInput input;
  private final RecordCalls calls;
  private final RecordValues values;
  private final NameNode names;
  private final SpanAttributes attributes;
  private final LineSource lines = new LineSource(LINE_PART);
  private final List<OfResource> resource = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final ObjectStream text = new ObjectStream(lines);

  /** Whether the object has spans, as far as it was read. */
  private boolean ofSpans;

  OtlpSession(ReadContext context) {
    this.context = context;
    input = new JsonInput(context.limits());
    calls = new RecordCalls(context);
    values = calls.values();
    names = FieldNames.root(context.options().fields());
    attributes = new SpanAttributes(context, calls, names);
  }

  @Override
  public void read(String source, InputStream in, Consumer<? super ApiCall> target)
      throws IOException {
    calls.start(source, target, false);
    lines.start(in);
    for (boolean more = lines.next(); more; more = text.isAhead() || lines.next()) {
      line();
    }
    calls.finish();
  }

  private void line() throws IOException {
    byte[] bytes = lines.bytes();
    int start = JsonLine.skipPunctuation(bytes, lines.from(), lines.to());
    if (start < lines.to() && bytes[start] != '{') {
      int object = JsonLine.firstObject(bytes, start, lines.to());
      if (object < 0) {
        // Another line of the application's log.
        calls.passOver();
      } else {
        object(object, false);
      }
      return;
    }
    while (start < lines.to() && lines.bytes()[start] == '{') {
      object(start, true);
      if (text.isAhead()) {
        return;
      }
      start = JsonLine.skipPunctuation(lines.bytes(), text.at(), lines.to());
    }
  }

  /**
   * Reads an object of the line.
   *
   * @param alone whether there is no other text before it, so that it has to be JSON
   */
  private void object(int brace, boolean alone) throws IOException {
    long line = lines.number();
    long offset = lines.offset();
    text.begin(brace, alone);
    ofSpans = false;
    try (JsonParser json = input.open(text)) {
      try {
        json.nextToken();
        batch(json);
        if (!ofSpans) {
          calls.passOver();
        }
      } catch (IOException e) {
        if (!Json.isOfText(e)) {
          throw e;
        }
        if (alone || ofSpans) {
          String reason = Json.reason(e);
          calls.lose(
              line,
              offset,
              "The record is not JSON, and its spans after the defect are left out: "
                  + reason
                  + ".");
        } else {
          // Braces in the text of a line need not be JSON.
          calls.passOver();
        }
        text.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private void lose(String defect) {
    calls.lose(lines.number(), lines.offset(), defect + ".");
  }

  /** Reads spans of several resources, or of one. */
  private void batch(JsonParser json) throws IOException {
    resource.clear();
    JsonInput.members(
        json,
        member -> {
          if (OtlpReader.BATCHES.contains(member)) {
            objects(json, member, this::batch);
          } else if (OtlpReader.SCOPES.contains(member)) {
            objects(json, member, this::scope);
          } else if (member.equals("resource")) {
            JsonInput.members(json, part -> resource(json, part));
          }
        });
  }

  /** Reads the objects of an array, and reports other values. */
  private void objects(JsonParser json, String name, ObjectReader reader) throws IOException {
    ofSpans = true;
    if (json.isExpectedStartObjectToken()) {
      reader.read(json);
      return;
    }
    boolean odd = !json.isExpectedStartArrayToken() && json.currentToken() != JsonToken.VALUE_NULL;
    if (json.isExpectedStartArrayToken()) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.isExpectedStartObjectToken()) {
          reader.read(json);
        } else {
          odd = true;
          json.skipChildren();
        }
      }
    }
    if (odd) {
      lose("Not everything in " + name + " is an object, and what is not is left out");
    }
  }

  private void resource(JsonParser json, String member) throws IOException {
    if (member.equals("attributes")) {
      attributes(json, this::ofResource);
    }
  }

  /** Keeps the name of the service that makes the calls. A resource has other names too. */
  private void ofResource(String name, String value) {
    Alias alias = names.child(name).alias();
    if (alias == null || resource.size() == context.limits().maxHeaders()) {
      return;
    }
    switch (alias.field()) {
      case INTEGRATION_KEY, ACCOUNT, USER -> resource.add(new OfResource(alias, value));
      default -> {
        // The name of a host, for example.
      }
    }
  }

  private void scope(JsonParser json) throws IOException {
    JsonInput.members(
        json,
        member -> {
          if (member.equals("spans")) {
            objects(json, member, this::span);
          }
        });
  }

  private void span(JsonParser json) throws IOException {
    long line = lines.number();
    long offset = lines.offset();
    attributes.clear();
    for (OfResource known : resource) {
      values.put(known.alias(), known.text());
    }
    String kind = null;
    long start = 0;
    long end = 0;
    boolean odd = false;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "kind" -> kind = JsonInput.text(json);
        case "startTimeUnixNano" -> start = nanos(JsonInput.text(json));
        case "endTimeUnixNano" -> end = nanos(JsonInput.text(json));
        case "attributes" -> {
          odd = json.isExpectedStartObjectToken();
          attributes(json, attributes::take);
        }
        default -> json.skipChildren();
      }
    }
    if (odd) {
      lose("The attributes of a span are not a list of keys and values; it is left out");
    } else if ("3".equals(kind) || "SPAN_KIND_CLIENT".equals(kind)) {
      times(start, end);
      attributes.end(line, offset, null);
    } else {
      calls.passOver();
    }
  }

  private static long nanos(@Nullable String text) {
    if (text == null || text.length() > MAX_DIGITS + 1 || !Ascii.isNumber(text)) {
      return 0;
    }
    // Nineteen digits may not fit into a long. Such numbers are not times of this century.
    return text.length() > MAX_DIGITS && text.charAt(0) > '8' ? 0 : Long.parseLong(text);
  }

  private void times(long start, long end) {
    long time = end > 0 ? end : start;
    if (time > 0) {
      values.put(TIME, Long.toString(time));
    }
    if (start > 0 && end >= start) {
      values.put(DURATION, Long.toString(end - start));
    }
  }

  private void attributes(JsonParser json, AttributeTaker taker) throws IOException {
    if (!json.isExpectedStartArrayToken()) {
      json.skipChildren();
      return;
    }
    int left = context.limits().maxHeaders();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.isExpectedStartObjectToken() && left > 0) {
        attribute(json, taker);
        left--;
      } else {
        if (left == 0) {
          attributes.noteCut();
        }
        json.skipChildren();
      }
    }
  }

  private void attribute(JsonParser json, AttributeTaker taker) throws IOException {
    String key = null;
    texts.clear();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "key" -> key = JsonInput.text(json);
        case "value" -> value(json);
        default -> json.skipChildren();
      }
    }
    if (key != null) {
      for (String text : texts) {
        taker.take(key, text);
      }
    }
  }

  /** Collects a text or number, or those of an array, as captured headers have them. */
  private void value(JsonParser json) throws IOException {
    JsonInput.members(
        json,
        member -> {
          switch (member) {
            case "stringValue", "intValue" -> {
              String value = JsonInput.text(json);
              if (value != null && texts.size() < context.limits().maxHeaders()) {
                texts.add(value);
              }
            }
            case "arrayValue", "values" -> {
              if (json.isExpectedStartArrayToken()) {
                JsonInput.items(json, () -> value(json));
              } else {
                value(json);
              }
            }
            default -> {}
          }
        });
  }
}
