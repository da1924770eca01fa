package org.golivecheck.log.capture;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.json.JsonInput;
import org.golivecheck.log.text.LogClock;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.text.Json;
import org.golivecheck.text.ShortTextStream;
import org.jspecify.annotations.Nullable;

/** Reads HTTP archives one after another, entry by entry; members may come in any order. */
final class HarSession implements ReadSession {
  private static final byte[] NO_BYTES = new byte[0];

  private final JsonInput input;
  private final Exchanges exchanges;
  private final LogClock clock;

  private @Nullable String started;
  private @Nullable Duration took;
  private boolean cached;

  HarSession(ReadContext context) {
    input = new JsonInput(context.limits());
    exchanges = new Exchanges(context);
    clock = new LogClock(context);
  }

  @Override
  public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
      throws IOException {
    exchanges.start(source, calls);
    clock.start(source);
    try (JsonParser json = input.open(in)) {
      try {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          document(json);
        }
      } catch (IOException e) {
        if (!Json.isOfText(e)) {
          throw e;
        }
        JsonLocation at = json.currentLocation();
        exchanges.breakOff(at.getLineNr(), at.getByteOffset(), Json.reason(e));
      }
    }
    clock.end();
    exchanges.finish();
  }

  private void document(JsonParser json) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (json.nextToken() == JsonToken.START_OBJECT && name.equals("log")) {
        log(json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void log(JsonParser json) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (json.nextToken() == JsonToken.START_ARRAY && name.equals("entries")) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          entry(json);
        }
      } else {
        json.skipChildren();
      }
    }
  }

  private void entry(JsonParser json) throws IOException {
    JsonLocation at = json.currentTokenLocation();
    exchanges.begin(at.getLineNr(), at.getByteOffset());
    started = null;
    took = null;
    cached = false;
    if (json.isExpectedStartObjectToken()) {
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        member(json, name);
      }
    } else {
      json.skipChildren();
    }
    end();
  }

  private void member(JsonParser json, String name) throws IOException {
    switch (name) {
      case "startedDateTime" -> started = JsonInput.text(json);
      case "time" -> took = Numbers.millis(json);
      case "request" -> request(json);
      case "response" -> response(json);
      // An answer from the browser's own cache: no server saw the request.
      case "_fromCache" -> cached = JsonInput.text(json) != null;
      default -> json.skipChildren();
    }
  }

  private void end() {
    if (cached || !exchanges.isHttp()) {
      exchanges.passOver();
      return;
    }
    LogTime time = started == null ? null : LogTimes.value(started);
    Instant instant = clock.instant(time, exchanges.dateText());
    if (time != null && instant == null) {
      clock.lose(time, exchanges.line());
      return;
    }
    if (instant != null && time != null && took != null) {
      instant = instant.plus(took);
    }
    String defect =
        started == null
            ? "has no startedDateTime"
            : "has an unreadable startedDateTime " + Exchanges.quoted(started);
    exchanges.end(instant, defect, took);
  }

  private void request(JsonParser json) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "method" -> exchanges.method(JsonInput.text(json));
        case "url" -> exchanges.url(JsonInput.text(json));
        case "headers" -> Pairs.read(json, "name", exchanges::requestHeader);
        case "bodySize" -> exchanges.requestBytes(Numbers.whole(json));
        case "postData" -> postData(json);
        default -> json.skipChildren();
      }
    }
  }

  private void postData(JsonParser json) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "text" -> {
          String text = JsonInput.text(json);
          if (text != null) {
            exchanges.requestBody(text);
          }
        }
        case "params" -> Pairs.read(json, "name", exchanges::requestParameter);
        default -> json.skipChildren();
      }
    }
  }

  private void response(JsonParser json) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "status" -> exchanges.status(JsonInput.text(json));
        case "headers" -> Pairs.read(json, "name", exchanges::answerHeader);
        case "content" -> content(json);
        default -> json.skipChildren();
      }
    }
  }

  private void content(JsonParser json) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      json.skipChildren();
      return;
    }
    String type = null;
    String text = null;
    String encoding = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "mimeType" -> type = JsonInput.text(json);
        case "encoding" -> encoding = JsonInput.text(json);
        case "text" -> {
          if (MediaTypes.mayTellErrors(type)) {
            text = JsonInput.text(json);
          }
        }
        default -> json.skipChildren();
      }
    }
    if (text == null || !MediaTypes.mayTellErrors(type)) {
      return;
    }
    if (ShortTextStream.isCut(text)) {
      exchanges.noteBodyCut();
    }
    if ("base64".equalsIgnoreCase(encoding)) {
      exchanges.answerBody(decoded(text));
    } else {
      exchanges.answerBody(text);
    }
  }

  private static byte[] decoded(String text) {
    byte[] whole = decode(text);
    // A text that was cut may end with a single character, which says nothing, and the mark.
    byte[] cut =
        whole == null && text.length() > 2 ? decode(text.substring(0, text.length() - 2)) : whole;
    return cut == null ? NO_BYTES : cut;
  }

  private static byte @Nullable [] decode(String text) {
    try {
      // Reads past line breaks, and past the mark.
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
