package org.golivecheck.cli.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/** What a server sent back. */
final class Reply {
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");
  private static final Pattern XML_CODE = Pattern.compile("<errorCode>([^<]*)</errorCode>");
  private static final Pattern TRACE_TOKEN = Pattern.compile("[0-9A-Fa-f-]{8,40}");
  private static final int XML_LOOK = 4096;
  private static final int MAX_DEPTH = 64;

  /** The fields of a JSON object whose values are plain, names ignoring case. */
  static final class Fields {

    private final Map<String, String> values;

    private Fields(Map<String, String> values) {
      this.values = values;
    }

    /** Reads an object; what cannot be read has no fields. */
    static Fields of(byte[] body) {
      try (JsonParser parser = JSON.createParser(body)) {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
          return read(parser);
        }
      } catch (IOException e) {
        // It is not JSON, so it has no fields.
      }
      return new Fields(Map.of());
    }

    /** Reads the objects of an array that is a field of an object; empty where there is none. */
    static List<Fields> listOf(byte[] body, String field) {
      List<Fields> list = new ArrayList<>();
      try (JsonParser parser = JSON.createParser(body)) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          return list;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          boolean wanted = parser.currentName().equals(field);
          if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
              list.add(read(parser));
            }
            return list;
          }
          parser.skipChildren();
        }
      } catch (IOException e) {
        // It is not JSON, or ends too soon: what was read before counts.
      }
      return list;
    }

    private static Fields read(JsonParser parser) throws IOException {
      Map<String, String> values = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName().toLowerCase(Locale.ROOT);
        JsonToken value = parser.nextToken();
        if (value != null && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          values.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
      return new Fields(values);
    }

    /** Returns the value of a field as text, or null where there is none. */
    @Nullable String get(String name) {
      return values.get(name.toLowerCase(Locale.ROOT));
    }
  }

  private static final JsonFactory JSON = Json.lenient(MAX_DEPTH);

  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  /**
   * Makes a reply.
   *
   * @param status the HTTP status
   * @param headers the headers
   * @param body the body; empty where there is none; not copied
   */
  Reply(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** Returns the HTTP status. */
  int status() {
    return status;
  }

  /** Returns the headers. */
  HttpHeaders headers() {
    return headers;
  }

  /** Returns the body; not copied. */
  byte[] body() {
    return body;
  }

  /** Returns whether the server did as asked. */
  boolean ok() {
    return status >= 200 && status < 300;
  }

  /** Returns the plain fields of a JSON body. */
  Fields fields() {
    return Fields.of(body);
  }

  /** Returns the code of the error, of the API or of OAuth, as sent; empty where there is none. */
  String errorCode() {
    Fields fields = fields();
    String code = fields.get("errorCode");
    if (code == null) {
      code = fields.get("error");
    }
    if (code == null) {
      int length = Math.min(body.length, XML_LOOK);
      Matcher xml = XML_CODE.matcher(new String(body, 0, length, StandardCharsets.UTF_8));
      code = xml.find() ? xml.group(1) : "";
    }
    return CODE.matcher(code).matches() ? code : "";
  }

  /** Returns whether the code of the error has a word in it, ignoring case. */
  boolean errorSays(String word) {
    return errorCode().toUpperCase(Locale.ROOT).contains(word);
  }

  /** Returns the type of the body without its parameters, in lower case; empty without one. */
  String contentType() {
    String type = headers.firstValue("Content-Type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** Returns the limits on calls that the headers name. */
  CallLimits limits() {
    return CallLimits.of(headers);
  }

  /** Returns status, code and trace token for a message, such as {@code 401 X, trace token Y}. */
  String summary() {
    StringBuilder text = new StringBuilder().append(status);
    if (!errorCode().isEmpty()) {
      text.append(' ').append(errorCode());
    }
    String token = headers.firstValue("X-DocuSign-TraceToken").orElse("");
    if (TRACE_TOKEN.matcher(token).matches()) {
      text.append(", trace token ").append(token);
    }
    return text.toString();
  }
}
