package org.golivecheck.log.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Takes from a JSON object what its members say of a call. Reused; not thread-safe. */
final class JsonRecord {
  private final JsonFactory factory;
  private final NameNode root;
  private final RecordValues values;

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
    members(json, root);
  }

  private void members(JsonParser json, NameNode node) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      NameNode child = node.child(name);
      JsonToken token = json.nextToken();
      if (child.isNothing()) {
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
    } else if (!node.header().isEmpty()) {
      headerValues(json, node);
    } else {
      json.skipChildren();
    }
  }

  private static boolean isStructure(RecordField field) {
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
      } else {
        json.skipChildren();
      }
    }
  }

  /** Returns an object or an array as text, cut where it is very long. */
  private String copy(JsonParser json) throws IOException {
    HeadWriter text = new HeadWriter();
    try (JsonGenerator copy = factory.createGenerator(text)) {
      copy.copyCurrentStructure(json);
    }
    return text.toString();
  }
}
