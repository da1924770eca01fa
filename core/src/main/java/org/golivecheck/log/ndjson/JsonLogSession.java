package org.golivecheck.log.ndjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.read.Head;
import org.golivecheck.log.read.ReadContext;
import org.golivecheck.log.read.ReadSession;
import org.golivecheck.log.record.FieldNames;
import org.golivecheck.log.record.RecordCalls;
import org.golivecheck.log.record.RecordField;
import org.golivecheck.log.record.RecordValues;
import org.golivecheck.log.text.LineSource;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/** Reads logs of JSON records. A line that is broken does not hide the ones after it. */
final class JsonLogSession implements ReadSession {
  /** A record has bodies and more, so it may be longer than a line of headers. */
  private static final int RECORD_LINES = 16;

  private static final String IS_CUT = "; the record is left out. Raise the limit with --limit ";

  private final ReadContext context;
  private final JsonFactory factory;
  private final RecordCalls calls;
  private final RecordValues values;
  private final JsonRecord reader;
  private final LineSource lines;
  private final LoggedText texts;
  private final OpenRequests open = new OpenRequests();
  private final int maxRecordBytes;

  JsonLogSession(ReadContext context, LoggedText texts) {
    this.context = context;
    this.texts = texts;
    factory = Json.lenient(context.limits().maxDepth());
    calls = new RecordCalls(context);
    values = calls.values();
    reader = new JsonRecord(factory, FieldNames.root(context.options().fields()), values);
    long bytes = (long) RECORD_LINES * context.limits().maxLineBytes();
    maxRecordBytes = (int) Math.min(bytes, 1 << 30);
    lines = new LineSource(maxRecordBytes);
  }

  @Override
  public void read(String source, InputStream in, Consumer<? super ApiCall> target)
      throws IOException {
    open.clear();
    calls.start(source, target, false);
    texts.start(source, target);
    Head start = Head.of(in);
    if (JsonHead.isOneRecordALine(start.bytes(), start.bytes().length)) {
      readLines(start.log());
    } else {
      readStream(start.log());
    }
    open.drain((id, request) -> unanswered(request));
    texts.end();
    calls.finish();
  }

  private void readLines(InputStream in) throws IOException {
    lines.start(in);
    while (lines.next()) {
      int from = lines.from();
      int to = lines.to();
      byte[] bytes = lines.bytes();
      while (from < to && isBlank(bytes[from])) {
        from++;
      }
      while (to > from && isBlank(bytes[to - 1])) {
        to--;
      }
      if (from < to) {
        line(bytes, from, to);
      }
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == 0x1E;
  }

  private void line(byte[] bytes, int from, int to) throws IOException {
    int start = bytes[from] == '{' ? from : JsonHead.startBehindText(bytes, from, to);
    if (start < 0) {
      betweenRecords(from, to);
      return;
    }
    if (lines.cut()) {
      calls.lose(
          lines.number(),
          lines.offset(),
          "The line is longer than "
              + maxRecordBytes
              + " bytes"
              + IS_CUT
              + "line-bytes="
              + 2L * context.limits().maxLineBytes()
              + ".");
      return;
    }
    LogTime lineTime = start > from ? LogTimes.in(bytes, from, start) : null;
    try (JsonParser json = factory.createParser(bytes, start, to - start)) {
      json.nextToken();
      reader.read(json);
    } catch (JsonProcessingException | CharConversionException e) {
      broken(start > from, e);
      return;
    }
    end(lines.number(), lines.offset(), lineTime);
  }

  private void broken(boolean behindText, IOException e) {
    if (behindText) {
      // Braces in the text of a line need not be JSON.
      calls.passOver();
    } else {
      calls.lose(lines.number(), lines.offset(), "The line is not JSON: " + Json.reason(e) + ".");
    }
  }

  private void betweenRecords(int from, int to) {
    String text = lines.text(from, to);
    if (!texts.take(null, text, lines.number())) {
      calls.passOver();
    }
  }

  /** Reads an array of records, or records that each take several lines. */
  private void readStream(InputStream in) throws IOException {
    try (JsonParser json = factory.createParser(in)) {
      try {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          if (token == JsonToken.START_OBJECT) {
            JsonLocation at = json.currentTokenLocation();
            reader.read(json);
            end(at.getLineNr(), at.getByteOffset(), null);
          } else if (token.isScalarValue()) {
            calls.passOver();
          }
        }
      } catch (JsonProcessingException | CharConversionException e) {
        JsonLocation at = json.currentLocation();
        calls.lose(
            at.getLineNr(),
            at.getByteOffset(),
            "The log is not JSON from here on, and the rest is left out: " + Json.reason(e) + ".");
      }
    }
  }

  private void end(long line, long offset, @Nullable LogTime lineTime) throws IOException {
    String id = values.get(RecordField.CORRELATION);
    String part = id == null ? null : values.get(RecordField.PART);
    if (id != null && "request".equals(part)) {
      OpenRequests.Request request = new OpenRequests.Request(values.takeRequest(), line, offset);
      OpenRequests.Request lost = open.add(id, request);
      if (lost != null) {
        unanswered(lost);
      }
    } else if (id != null && "response".equals(part)) {
      answer(id, line, offset, lineTime);
    } else if (!calls.end(line, offset, lineTime)) {
      noCall(line, offset, lineTime);
    }
  }

  private void answer(String id, long line, long offset, @Nullable LogTime lineTime) {
    OpenRequests.Request request = open.take(id);
    if (request == null) {
      calls.lose(line, offset, "The answer has no request before it; the call is left out.");
    } else {
      values.addRequest(request.values());
      if (!calls.end(line, offset, lineTime)) {
        calls.passOver();
      }
    }
  }

  private void unanswered(OpenRequests.Request request) {
    calls.lose(
        request.line(), request.offset(), "The request has no answer; the call is left out.");
  }

  /** Looks for a call in the message of a record that is none itself. */
  private void noCall(long line, long offset, @Nullable LogTime lineTime) throws IOException {
    String time = values.get(RecordField.TIMESTAMP);
    LogTime logged = time == null ? lineTime : LogTimes.value(time);
    String message = values.get(RecordField.MESSAGE);
    if (message == null) {
      calls.passOver();
    } else if (message.startsWith("{")) {
      values.clear();
      wrapped(message, line, offset, logged);
    } else if (texts.take(logged, message, line)) {
      values.clear();
    } else {
      calls.passOver();
    }
  }

  /** Reads a record that a container or a collector has wrapped into one of its own. */
  private void wrapped(String message, long line, long offset, @Nullable LogTime logged)
      throws IOException {
    try (JsonParser json = factory.createParser(message)) {
      json.nextToken();
      reader.read(json);
    } catch (JsonProcessingException e) {
      values.clear();
      bodyOrNothing(message, line, logged);
      return;
    }
    String inner = values.get(RecordField.MESSAGE);
    if (calls.end(line, offset, logged)) {
      return;
    }
    values.clear();
    if (inner == null || !texts.take(logged, inner, line)) {
      bodyOrNothing(message, line, logged);
    }
  }

  /** Takes what may be the body of a call, where a container logs a text line by line. */
  private void bodyOrNothing(String message, long line, @Nullable LogTime logged) {
    if (!texts.take(logged, message, line)) {
      calls.passOver();
    }
  }
}
