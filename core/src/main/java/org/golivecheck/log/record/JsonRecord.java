package org.golivecheck.log.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes from a JSON object what its members say of a call. Reused; not thread-safe. */
final class JsonRecord {
  /**
   * The arrays in which Elasticsearch, CloudWatch, Datadog, Splunk and others export records, and
   * VCR records calls.
   */
  private static final Set<String> ARRAYS =
      Set.of(
          "hits", "events", "logEvents", "logs", "data", "results", "records", "http_interactions");

  /** Loki returns streams, and in each pairs. */
  private static final String STREAMS = "result";

  private static final String PAIRS = "values";

  /** How VCR writes a body: {@code {"encoding":"UTF-8","string":"..."}}. */
  private static final String VCR_BODY = "{\"encoding\":";

  /** A line with a method, a path of the API and a status has more characters. */
  private static final int LEAST_CALL = 40;

  /** Ends a record. */
  @FunctionalInterface
  interface Ended {
    /** Takes what the record says from the values. */
    void end() throws IOException;
  }

  private final JsonFactory factory;
  private final NameNode root;
  private final RecordValues values;
  private boolean envelope;

  JsonRecord(JsonFactory factory, NameNode root, RecordValues values) {
    this.factory = factory;
    this.root = root;
    this.values = values;
  }

  /**
   * Reads an object to its end.
   *
   * @param json stands at the beginning of the object
   */
  void read(JsonParser json) throws IOException {
    envelope = false;
    members(json, root);
  }

  /** Returns whether an array has the name of one of records. */
  static boolean isOfRecords(@Nullable String name) {
    return name != null && ARRAYS.contains(name);
  }

  /** Returns whether the newest object is no record, but may have some in an array. */
  boolean isEnvelope() {
    return envelope
        && values.get(RecordField.METHOD) == null
        && values.get(RecordField.MESSAGE) == null;
  }

  /**
   * Reads the records in the arrays of an object.
   *
   * @param json stands at the beginning of the object
   * @param ended is called for each
   */
  void readRecords(JsonParser json, Ended ended) throws IOException {
    while (!json.getParsingContext().inRoot()) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        continue;
      }
      if (PAIRS.equals(json.currentName())) {
        pairs(json, ended);
      } else if (isOfRecords(json.currentName())) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          values.clear();
          members(json, root);
          ended.end();
        }
      }
    }
    values.clear();
  }

  /** Reads the pairs of a time and a line that Loki returns. */
  private void pairs(JsonParser json, Ended ended) throws IOException {
    while (json.nextToken() == JsonToken.START_ARRAY) {
      values.clear();
      json.nextToken();
      scalar(json, json.currentToken(), root.child("timestamp"));
      json.nextToken();
      scalar(json, json.currentToken(), root.child("message"));
      while (json.currentToken() != null && json.currentToken() != JsonToken.END_ARRAY) {
        json.skipChildren();
        json.nextToken();
      }
      ended.end();
    }
  }

  private void members(JsonParser json, NameNode node) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      NameNode child = node.child(name);
      JsonToken token = json.nextToken();
      envelope |= token == JsonToken.START_ARRAY && (isOfRecords(name) || name.equals(STREAMS));
      if (child.isNothing()) {
        if (token == JsonToken.VALUE_STRING && json.getTextLength() > LEAST_CALL) {
          values.other(json.getText());
        }
        json.skipChildren();
      } else if (token.isScalarValue()) {
        scalar(json, token, child);
      } else {
        structure(json, token, child);
      }
    }
  }

  private void scalar(JsonParser json, JsonToken token, NameNode node) throws IOException {
    Alias alias = node.alias();
    if (token == JsonToken.VALUE_NULL) {
      if (alias != null) {
        values.name(alias);
      }
    } else if (alias != null) {
      values.put(alias, json.getText());
    } else if (!node.header().isEmpty()) {
      values.header(node.kind(), node.header(), json.getText());
    }
  }

  private void structure(JsonParser json, JsonToken token, NameNode node) throws IOException {
    Alias alias = node.alias();
    if (alias != null && isStructure(alias.field())) {
      values.put(alias, copy(json));
    } else if (token == JsonToken.START_OBJECT) {
      members(json, node);
    } else if (node.kind() != NameNode.Kind.NAMES && node.header().isEmpty()) {
      headerList(json, node);
    } else if (!node.header().isEmpty()) {
      headerValues(json, node);
    } else {
      json.skipChildren();
    }
  }

  /** Returns whether an object or an array is a value of a field as a whole. */
  static boolean isStructure(RecordField field) {
    return field == RecordField.BODY
        || field == RecordField.REQUEST_BODY
        || field == RecordField.ITEM_ERRORS;
  }

  /** Takes the values of a header that are listed. */
  private void headerValues(JsonParser json, NameNode node) throws IOException {
    for (JsonToken token = json.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token == JsonToken.VALUE_STRING) {
        values.header(node.kind(), node.header(), json.getText());
      } else if (token == JsonToken.START_OBJECT) {
        pair(json, node);
      } else {
        json.skipChildren();
      }
    }
  }

  /** Takes headers that are listed: as names and values in turn, as pairs, or as objects. */
  private void headerList(JsonParser json, NameNode node) throws IOException {
    String header = null;
    for (JsonToken token = json.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        pair(json, node);
      } else if (token == JsonToken.START_ARRAY) {
        headerList(json, node);
      } else if (header == null) {
        header = json.getText();
      } else {
        values.header(node.kind(), header, json.getText());
        header = null;
      }
    }
  }

  /** Takes a header as an object with its name and value, as Charles lists them. */
  private void pair(JsonParser json, NameNode node) throws IOException {
    String header = "";
    String value = "";
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      header = name.equals("name") || name.equals("key") ? json.getText() : header;
      value = name.equals("value") ? json.getText() : value;
      json.skipChildren();
    }
    values.header(node.kind(), header, value);
  }

  /** Returns an object or an array as text, cut where it is very long; the text of one by VCR. */
  private String copy(JsonParser json) throws IOException {
    HeadWriter text = new HeadWriter();
    try (JsonGenerator copy = factory.createGenerator(text)) {
      copy.copyCurrentStructure(json);
    }
    String copied = text.toString();
    if (!copied.startsWith(VCR_BODY)) {
      return copied;
    }
    try (JsonParser body = factory.createParser(copied)) {
      body.nextToken();
      body.nextToken();
      body.nextToken();
      String string = "string".equals(body.nextFieldName()) ? body.nextTextValue() : null;
      return string == null ? copied : string;
    } catch (JsonProcessingException e) {
      return copied; // cut
    }
  }

  /** Keeps the beginning of a text. */
  private static final class HeadWriter extends Writer {
    private static final int MOST = 1 << 20;

    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] chars, int from, int count) {
      text.append(chars, from, Math.min(count, MOST - text.length()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
