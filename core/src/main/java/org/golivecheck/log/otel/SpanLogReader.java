package org.golivecheck.log.otel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.record.FieldNames;
import org.golivecheck.log.record.RecordCalls;
import org.golivecheck.log.text.LineSource;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.EightBytes;

/**
 * Reads spans of OpenTelemetry as the Java exporter for the console writes them: one span per line,
 * with its attributes, but without a time other than that of the line.
 */
public final class SpanLogReader implements LogReader {
  // A line has the end of a span alone, no body, and no credentials.
  private static final LogFormat FORMAT =
      new LogFormat(
          "otel-console",
          "OpenTelemetry: client spans of the Java console exporter",
          EnumSet.complementOf(EnumSet.of(LogField.ERROR, LogField.KEY, LogField.DURATION)),
          Form.LINES);

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    int from = 0;
    for (int at = 0; at <= length; at++) {
      if (at == length || head[at] == '\n') {
        if (SpanLine.isSpan(head, from, at)) {
          return true;
        }
        from = at + 1;
      }
    }
    return false;
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new SpanLogSession(context);
  }

  /** Reads the lines of spans of one log after another. Other lines are skipped. */
  private static final class SpanLogSession implements ReadSession {
    /** A span has a line with all of its attributes. */
    private static final int LINES = 16;

    private final RecordCalls calls;
    private final SpanAttributes attributes;
    private final LineSource lines;

    SpanLogSession(ReadContext context) {
      calls = new RecordCalls(context);
      attributes = new SpanAttributes(context, calls, FieldNames.root(context.options().fields()));
      lines =
          new LineSource((int) Math.min((long) LINES * context.limits().maxLineBytes(), 1 << 30));
    }

    @Override
    public void read(String source, InputStream in, Consumer<? super ApiCall> target)
        throws IOException {
      calls.start(source, target, false);
      lines.start(in);
      while (lines.next()) {
        line();
      }
      calls.finish();
    }

    private void line() {
      attributes.clear();
      if (SpanLine.read(lines.text(), attributes::take)) {
        if (lines.cut()) {
          attributes.noteCut();
        }
        attributes.end(
            lines.number(), lines.offset(), LogTimes.in(lines.bytes(), lines.from(), lines.to()));
      } else if (lines.to() > lines.from()) {
        calls.passOver();
      }
    }
  }

  /**
   * A line with a span: {@code 'POST' : trace span CLIENT [tracer: name:version]
   * AttributesMap{data={ url.full=https://..., thread.name=main}, capacity=128,
   * totalAddedValues=9}}.
   */
  private static final class SpanLine {
    private static final byte[] TRACER = " [tracer: ".getBytes(StandardCharsets.US_ASCII);

    /** How a listing of calls begins each line, whatever texts follow. */
    private static final byte[] LISTED = "{\"timestamp\":".getBytes(StandardCharsets.US_ASCII);

    private static final String CLIENT = " CLIENT [tracer: ";
    private static final String MAP = "AttributesMap{data={";
    private static final String END_OF_MAP = "}, capacity=";

    private SpanLine() {}

    /** Receives an attribute. */
    interface Taker {
      void take(String name, String value);
    }

    /** Returns whether a line has a span of any kind, and some of its attributes. */
    static boolean isSpan(byte[] bytes, int from, int to) {
      if (EightBytes.isAt(LISTED, bytes, from, to)) {
        return false;
      }
      for (int at = from; at < to - TRACER.length; at++) {
        if (bytes[at] == ' ' && EightBytes.isAt(TRACER, bytes, at, to)) {
          String rest = new String(bytes, at, to - at, StandardCharsets.ISO_8859_1);
          return attributesStart(rest, 0) > 0;
        }
      }
      return false;
    }

    /** Returns where the first attribute begins, after the bracket that ends the tracer, or -1. */
    private static int attributesStart(String line, int from) {
      int bracket = line.indexOf("] ", from);
      if (bracket < 0) {
        return -1;
      }
      if (line.startsWith(MAP, bracket + 2)) {
        return bracket + 2 + MAP.length();
      }
      return line.startsWith("{", bracket + 2) ? bracket + 3 : -1;
    }

    /**
     * Passes on the attributes of a client span.
     *
     * @return whether the line has one
     */
    static boolean read(String line, Taker taker) {
      int client = line.indexOf(CLIENT);
      int start = client < 0 ? -1 : attributesStart(line, client);
      if (start < 0) {
        return false;
      }
      int end = line.lastIndexOf(END_OF_MAP);
      if (end < start) {
        end = line.lastIndexOf('}');
      }
      int from = start;
      while (from < end) {
        int equals = line.indexOf('=', from);
        if (equals < 0 || equals >= end) {
          return true;
        }
        int valueEnd = valueEnd(line, equals + 1, end);
        taker.take(line.substring(from, equals), plain(line.substring(equals + 1, valueEnd)));
        from = valueEnd + 2;
      }
      return true;
    }

    /** Returns where a value ends: where a comma is followed by the name of another attribute. */
    private static int valueEnd(String line, int from, int end) {
      if (line.startsWith("\"", from)) {
        int quote = line.indexOf("\", ", from + 1);
        return quote < 0 || quote + 1 > end ? end : quote + 1;
      }
      for (int comma = line.indexOf(", ", from);
          comma >= 0 && comma < end;
          comma = line.indexOf(", ", comma + 2)) {
        int at = comma + 2;
        while (at < end && isNamePart(line.charAt(at))) {
          at++;
        }
        if (at > comma + 2 && at < end && line.charAt(at) == '=') {
          return comma;
        }
      }
      return end;
    }

    private static boolean isNamePart(char c) {
      return c == '.' || c == '_' || c == '-' || Ascii.isDigit(c) || Ascii.isLower(c);
    }

    /** Removes quotes and brackets: headers are lists, mostly with one value. */
    private static String plain(String value) {
      int last = value.length() - 1;
      boolean list = last > 0 && value.charAt(0) == '[' && value.charAt(last) == ']';
      boolean quoted = last > 0 && value.charAt(0) == '"' && value.charAt(last) == '"';
      return list || quoted ? value.substring(1, last) : value;
    }
  }
}
