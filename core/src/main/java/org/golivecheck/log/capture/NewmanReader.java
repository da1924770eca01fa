package org.golivecheck.log.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.json.JsonInput;
import org.golivecheck.log.text.LogClock;
import org.jspecify.annotations.Nullable;

/** Reads what Newman's JSON reporter writes of the run of a Postman collection. */
public final class NewmanReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "newman",
          "Postman's newman with the JSON reporter",
          EnumSet.allOf(LogField.class),
          Form.JSON);

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    return JsonInput.startsObject(head, length) && startsAt(head, 0, length);
  }

  @Override
  public boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    return from < to && bytes[from] == '{' && startsAt(bytes, from, to);
  }

  private static boolean startsAt(byte[] bytes, int from, int to) {
    try (JsonParser json = JsonInput.head(bytes, from, to)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        boolean object = json.nextToken() == JsonToken.START_OBJECT;
        if (object && name.equals("collection")) {
          return has(json, Set.of("item"), JsonToken.START_ARRAY);
        }
        if (object && name.equals("run")) {
          return has(json, Set.of("stats", "timings", "transfers"), JsonToken.START_OBJECT);
        }
        json.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean has(JsonParser json, Set<String> names, JsonToken start)
      throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (json.nextToken() == start && names.contains(name)) {
        return true;
      }
      json.skipChildren();
    }
    return false;
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new NewmanSession(context);
  }

  /**
   * Reads reports of runs one after another, request by request; members may come in any order. A
   * report shows when the run began and how long each request took, but not when each was sent: the
   * {@code Date} header of its response shows that, and requests never go back in time.
   */
  private static final class NewmanSession implements ReadSession {
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
      JsonInput.members(
          json,
          member -> {
            if (member.equals("run") && json.isExpectedStartObjectToken()) {
              hasRun = true;
              latest = null;
              JsonInput.members(json, part -> run(json, part));
            }
          });
    }

    private void run(JsonParser json, String member) throws IOException {
      if (member.equals("timings")) {
        JsonInput.members(json, timing -> timing(json, timing));
      } else if (member.equals("executions")) {
        JsonInput.items(json, () -> execution(json));
      }
    }

    private void timing(JsonParser json, String member) throws IOException {
      if (member.equals("started")) {
        long millis = CaptureValues.whole(json);
        latest = millis > 0 && latest == null ? Instant.ofEpochMilli(millis) : latest;
      }
    }

    private void execution(JsonParser json) throws IOException {
      capture.begin(json);
      contentType = null;
      hasBody = false;
      body.reset();
      JsonInput.members(
          json,
          member -> {
            if (member.equals("request")) {
              JsonInput.members(json, part -> request(json, part));
            } else if (member.equals("requestError")) {
              JsonInput.members(
                  json,
                  part -> {
                    if (part.equals("code")) {
                      capture.failure(JsonInput.text(json));
                    }
                  });
            } else if (member.equals("response")) {
              JsonInput.members(json, part -> response(json, part));
            }
          });
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

    private void request(JsonParser json, String member) throws IOException {
      switch (member) {
        case "method" -> capture.method(JsonInput.text(json));
        case "url" ->
            capture.url(json.isExpectedStartObjectToken() ? url(json) : JsonInput.text(json));
        case "header" -> CaptureValues.pairs(json, "key", capture.exchange()::requestHeader);
        case "body" -> JsonInput.members(json, part -> requestBody(json, part));
        default -> {}
      }
    }

    /** Puts a URL together. */
    private static String url(JsonParser json) throws IOException {
      Map<String, String> parts = new HashMap<>();
      StringJoiner query = new StringJoiner("&", "?", "");
      query.setEmptyValue("");
      JsonInput.members(
          json,
          member -> {
            switch (member) {
              case "protocol", "port" -> parts.put(member, JsonInput.text(json));
              case "host" -> parts.put(member, joined(json, "."));
              case "path" -> parts.put(member, joined(json, "/"));
              case "query" ->
                  CaptureValues.pairs(
                      json,
                      "key",
                      (key, value) -> query.add(value.isEmpty() ? key : key + '=' + value));
              default -> {}
            }
          });
      String host = parts.getOrDefault("host", "");
      if (host.isEmpty()) {
        return "";
      }
      String protocol = parts.get("protocol");
      String port = parts.get("port");
      String path = parts.getOrDefault("path", "");
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
      JsonInput.items(
          json,
          () -> {
            String part = JsonInput.text(json);
            if (part != null) {
              parts.add(part);
            }
          });
      return parts.toString();
    }

    private void requestBody(JsonParser json, String member) throws IOException {
      if (member.equals("raw")) {
        String text = JsonInput.text(json);
        if (text != null) {
          capture.exchange().requestBody(text);
        }
      } else if (member.equals("urlencoded")) {
        CaptureValues.pairs(json, "key", capture.exchange()::requestParameter);
      }
    }

    private void response(JsonParser json, String member) throws IOException {
      switch (member) {
        case "code" -> capture.status(JsonInput.text(json));
        case "header" -> CaptureValues.pairs(json, "key", this::responseHeader);
        case "responseTime" -> capture.exchange().took(CaptureValues.millis(json));
        case "stream" -> stream(json);
        default -> {}
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
      JsonInput.members(
          json,
          member -> {
            if (member.equals("data")
                && json.isExpectedStartArrayToken()
                && CaptureValues.mayTellErrors(contentType)) {
              hasBody = true;
              JsonInput.items(json, () -> takeByte(json));
            }
          });
    }

    private void takeByte(JsonParser json) throws IOException {
      if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
        return;
      }
      if (body.size() < input.maxTextBytes()) {
        body.write((int) CaptureValues.whole(json));
      } else {
        capture.noteBodyCut();
      }
    }
  }
}
