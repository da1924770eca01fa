package org.golivecheck.log.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.json.JsonLine;
import org.golivecheck.log.text.LineFeeds;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/** Recognises a log of JSON records by its first bytes. */
final class JsonHead {
  private static final int MAX_DEPTH = 100;

  private final JsonFactory factory = Json.lenient(MAX_DEPTH);
  private final RecordValues values = new RecordValues();
  private final JsonRecord reader;
  private final byte[] head;
  private final int length;

  private JsonHead(byte[] head, int length, FormatOptions options) {
    this.head = head;
    this.length = length;
    reader = new JsonRecord(factory, FieldNames.root(options.fields()), values);
  }

  /**
   * Returns whether the first bytes are of records about calls, or of an application's log: the
   * first line is one, or a later one is without a doubt.
   */
  static boolean recognises(byte[] head, int length, FormatOptions options) {
    int start = skipBlanks(head, 0, length);
    if (start == length || !mayHoldObject(head, start, length)) {
      return false;
    }
    return new JsonHead(head, length, options).recognises(start);
  }

  private static boolean mayHoldObject(byte[] head, int from, int length) {
    for (int i = from; i + 1 < length; i++) {
      if (head[i] == '{') {
        return true;
      }
    }
    return false;
  }

  /**
   * Makes blanks of what a text has before its array of records, if that is in an object, as the
   * exports of log stores have it. Line breaks stay, so that lines and offsets do.
   *
   * @return whether there is such an array
   */
  static boolean blankEnvelope(byte[] head, int length, FormatOptions options) {
    for (int from = 0; from < length; from = LineFeeds.end(head, from, length) + 1) {
      int start = skipBlanks(head, from, length);
      if (start < length && head[start] == '{') {
        JsonHead records = new JsonHead(head, length, options);
        boolean record = records.isOfCalls(start, length);
        int array = record ? 0 : records.array(start);
        for (int i = start; i < array; i++) {
          head[i] = (byte) (head[i] == '\n' ? '\n' : ' ');
        }
        if (record || array > 0) {
          return array > 0;
        }
      }
    }
    return false;
  }

  /** Returns whether this is a response of Loki, whose records are pairs of a time and a line. */
  private boolean isOfLoki() {
    String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    return text.contains("\"resultType\"") && text.contains("\"streams\"");
  }

  private int array(int start) {
    try (JsonParser json = factory.createParser(head, start, length - start)) {
      json.nextToken();
      while (!json.getParsingContext().inRoot()) {
        if (json.nextToken() == JsonToken.START_ARRAY
            && JsonRecord.isOfRecords(json.currentName())) {
          int at = start + (int) json.currentTokenLocation().getByteOffset();
          int first = skipBlanks(head, at + 1, length);
          if (first < length
              && head[first] == '{'
              && read(first, length)
              && isSurelyOfCalls(true)) {
            return at;
          }
        }
      }
    } catch (IOException e) {
      // Cut, or broken: there is no array in what was read before.
    }
    return 0;
  }

  private boolean recognises(int start) {
    if (startsHere(start) || (head[start] == '{' && (array(start) > 0 || isOfLoki()))) {
      return true;
    }
    for (int from = start; from < length; from = LineFeeds.end(head, from, length) + 1) {
      int end = LineFeeds.end(head, from, length);
      boolean object = from < end && head[from] == '{';
      int at = object ? from : startAfterText(head, from, end);
      if (at >= 0 && read(at, end) && isSurelyOfCalls(object)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether records begin here, after other lines. */
  static boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    boolean mayStart = from < to && (bytes[from] == '{' || bytes[from] == '[');
    if (!mayStart) {
      return false;
    }
    JsonHead head = new JsonHead(bytes, to, options);
    return (head.startsHere(from) && head.isSurelyOfCalls(true))
        || (bytes[from] == '{' && head.array(from) > 0);
  }

  private boolean startsHere(int start) {
    if (head[start] == '[') {
      int first = skipBlanks(head, start + 1, length);
      return first < length && head[first] == '{' && isOfCalls(first, length);
    }
    return head[start] == '{' && isOfCalls(start, length);
  }

  /**
   * Returns whether a record after other lines is one of a call, or of an application's log that is
   * one record a line.
   */
  private boolean isSurelyOfCalls(boolean wholeLine) {
    return (isCall() && !isPrintedError()) || isPart() || (wholeLine && isApplicationLog());
  }

  /** Returns whether this is an error that a program of Node printed among other texts. */
  private boolean isPrintedError() {
    String message = values.get(RecordField.MESSAGE);
    return values.get(RecordField.TIMESTAMP) == null
        && message != null
        && message.startsWith("Request failed with status code");
  }

  private boolean isCall() {
    String url = values.get(RecordField.URL);
    String path = values.get(RecordField.PATH);
    String line = values.get(RecordField.REQUEST_LINE);
    String status = values.get(RecordField.STATUS);
    boolean request = isAddress(url) || isAddress(path) || (line != null && line.indexOf('/') > 0);
    return request
        && (values.get(RecordField.METHOD) != null || line != null)
        && status != null
        && status.length() >= 3
        && Character.isDigit(status.charAt(0));
  }

  private static boolean isAddress(@Nullable String text) {
    return text != null && (text.startsWith("/") || text.startsWith("http"));
  }

  private boolean isOfCalls(int from, int to) {
    read(from, to);
    int parts = values.get(RecordField.METHOD) == null ? 0 : 1;
    parts += values.get(RecordField.STATUS) == null ? 0 : 1;
    boolean url = values.get(RecordField.URL) != null || values.get(RecordField.PATH) != null;
    boolean line = values.get(RecordField.REQUEST_LINE) != null;
    return (url && parts > 0)
        || (line && parts > 0)
        || isPart()
        || isApplicationLog()
        || values.isListed();
  }

  private boolean isApplicationLog() {
    String message = values.line();
    return message != null
        && (values.get(RecordField.TIMESTAMP) != null
            || !message.equals(values.get(RecordField.MESSAGE)));
  }

  /** Returns whether this is a request or a response alone, as Logbook writes them. */
  private boolean isPart() {
    return values.get(RecordField.CORRELATION) != null && values.get(RecordField.PART) != null;
  }

  /** Reads an object as far as it can be seen, and returns whether it is one. */
  private boolean read(int from, int to) {
    values.clear();
    try (JsonParser json = factory.createParser(head, from, to - from)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      reader.read(json);
      return true;
    } catch (IOException e) {
      // Cut, or broken: what was read before counts.
      return to == length;
    }
  }

  /** Returns where an object begins that ends a line of text, or -1. */
  static int startAfterText(byte[] bytes, int from, int to) {
    if (to - from < 4 || bytes[to - 1] != '}') {
      return -1;
    }
    return JsonLine.firstObject(bytes, from, to);
  }

  private static int skipBlanks(byte[] head, int from, int length) {
    int at = from;
    while (at < length && (head[at] == ' ' || (head[at] >= '\t' && head[at] <= '\r'))) {
      at++;
    }
    return at;
  }
}
