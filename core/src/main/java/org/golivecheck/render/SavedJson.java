package org.golivecheck.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/** Reads a JSON file into a {@link SavedObject}, with a plain message if this is impossible. */
final class SavedJson {
  /** Reports have at most 6 levels; later versions may have more. */
  private static final int MAX_DEPTH = 64;

  private static final JsonFactory FACTORY = Json.strict(MAX_DEPTH);

  private final JsonParser json;

  private SavedJson(JsonParser json) {
    this.json = json;
  }

  /**
   * Reads a file to its end.
   *
   * @throws IOException if the stream cannot be read
   * @throws ReportFormatException if it does not contain a JSON object
   */
  static SavedObject read(InputStream in) throws IOException, ReportFormatException {
    try (JsonParser json = FACTORY.createParser(in)) {
      return new SavedJson(json).readFile();
    } catch (StreamConstraintsException e) {
      throw new ReportFormatException(1, "is no report: it nests too deep, or has too long a text");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new ReportFormatException(line, "is not JSON: " + Json.reason(e));
    } catch (CharConversionException e) {
      throw new ReportFormatException(1, "is not JSON: " + Json.reason(e));
    }
  }

  private SavedObject readFile() throws IOException, ReportFormatException {
    JsonToken first = json.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw new ReportFormatException(
          line(), first == null ? "is empty" : "is no report: it must be an object");
    }
    SavedObject report = readObject(null, "");
    if (json.nextToken() != null) {
      throw new ReportFormatException(line(), "goes on after its end");
    }
    return report;
  }

  private SavedObject readObject(@Nullable SavedObject parent, String step) throws IOException {
    SavedObject object = new SavedObject(parent, step, line());
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      int line = line();
      object.put(name, readValue(object, "/" + name), line);
    }
    return object;
  }

  private List<@Nullable Object> readList(SavedObject parent, String step) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(readValue(parent, step + "/" + items.size()));
    }
    return items;
  }

  private @Nullable Object readValue(SavedObject parent, String step) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> readObject(parent, step);
      case START_ARRAY -> readList(parent, step);
      case VALUE_STRING -> json.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> {
        boolean fits = json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        yield fits ? (Object) json.getLongValue() : (Object) json.getDoubleValue();
      }
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      default -> null;
    };
  }

  private int line() {
    return Math.max(1, json.currentTokenLocation().getLineNr());
  }
}
