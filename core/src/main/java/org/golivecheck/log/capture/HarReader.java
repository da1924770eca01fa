package org.golivecheck.log.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.json.JsonInput;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.text.ShortTextStream;
import org.jspecify.annotations.Nullable;

/** Reads HTTP archives (HAR 1.1 and 1.2), which browsers and proxies save. */
public final class HarReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "har",
          "browsers, Fiddler, Charles, Insomnia, mitmproxy: HTTP archives",
          EnumSet.allOf(LogField.class),
          Form.JSON);

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  /** Looks for {@code log} and in it what only an archive has: other logs have a log too. */
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
        JsonToken token = json.nextToken();
        if (name.equals("log") && token == JsonToken.START_OBJECT) {
          return isArchive(json);
        }
        json.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isArchive(JsonParser json) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      boolean found =
          switch (name) {
            case "entries", "pages" -> token == JsonToken.START_ARRAY;
            case "creator", "browser" -> token == JsonToken.START_OBJECT;
            default -> false;
          };
      if (found) {
        return true;
      }
      json.skipChildren();
    }
    return false;
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new HarSession(context);
  }

  /** Reads HTTP archives one after another, entry by entry; members may be in any order. */
  private static final class HarSession implements ReadSession {
    private static final byte[] NO_BYTES = new byte[0];

    private final JsonInput input;
    private final Capture capture;

    private @Nullable String started;
    private boolean cached;
    private @Nullable String type;
    private @Nullable String encoding;
    private @Nullable String text;

    HarSession(ReadContext context) {
      input = new JsonInput(context.limits());
      capture = new Capture(context);
    }

    @Override
    public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
        throws IOException {
      capture.start(source, calls);
      capture.readJson(input, in, this::document);
      capture.finish();
    }

    private void document(JsonParser json) throws IOException {
      JsonInput.members(
          json,
          member -> {
            if (member.equals("log")) {
              log(json);
            }
          });
    }

    private void log(JsonParser json) throws IOException {
      JsonInput.members(
          json,
          member -> {
            if (member.equals("entries")) {
              JsonInput.items(json, () -> entry(json));
            }
          });
    }

    private void entry(JsonParser json) throws IOException {
      capture.begin(json);
      started = null;
      cached = false;
      JsonInput.members(
          json,
          member -> {
            switch (member) {
              case "startedDateTime" -> started = JsonInput.text(json);
              case "time" -> capture.exchange().took(CaptureValues.millis(json));
              case "request" -> request(json);
              case "response" -> response(json);
              // A response from the browser's own cache: no server saw the request.
              case "_fromCache" -> cached = JsonInput.text(json) != null;
              default -> {}
            }
          });
      end();
    }

    private void end() {
      if (cached) {
        capture.passOver();
        return;
      }
      capture.exchange().began(started == null ? null : LogTimes.value(started));
      capture.end(
          started == null
              ? "has no startedDateTime"
              : "has an unreadable startedDateTime " + ExchangeCalls.quoted(started));
    }

    private void request(JsonParser json) throws IOException {
      JsonInput.members(
          json,
          member -> {
            switch (member) {
              case "method" -> capture.method(JsonInput.text(json));
              case "url" -> capture.url(JsonInput.text(json));
              case "headers" ->
                  CaptureValues.pairs(json, "name", capture.exchange()::requestHeader);
              case "bodySize" -> capture.exchange().requestBytes(CaptureValues.whole(json));
              case "postData" -> JsonInput.members(json, part -> postData(json, part));
              default -> {}
            }
          });
    }

    private void postData(JsonParser json, String member) throws IOException {
      if (member.equals("text")) {
        String text = JsonInput.text(json);
        if (text != null) {
          capture.exchange().requestBody(text);
        }
      } else if (member.equals("params")) {
        CaptureValues.pairs(json, "name", capture.exchange()::requestParameter);
      }
    }

    private void response(JsonParser json) throws IOException {
      JsonInput.members(
          json,
          member -> {
            switch (member) {
              case "status" -> capture.status(JsonInput.text(json));
              case "headers" ->
                  CaptureValues.pairs(json, "name", capture.exchange()::responseHeader);
              case "content" -> content(json);
              case "_error" -> capture.failure(JsonInput.text(json));
              default -> {}
            }
          });
    }

    private void content(JsonParser json) throws IOException {
      type = null;
      text = null;
      encoding = null;
      JsonInput.members(
          json,
          member -> {
            switch (member) {
              case "mimeType" -> type = JsonInput.text(json);
              case "encoding" -> encoding = JsonInput.text(json);
              case "text" -> text = CaptureValues.mayTellErrors(type) ? JsonInput.text(json) : null;
              default -> {}
            }
          });
      if (text == null || !CaptureValues.mayTellErrors(type)) {
        return;
      }
      if (ShortTextStream.isCut(text)) {
        capture.noteBodyCut();
      }
      if ("base64".equalsIgnoreCase(encoding)) {
        capture.responseBody(decoded(text));
      } else {
        capture.responseBody(text);
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
}
