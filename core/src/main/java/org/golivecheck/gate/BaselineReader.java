package org.golivecheck.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/** Reads a baseline file. Unknown names are errors, since a typo would have no effect otherwise. */
final class BaselineReader {
  private static final JsonFactory FACTORY = Json.strict(16);

  private static final String ENTRY_NAMES = "fingerprint, maxCount, reason, created and until";

  private final String text;
  private final Map<String, BaselineEntry> entries = new LinkedHashMap<>();

  BaselineReader(String text) {
    this.text = text;
  }

  Baseline read() throws BaselineFormatException {
    try (JsonParser json = FACTORY.createParser(text)) {
      try {
        readFile(json);
      } catch (JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        throw new BaselineFormatException(Math.max(1, line), "is not JSON: " + Json.reason(e));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("a text cannot fail to be read", impossible);
    }
    return Baseline.of(entries.values());
  }

  private void readFile(JsonParser json) throws IOException, BaselineFormatException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw wrong(json, "is no baseline: it must be an object with schemaVersion and findings");
    }
    boolean versioned = false;
    boolean listed = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      switch (name) {
        case "schemaVersion" -> {
          readVersion(json);
          versioned = true;
        }
        case "findings" -> {
          readEntries(json);
          listed = true;
        }
        case "$schema" -> json.nextToken(); // for editors
        default ->
            throw wrong(
                json, "has the unknown key '" + name + "'; there is schemaVersion and findings");
      }
    }
    if (!versioned || !listed) {
      throw wrong(json, "lacks " + (versioned ? "findings" : "schemaVersion"));
    }
    if (json.nextToken() != null) {
      throw wrong(json, "goes on after its end");
    }
  }

  private static void readVersion(JsonParser json) throws IOException, BaselineFormatException {
    if (json.nextToken() != JsonToken.VALUE_NUMBER_INT
        || !json.getText().equals(String.valueOf(BaselineWriter.SCHEMA_VERSION))) {
      throw wrong(
          json,
          "has a schemaVersion that this version cannot read; it knows "
              + BaselineWriter.SCHEMA_VERSION);
    }
  }

  private void readEntries(JsonParser json) throws IOException, BaselineFormatException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      throw wrong(json, "findings must be a list");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw wrong(json, "an entry must be an object with " + ENTRY_NAMES);
      }
      BaselineEntry entry = readEntry(json);
      if (entries.putIfAbsent(entry.fingerprint(), entry) != null) {
        throw wrong(
            json,
            "has two entries for '" + entry.fingerprint() + "'; keep one, adding up maxCount");
      }
    }
  }

  private static BaselineEntry readEntry(JsonParser json)
      throws IOException, BaselineFormatException {
    int line = json.currentTokenLocation().getLineNr();
    String fingerprint = null;
    long maxCount = 0;
    String reason = null;
    LocalDate created = null;
    LocalDate until = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "fingerprint" -> fingerprint = textOf(name, json);
        case "maxCount" -> maxCount = countOf(json);
        case "reason" -> reason = textOf(name, json);
        case "created" -> created = dayOf(name, json);
        case "until" -> until = dayOf(name, json);
        default ->
            throw wrong(json, "has the unknown key '" + name + "'; an entry has " + ENTRY_NAMES);
      }
    }
    if (fingerprint == null || fingerprint.isBlank() || maxCount == 0) {
      throw new BaselineFormatException(
          line, "lacks " + (maxCount == 0 ? "maxCount" : "fingerprint") + " in an entry");
    }
    return new BaselineEntry(
        fingerprint, maxCount, reason == null || reason.isBlank() ? null : reason, created, until);
  }

  private static @Nullable String textOf(String name, JsonParser json)
      throws IOException, BaselineFormatException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_NULL -> null;
      default -> throw wrong(json, name + " must be a text");
    };
  }

  private static long countOf(JsonParser json) throws IOException, BaselineFormatException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
        && json.getLongValue() > 0) {
      return json.getLongValue();
    }
    throw wrong(json, "maxCount must be a whole number from 1");
  }

  private static @Nullable LocalDate dayOf(String name, JsonParser json)
      throws IOException, BaselineFormatException {
    String text = textOf(name, json);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong(json, name + " must be a day such as 2026-12-31, or null, not '" + text + "'");
    }
  }

  private static BaselineFormatException wrong(JsonParser json, String message) {
    return new BaselineFormatException(
        Math.max(1, json.currentTokenLocation().getLineNr()), message);
  }
}
