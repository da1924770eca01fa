package org.golivecheck.log.redact;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.golivecheck.log.json.JsonLine;
import org.golivecheck.log.json.ObjectStream;
import org.golivecheck.log.redact.RedactingReader.Rewriter;
import org.golivecheck.log.text.LineSource;
import org.golivecheck.redaction.find.SensitiveKind;
import org.golivecheck.redaction.find.SensitiveText;
import org.golivecheck.text.Json;
import org.golivecheck.text.ShortTextStream;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites logs of JSON: each object among the lines as an object with the same members, and each
 * other line as text. An object that breaks off is written up to there.
 */
final class JsonRewriter implements Rewriter {
  private static final int MAX_LINE = 1 << 20;
  private static final int MAX_TEXT = 1 << 22;
  private static final int MAX_DEPTH = 1_000;

  /** How many characters of a value are kept until its name comes: objects may be nested. */
  private static final int AHEAD = 1 << 14;

  /** Members that name the value beside them, as in {@code {"name":"Cookie","value":"a=b"}}. */
  private static final Set<String> NAMES = Set.of("name", "key");

  private static final Set<String> VALUES = Set.of("value", "values");

  /** Members that have the parameters of a URL. */
  private static final Set<String> QUERIES = Set.of("query", "queryString");

  /** Members of OTLP's typed values, which have the name of their attribute. */
  private static final Set<String> TYPED =
      Set.of("stringvalue", "intvalue", "doublevalue", "boolvalue", "arrayvalue", "values");

  private static final Pattern HEADER_NAME = Pattern.compile("(?i).*\\bheaders?[._](.+)");
  private static final Pattern LABEL = Pattern.compile("[\\w.:\\[\\]-]{1,100}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");

  private final SafeTexts texts;
  private final JsonFactory factory;
  private final LineSource lines = new LineSource(MAX_LINE);
  private final ObjectStream object = new ObjectStream(lines);

  /**
   * Where a value is.
   *
   * @param name the name of the member that it belongs to
   * @param header whether that is the name of a header
   * @param headers whether members are headers
   * @param body whether it is part of the body of a request or response
   */
  private record Scope(String name, boolean header, boolean headers, boolean body) {
    static final Scope LOG = new Scope("", false, false, false);
    static final Scope BODY = new Scope("", false, false, true);

    Scope member(String member, SafeTexts texts) {
      String lower = member.toLowerCase(Locale.ROOT);
      boolean bodies = body || lower.endsWith("body") || lower.equals("payload");
      return new Scope(
          // Whatever is in a sensitive object or array is sensitive.
          texts.isLabel(name) && (body || isSecret(name)) ? name : member,
          headers,
          lower.endsWith("headers") || lower.equals("header"),
          bodies);
    }

    /** Returns the place of a value whose name is in another member. */
    Scope labelled(String label) {
      var header = HEADER_NAME.matcher(label);
      return header.matches()
          ? new Scope(header.group(1), true, false, body)
          : new Scope(label, label.indexOf('-') > 0 || headers, false, body);
    }
  }

  JsonRewriter(SafeTexts texts, int maxDepth) {
    this.texts = texts;
    factory = Json.lenient(Math.min(maxDepth, MAX_DEPTH), MAX_TEXT + 1);
  }

  @Override
  public boolean rewrite(InputStream in, OutputStream out) throws IOException {
    lines.start(in);
    boolean more = lines.next();
    while (more) {
      boolean ahead = line(out);
      out.write('\n');
      more = ahead || lines.next();
    }
    return true;
  }

  /** Rewrites a line and those that continue its objects; returns whether the next was read. */
  private boolean line(OutputStream out) throws IOException {
    int at = lines.from();
    while (true) {
      int brace = brace(at);
      if (brace < 0) {
        out.write(texts.line(lines.bytes(), at, lines.to()));
        break;
      }
      out.write(texts.line(lines.bytes(), at, brace));
      at = brace;
      if (!lines.cut()) {
        int end = wholeObject(brace, out);
        if (end > brace) {
          at = end;
          continue;
        }
      }
      object.begin(brace, /* severalLines= */ true);
      stream(out);
      if (object.isAhead()) {
        return true;
      }
      at = object.at();
    }
    while (lines.more()) {
      LineRewriter.hide(lines.bytes(), lines.from(), lines.to(), out);
    }
    return false;
  }

  /** Returns where the next object of the line begins, or -1. */
  private int brace(int from) {
    byte[] bytes = lines.bytes();
    int first = JsonLine.skipPunctuation(bytes, from, lines.to());
    if (first < lines.to()
        && bytes[first] == '{'
        && JsonLine.opensObject(bytes, first, lines.to())) {
      return first;
    }
    return JsonLine.firstObject(bytes, from, lines.to());
  }

