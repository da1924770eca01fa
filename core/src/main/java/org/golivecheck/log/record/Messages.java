package org.golivecheck.log.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.golivecheck.log.format.LoggedText;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.jspecify.annotations.Nullable;

/**
 * Finds calls in the messages of records that are not calls themselves: what an application logged,
 * wrapped into records by its logger, a container, a collector or the export of a log store. The
 * time of the record is used where the message has none. Not thread-safe.
 */
final class Messages {
  /** A collector wraps what a container has wrapped. */
  private static final int MOST_WRAPS = 3;

  private static final Pattern HALF =
      Pattern.compile(
          "(?:Sending|Start processing|Received|End processing) HTTP re(?:quest|sponse) ");

  private final RecordCalls calls;
  private final LoggedText texts;
  private final JsonFactory factory;
  private final JsonRecord reader;

  Messages(RecordCalls calls, LoggedText texts, JsonFactory factory, JsonRecord reader) {
    this.calls = calls;
    this.texts = texts;
    this.factory = factory;
    this.reader = reader;
  }

  /**
   * Takes a record that is one of those by which .NET logs a call: it has the parts of the call,
   * but each of them lacks some.
   *
   * @return whether it is one
   */
  boolean takeHalf(long line, @Nullable LogTime lineTime) {
    RecordValues values = calls.values();
    String message = values.get(RecordField.MESSAGE);
    if (message == null
        || message.isEmpty()
        || "SRE".indexOf(message.charAt(0)) < 0
        || !HALF.matcher(message).lookingAt()) {
      return false;
    }
    String time = values.get(RecordField.TIMESTAMP);
    LogTime logged = time == null ? lineTime : LogTimes.value(time);
    text(
        message
            .replace("{HttpMethod}", String.valueOf(values.get(RecordField.METHOD)))
            .replace("{Uri}", String.valueOf(values.get(RecordField.URL)))
            .replace("{ElapsedMilliseconds}", String.valueOf(values.get(RecordField.DURATION)))
            .replace("{StatusCode}", String.valueOf(values.get(RecordField.STATUS))),
        line,
        logged);
    return true;
  }

  /** Takes the record that {@link RecordCalls#values} has. */
  void take(long line, long offset, @Nullable LogTime lineTime) throws IOException {
    RecordValues values = calls.values();
    String time = values.get(RecordField.TIMESTAMP);
    LogTime logged = time == null ? lineTime : LogTimes.value(time);
    String message = values.get(RecordField.MESSAGE);
    if (message == null) {
      calls.passOver();
    } else if (message.startsWith("{")) {
      wrapped(message, 1, line, offset, logged);
    } else {
      text(message, line, logged);
    }
  }

  private void wrapped(String message, int wraps, long line, long offset, @Nullable LogTime logged)
      throws IOException {
    RecordValues values = calls.values();
    values.clear();
    try (JsonParser json = factory.createParser(message)) {
      json.nextToken();
      reader.read(json);
    } catch (JsonProcessingException e) {
      text(message, line, logged);
      return;
    }
    String inner = values.get(RecordField.MESSAGE);
    if (calls.end(line, offset, logged)) {
      return;
    }
    if (inner != null && inner.startsWith("{") && wraps < MOST_WRAPS) {
      wrapped(inner, wraps + 1, line, offset, logged);
    } else if (inner != null && texts.take(logged, inner, line)) {
      values.clear();
    } else {
      // It may be the body of a call, where a container logs a text line by line.
      text(message, line, logged);
    }
  }

  private void text(String message, long line, @Nullable LogTime logged) {
    if (texts.take(logged, message, line)) {
      calls.values().clear();
    } else {
      calls.passOver();
    }
  }
}
