package org.golivecheck.log.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.json.JsonInput;
import org.golivecheck.log.text.LogClock;
import org.jspecify.annotations.Nullable;

/**
 * Reads reports of runs one after another, request by request; members may come in any order. A
 * report tells when the run began and how long each request took, but not when each was sent: the
 * {@code Date} header of its response shows that, and requests never go back in time.
 */
final class NewmanSession implements ReadSession {
  private final JsonInput input;
  private final Capture capture;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private @Nullable Instant latest;
  private boolean hasRun;

  private @Nullable String contentType;
  private boolean hasBody;

  NewmanSession(ReadContext context) {
    input = new JsonInput(context.limits());
    capture = new Capture(context);
  }

  @Override
  public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
      throws IOException {
    capture.start(source, calls);
    hasRun = false;
    boolean whole = capture.readJson(input, in, this::document);
    if (whole && !hasRun) {
      capture.noCapture(
          "is a Postman collection and no report of its run; give what newman writes with"
              + " --reporters json");
    }
    capture.finish();
  }

  private void document(JsonParser json) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (json.nextToken() == JsonToken.START_OBJECT && name.equals("run")) {
        run(json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void run(JsonParser json) throws IOException {
    hasRun = true;
    latest = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      if (name.equals("timings") && token == JsonToken.START_OBJECT) {
        timings(json);
      } else if (name.equals("executions") && token == JsonToken.START_ARRAY) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          execution(json);
        }
      } else {
        json.skipChildren();
      }
    }
  }

  private void timings(JsonParser json) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (name.equals("started")) {
        long millis = CaptureValues.whole(json);
        latest = millis > 0 && latest == null ? Instant.ofEpochMilli(millis) : latest;
      } else {
        json.skipChildren();
      }
    }
  }

  private void execution(JsonParser json) throws IOException {
    capture.begin(json);
    contentType = null;
    hasBody = false;
    body.reset();
    if (!json.isExpectedStartObjectToken()) {
      json.skipChildren();
    } else {
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        boolean object = json.nextToken() == JsonToken.START_OBJECT;
        if (object && name.equals("request")) {
          request(json);
        } else if (object && name.equals("response")) {
          response(json);
        } else {
          json.skipChildren();
        }
      }
    }
    if (hasBody && CaptureValues.mayTellErrors(contentType)) {
      capture.responseBody(body.toByteArray());
    }
    capture.exchange().time(time());
    capture.end("has no Date in its response, and the run no start");
  }

  /** Returns when the response had come: not before it was sent, nor before earlier responses. */
  private @Nullable Instant time() {
    Instant after = latest;
    Duration took = capture.exchange().took();
    if (after != null && took != null) {
      after = after.plus(took);
    }
    String header = capture.exchange().date();
    Instant date = header == null ? null : LogClock.ofHeader(header);
    if (after == null || (date != null && date.isAfter(after))) {
      after = date;
    }
    latest = after;
    return after;
  }

  private void request(JsonParser json) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "method" -> capture.method(JsonInput.text(json));
        case "url" ->
            capture.url(token == JsonToken.START_OBJECT ? url(json) : JsonInput.text(json));
        case "header" -> CaptureValues.pairs(json, "key", capture.exchange()::requestHeader);
        case "body" -> requestBody(json);
        default -> json.skipChildren();
      }
    }
  }

  /** Puts a URL together. */
  private static String url(JsonParser json) throws IOException {
    String protocol = null;
    String host = "";
    String port = null;
    String path = "";
    StringJoiner query = new StringJoiner("&", "?", "");
    query.setEmptyValue("");
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "protocol" -> protocol = JsonInput.text(json);
        case "host" -> host = joined(json, ".");
        case "port" -> port = JsonInput.text(json);
        case "path" -> path = joined(json, "/");
        case "query" ->
            CaptureValues.pairs(
                json, "key", (key, value) -> query.add(value.isEmpty() ? key : key + '=' + value));
        default -> json.skipChildren();
      }
    }
    if (host.isEmpty()) {
      return "";
    }
    return (protocol == null ? "http" : protocol)
        + "://"
        + host
        + (port == null ? "" : ":" + port)
        + (path.startsWith("/") ? "" : "/")
        + path
        + query;
  }

  private static String joined(JsonParser json, String separator) throws IOException {
    if (!json.isExpectedStartArrayToken()) {
      String text = JsonInput.text(json);
      return text == null ? "" : text;
    }
    StringJoiner parts = new StringJoiner(separator);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      String part = JsonInput.text(json);
      if (part != null) {
        parts.add(part);
      }
    }
    return parts.toString();
  }

  private void requestBody(JsonParser json) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "raw" -> {
          String text = JsonInput.text(json);
          if (text != null) {
            capture.exchange().requestBody(text);
          }
        }
        case "urlencoded" -> CaptureValues.pairs(json, "key", capture.exchange()::requestParameter);
        default -> json.skipChildren();
      }
    }
  }

  private void response(JsonParser json) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "code" -> capture.status(JsonInput.text(json));
        case "header" -> CaptureValues.pairs(json, "key", this::responseHeader);
        case "responseTime" -> capture.exchange().took(CaptureValues.millis(json));
        case "stream" -> stream(json);
        default -> json.skipChildren();
      }
    }
  }

  private void responseHeader(String name, String value) {
    if (name.equalsIgnoreCase("Content-Type")) {
      contentType = value;
    }
    capture.exchange().responseHeader(name, value);
  }

  /** Reads a buffer of Node.js: {@code {"type":"Buffer","data":[123,34]}}. */
  private void stream(JsonParser json) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      boolean array = json.nextToken() == JsonToken.START_ARRAY;
      if (array && name.equals("data") && CaptureValues.mayTellErrors(contentType)) {
        bytes(json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void bytes(JsonParser json) throws IOException {
    hasBody = true;
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token != JsonToken.VALUE_NUMBER_INT) {
        json.skipChildren();
      } else if (body.size() < input.maxTextBytes()) {
        body.write((int) CaptureValues.whole(json));
      } else {
        capture.noteBodyCut();
      }
    }
  }
}