  /** Rewrites an object that ends in the line; returns where, or where it begins. */
  private int wholeObject(int from, OutputStream out) throws IOException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    try (JsonParser json = factory.createParser(lines.bytes(), from, lines.to() - from)) {
      json.nextToken();
      write(json, copy);
      copy.writeTo(out);
      return from + (int) json.currentLocation().getByteOffset();
    } catch (IOException e) {
      if (Json.isOfText(e)) {
        return from;
      }
      throw e;
    }
  }

  private void stream(OutputStream out) throws IOException {
    try (JsonParser json = factory.createParser(new ShortTextStream(object, MAX_TEXT))) {
      json.nextToken();
      write(json, out);
    } catch (IOException e) {
      if (!Json.isOfText(e)) {
        throw e;
      }
    }
    object.transferTo(OutputStream.nullOutputStream());
  }

  private void write(JsonParser json, OutputStream out) throws IOException {
    try (JsonGenerator copy = Json.writer().createGenerator(out)) {
      copy.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      value(json, copy, Scope.LOG);
    }
  }

  private void value(JsonParser json, JsonGenerator out, Scope scope) throws IOException {
    switch (json.currentToken()) {
      case START_OBJECT -> object(json, out, scope);
      case START_ARRAY -> array(json, out, scope);
      case VALUE_STRING -> out.writeString(string(json.getText(), scope));
      case VALUE_NUMBER_INT -> out.writeNumber(texts.number(scope.name(), json.getText()));
      case VALUE_NUMBER_FLOAT -> out.writeNumber(json.getText());
      default -> out.copyCurrentEvent(json);
    }
  }

  private void array(JsonParser json, JsonGenerator out, Scope scope) throws IOException {
    out.writeStartArray();
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_NUMBER_INT && scope.name().equals("data")) {
      bytes(json, out);
      token = json.currentToken();
    }
    boolean path = !scope.body() && scope.name().equals("path");
    String before = "";
    for (; token != JsonToken.END_ARRAY && token != null; token = json.nextToken()) {
      String text = token == JsonToken.VALUE_STRING ? json.getText() : "";
      if (path && token == JsonToken.VALUE_STRING) {
        out.writeString(texts.segment(text, before));
      } else {
        // In lists of headers and of arguments a name precedes its value.
        value(json, out, isSecret(before) ? scope.labelled(before) : scope);
      }
      before = text;
    }
    out.writeEndArray();
  }

  /** Rewrites a text that is written byte by byte. */
  private void bytes(JsonParser json, JsonGenerator out) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    while (isByte(json) && text.size() < MAX_TEXT) {
      text.write(json.getIntValue());
      json.nextToken();
    }
    for (byte b : string(text.toString(UTF_8), Scope.BODY).getBytes(UTF_8)) {
      out.writeNumber(b & 0xFF);
    }
    while (isByte(json)) {
      out.writeNumber('*');
      json.nextToken();
    }
  }

  private static boolean isByte(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_NUMBER_INT && (json.getLongValue() & ~0xFFL) == 0;
  }

  private void object(JsonParser json, JsonGenerator out, Scope scope) throws IOException {
    out.writeStartObject();
    String label = null;
    String waiting = null;
    String value = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      String lower = name.toLowerCase(Locale.ROOT);
      json.nextToken();
      boolean text = json.currentToken() == JsonToken.VALUE_STRING;
      if (!scope.body() && text && NAMES.contains(lower) && isLabel(json.getText())) {
        label = json.getText();
        out.writeFieldName(name);
        out.writeString(texts.text(label));
      } else if (!scope.body()
          && label == null
          && waiting == null
          && lower.equals("value")
          && json.currentToken() != JsonToken.START_ARRAY) {
        waiting = name;
        value = copy(json);
      } else {
        out.writeFieldName(texts.name(name));
        member(json, out, scope, label, name);
      }
    }
    if (value != null && waiting != null) {
      out.writeFieldName(waiting);
      try (JsonParser kept = factory.createParser(value)) {
        kept.nextToken();
        member(kept, out, scope, label, waiting);
      }
    }
    out.writeEndObject();
  }

  private void member(
      JsonParser json, JsonGenerator out, Scope scope, @Nullable String label, String name)
      throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (label == null || !VALUES.contains(lower)) {
      value(json, out, TYPED.contains(lower) ? scope : scope.member(name, texts));
    } else if (QUERIES.contains(scope.name()) && json.currentToken() == JsonToken.VALUE_STRING) {
      out.writeString(texts.parameter(label, json.getText()));
    } else {
      value(json, out, scope.labelled(label));
    }
  }

  private static boolean isSecret(String name) {
    return SensitiveText.ofField(name) == SensitiveKind.SECRET;
  }

  private static boolean isLabel(String text) {
    return LABEL.matcher(text).matches();
  }

  /** Returns a value unchanged because its name comes later, or nothing if it is very long. */
  private static @Nullable String copy(JsonParser json) throws IOException {
    StringWriter text = new StringWriter();
    int depth = 0;
    try (JsonGenerator copy = Json.writer().createGenerator(text)) {
      do {
        JsonToken token = json.currentToken();
        if (token == null || text.getBuffer().length() > AHEAD) {
          return null;
        }
        copy.copyCurrentEvent(json);
        copy.flush();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth > 0) {
          json.nextToken();
        }
      } while (depth > 0);
    }
    return text.toString();
  }

  /** Rewrites the value of a member of a log. */
  String string(String name, String text) {
    return string(text, Scope.LOG.member(name, texts));
  }

  private String string(String text, Scope scope) {
    String nested = nested(text);
    if (nested != null) {
      return nested;
    }
    if (BASE64.matcher(text).matches()) {
      String decoded = decoded(text);
      String inside = decoded == null ? null : nested(decoded);
      if (inside != null) {
        return Base64.getEncoder().encodeToString(inside.getBytes(UTF_8));
      }
    }
    return scope.header()
        ? texts.header(scope.name(), text)
        : texts.value(scope.name(), text, scope.body());
  }

  private static @Nullable String decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return null;
    }
  }

  /** Rewrites a text that is JSON itself. Returns null if it is not JSON. */
  private @Nullable String nested(String text) {
    String json = text.strip();
    boolean object = json.startsWith("{") && json.endsWith("}");
    boolean array = json.startsWith("[") && json.endsWith("]");
    if (!object && !array) {
      return null;
    }
    StringWriter out = new StringWriter();
    try (JsonParser parser = factory.createParser(json);
        JsonGenerator copy = Json.writer().createGenerator(out)) {
      parser.nextToken();
      value(parser, copy, Scope.BODY);
      if (parser.nextToken() != null) {
        return null;
      }
    } catch (IOException e) {
      return null;
    }
    return out.toString();
  }
}
