package org.golivecheck.log.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.format.Head;
import org.golivecheck.log.format.LoggedText;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.json.JsonLine;
import org.golivecheck.log.text.LineSource;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/** Reads logs of JSON records. A record that is broken does not hide the ones after it. */
final class JsonLogSession implements ReadSession {
  /** A record has bodies and more, so it may be longer than a line of headers. */
  private static final int RECORD_LINES = 16;

  /** The fields that a text between records lacks. */
  private static final List<String> CALL = List.of("method", "url", "status");

  private static final String MAY_BE_CUT = ", so it may be cut; get it again in full.";

  private final ReadContext context;
  private final JsonFactory factory;
  private final RecordCalls calls;
  private final RecordValues values;
  private final JsonRecord reader;
  private final FlatJson flat;
  private final LineSource lines;
  private final LoggedText texts;
  private final Messages messages;
  private final OpenRequests open = new OpenRequests();
  private final RecordBytes record;
  private final int maxRecordBytes;

  /** Where the line ends if it is one flat object, else {@link FlatJson#NONE}. */
  private int flatEnd;

  /** How many bytes of the line are before the part of it that was read last. */
  private long partOffset;

  /** Whether the text has its array of records in an object. */
  private boolean inObject;

  /** How many arrays of records have begun and not ended. */
  private int openArrays;

  /** Whether a line of the text has a record after other text. */
  private boolean recordsBehindText;

  JsonLogSession(ReadContext context, LoggedText texts) {
    this.context = context;
    this.texts = texts;
    factory = Json.lenient(context.limits().maxDepth());
    calls = new RecordCalls(context);
    values = calls.values();
    NameNode root = FieldNames.root(context.options().fields());
    reader = new JsonRecord(factory, root, values);
    flat = new FlatJson(root, calls.likes());
    messages = new Messages(calls, texts, factory, reader);
    long bytes = (long) RECORD_LINES * context.limits().maxLineBytes();
    maxRecordBytes = (int) Math.min(bytes, 1 << 30);
    lines = new LineSource(maxRecordBytes);
    record = new RecordBytes(maxRecordBytes, context.limits().maxDepth());
  }

  @Override
  public void read(String source, InputStream in, Consumer<? super ApiCall> target)
      throws IOException {
    open.clear();
    Consumer<ApiCall> counted = messages.start(target);
    calls.start(source, counted, false);
    texts.start(source, counted);
    readLines(in);
    open.drain((id, request) -> unanswered(request));
    texts.end();
    messages.end();
    calls.finish();
  }

  private void readLines(InputStream in) throws IOException {
    record.clear();
    openArrays = 0;
    recordsBehindText = false;
    Head start = Head.of(in);
    inObject = JsonHead.blankEnvelope(start.bytes(), start.bytes().length, context.options());
    lines.start(start.log());
    LineSource.LineReader flatLines = this::readFlat;
    while (lines.next(flatLines)) {
      if (isFlat() && calls.endLike(lines.number())) {
        continue;
      }
      partOffset = 0;
      int to = lines.to();
      byte[] bytes = lines.bytes();
      int from = JsonLine.skipBlanks(bytes, lines.from(), to);
      while (!lines.cut() && to > from && JsonLine.isBlank(bytes[to - 1])) {
        to--;
      }
      if (from < to) {
        line(bytes, from, to);
      }
    }
    if (record.isOpen()) {
      calls.loseUnread(
          record.line(), record.offset(), "The log ends in the middle of this record" + MAY_BE_CUT);
    } else if (openArrays > 0) {
      calls.loseUnread(
          lines.number(), lines.offset(), "The log ends before its array does" + MAY_BE_CUT);
    }
  }

  private boolean isFlat() {
    return flatEnd != FlatJson.NONE && !lines.cut();
  }

  /**
   * Reads a line that is one flat object. The first lines, and those within a record, are left to
   * the parser.
   */
  private int readFlat(byte[] bytes, int from, int to) {
    boolean mayBe = lines.number() >= LikeRecords.FIRST_LINE && !record.isOpen();
    flatEnd = mayBe ? flat.readLine(bytes, from, to) : FlatJson.NONE;
    return flatEnd;
  }

  private void line(byte[] bytes, int from, int to) throws IOException {
    if (record.isOpen()) {
      if (record.goesOn(bytes, from, to, from - lines.from())) {
        record.endLine();
        objects(from, to);
        return;
      }
      loseRecord("it ends too early");
      record.clear();
    }
    int start = JsonLine.skipPunctuation(bytes, from, to);
    boolean ends = inObject && start < to && bytes[start] == '}';
    if (start == to || ends || bytes[start] == '{') {
      countArrays(bytes, from, start);
    }
    if ((start == to || ends) && !lines.cut()) {
      return; // the brackets of an array
    }
    if (start < to && bytes[start] != '{') {
      textLine(bytes, from, to);
    } else if (lines.cut()) {
      objects(start, to);
    } else {
      int end = wholeObject(bytes, start, to);
      if (end < to) {
        objects(end, to);
      }
    }
  }

  private void countArrays(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      openArrays += bytes[at] == '[' ? 1 : bytes[at] == ']' ? -1 : 0;
    }
  }

  /**
   * Reads an object that begins and ends in the line, where it is: most logs have no others.
   *
   * @return where it ends; where it begins, if it is not whole or not JSON
   */
  private int wholeObject(byte[] bytes, int from, int to) throws IOException {
    int end;
    try (JsonParser json = factory.createParser(bytes, from, to - from)) {
      json.nextToken();
      reader.read(json);
      end = from + (int) json.currentLocation().getByteOffset();
    } catch (JsonProcessingException | CharConversionException e) {
      values.clear();
      return from;
    }
    end(bytes, from, end, lines.number(), lines.offset());
    if (isFlat()) {
      calls.learn();
    }
    return end;
  }

  /** Reads the objects in a line, of which the last may go on in the next. */
  private void objects(int from, int to) throws IOException {
    boolean more = objectsOfPart(lines.bytes(), from, to);
    while (lines.cut()) {
      partOffset += lines.to() - lines.from();
      if (lines.more() && more) {
        more = objectsOfPart(lines.bytes(), lines.from(), lines.to());
      }
    }
  }

  /** Returns whether more objects may follow; a text after one is passed over. */
  private boolean objectsOfPart(byte[] bytes, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      if (!record.isOpen()) {
        int end = JsonLine.skipPunctuation(bytes, at, to);
        countArrays(bytes, at, end);
        at = end;
        if (at == to) {
          return true;
        }
        if (bytes[at] != '{') {
          return false;
        }
        int indent = JsonLine.indent(bytes, lines.from(), to);
        record.begin(lines.number(), lines.offset() + partOffset + at - lines.from(), indent);
      }
      at = record.take(bytes, at, to);
      if (at < 0) {
        return true;
      }
      endRecord();
    }
    return true;
  }

  private void endRecord() throws IOException {
    if (record.isTooLong()) {
      calls.loseUnread(
          record.line(),
          record.offset(),
          "The record is longer than "
              + maxRecordBytes
              + " bytes; it is left out. Raise the limit with --limit line-bytes="
              + 2L * context.limits().maxLineBytes()
              + ".");
      return;
    }
    try (JsonParser json = factory.createParser(record.bytes(), 0, record.length())) {
      json.nextToken();
      reader.read(json);
    } catch (JsonProcessingException | CharConversionException e) {
      loseRecord(Json.reason(e));
      return;
    }
    end(record.bytes(), 0, record.length(), record.line(), record.offset());
  }

  /** Ends an object, which is a record or has records in an array. */
  private void end(byte[] bytes, int from, int to, long line, long offset) throws IOException {
    if (!reader.isEnvelope()) {
      List<String> lacking = messages.isLooking() ? calls.lacking() : List.of();
      if (!end(line, offset, null)) {
        messages.look(bytes, from, to, line, lacking);
      }
      return;
    }
    try (JsonParser json = factory.createParser(bytes, from, to - from)) {
      json.nextToken();
      reader.readRecords(json, () -> end(line, offset, null));
    }
  }

  private void loseRecord(String reason) {
    calls.lose(record.line(), record.offset(), "The record is not JSON: " + reason + ".");
  }

  /** Reads a line of text, which may end with a record. */
  private void textLine(byte[] bytes, int from, int to) throws IOException {
    int start = lines.cut() ? -1 : JsonHead.startAfterText(bytes, from, to);
    if (start < 0) {
      betweenRecords(from, to);
      return;
    }
    LogTime lineTime = LogTimes.in(bytes, from, start);
    try (JsonParser json = factory.createParser(bytes, start, to - start)) {
      json.nextToken();
      reader.read(json);
    } catch (JsonProcessingException | CharConversionException e) {
      if (lines.last() && recordsBehindText) {
        calls.loseUnread(
            lines.number(),
            lines.offset(),
            "The log ends in the middle of this record" + MAY_BE_CUT);
      } else if (values.get(RecordField.STATUS) == null && values.get(RecordField.METHOD) == null) {
        // Braces in the text of a line need not be JSON.
        calls.passOver();
      } else {
        calls.lose(
            lines.number(), lines.offset(), "The record is not JSON: " + Json.reason(e) + ".");
      }
      return;
    }
    recordsBehindText = true;
    end(lines.number(), lines.offset(), lineTime);
  }

  private void betweenRecords(int from, int to) {
    String text = lines.text(from, to);
    if (!texts.take(null, text, lines.number())) {
      messages.look(lines.bytes(), from, to, lines.number(), CALL);
      calls.passOver();
    }
  }

  /** Returns whether anything was read of the record. */
  private boolean end(long line, long offset, @Nullable LogTime lineTime) throws IOException {
    String id = values.get(RecordField.CORRELATION);
    String part = id == null ? null : values.get(RecordField.PART);
    if (id != null && part == null) {
      return endOfSharedId(id, line, offset, lineTime);
    }
    if (id != null && "request".equals(part)) {
      OpenRequests.Request request = new OpenRequests.Request(values.takeRequest(), line, offset);
      OpenRequests.Request lost = open.add(id, request);
      if (lost != null) {
        unanswered(lost);
      }
    } else if (id != null && "response".equals(part)) {
      answer(id, line, offset, lineTime);
    } else {
      return messages.takeHalf(line, lineTime)
          || calls.end(line, offset, lineTime)
          || messages.take(line, offset, lineTime);
    }
    return true;
  }

  /**
   * Ends a record whose id others may share: a request or a response alone, by what it has, or a
   * whole call.
   */
  private boolean endOfSharedId(String id, long line, long offset, @Nullable LogTime lineTime)
      throws IOException {
    if (messages.takeHalf(line, lineTime)) {
      return true;
    }
    boolean request = values.get(RecordField.METHOD) != null && hasTarget();
    boolean response = values.get(RecordField.STATUS) != null;
    OpenRequests.Request before = request || response ? open.take(id) : null;
    if (before != null && request && !response) {
      calls.loseUnread(
          line,
          offset,
          "Two requests have the same id and no response yet, so that it does not show which"
              + " response is whose; they are left out.");
      values.clear();
      return true;
    }
    if (request && !response) {
      open.add(id, new OpenRequests.Request(values.takeRequest(), line, offset));
      return true;
    }
    if (response && !request && before != null) {
      values.addRequest(before.values());
    }
    return calls.end(line, offset, lineTime) || messages.take(line, offset, lineTime);
  }

  private boolean hasTarget() {
    return values.get(RecordField.URL) != null || values.get(RecordField.PATH) != null;
  }

  private void answer(String id, long line, long offset, @Nullable LogTime lineTime) {
    OpenRequests.Request request = open.take(id);
    if (request == null) {
      calls.loseWithoutRequest(line, offset);
    } else {
      values.addRequest(request.values());
      if (!calls.end(line, offset, lineTime)) {
        calls.passOver();
      }
    }
  }

  private void unanswered(OpenRequests.Request request) {
    calls.unanswered(request.line(), request.values());
  }
}
