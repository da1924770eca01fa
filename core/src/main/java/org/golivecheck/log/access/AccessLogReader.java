package org.golivecheck.log.access;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.Head;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.record.Alias;
import org.golivecheck.log.record.Alias.Unit;
import org.golivecheck.log.record.FieldNames;
import org.golivecheck.log.record.LikeRecords;
import org.golivecheck.log.record.NameNode;
import org.golivecheck.log.record.RecordCalls;
import org.golivecheck.log.record.RecordField;
import org.golivecheck.log.record.RecordValues;
import org.golivecheck.log.text.LineSource;
import org.golivecheck.log.text.LogTimes;
import org.jspecify.annotations.Nullable;

/**
 * Reads the access logs of proxies between an integration and DocuSign. The usual formats of nginx,
 * Apache, Envoy, Istio, HAProxy and AWS ALB are detected; for others the user gives the format.
 */
public final class AccessLogReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "access-log",
          "nginx, Apache, Envoy, Istio, HAProxy and AWS ALB; others with --log-format",
          EnumSet.complementOf(EnumSet.of(LogField.ERROR, LogField.KEY)),
          Form.LINES);

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    return AccessFormats.format(head, length, options) != null;
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new AccessLogSession(context);
  }

  /** Reads access logs line by line. */
  private static final class AccessLogSession implements ReadSession {
    private static final AccessFormat ANY = AccessFormats.KNOWN.get(AccessFormats.KNOWN.size() - 1);

    private final ReadContext context;
    private final RecordCalls calls;
    private final RecordValues values;
    private final TimeCell time = new TimeCell();
    private final LineSource lines;
    private final NameNode names = FieldNames.root(Map.of());
    private final boolean given;

    AccessLogSession(ReadContext context) {
      this.context = context;
      calls = new RecordCalls(context);
      values = calls.values();
      lines = new LineSource(context.limits().maxLineBytes());
      given = context.options().logFormat() != null;
    }

    @Override
    public void read(String source, InputStream in, Consumer<? super ApiCall> target)
        throws IOException {
      Head start = Head.of(in);
      AccessFormat found =
          AccessFormats.format(start.bytes(), start.bytes().length, context.options());
      AccessFormat format = found == null ? fallback() : found;
      calls.start(source, target, false);
      lines.start(start.log());
      while (lines.next()) {
        if (lines.to() > lines.from()) {
          line(format);
        }
      }
      calls.finish();
    }

    private AccessFormat fallback() {
      String logFormat = context.options().logFormat();
      return logFormat == null ? ANY : AccessFormats.parse(logFormat);
    }

    private void line(AccessFormat format) {
      if (lines.cut()) {
        loseUnread(
            ("The line is longer than %s bytes; it is left out. Raise the limit with "
                    + "--limit line-bytes=%s.")
                .formatted(context.limits().maxLineBytes(), 2L * context.limits().maxLineBytes()));
        return;
      }
      time.clear();
      boolean isPlain =
          lines.number() > LikeRecords.FIRST_LINE
              && format.matchLike(lines.bytes(), lines.from(), lines.to(), calls.likes(), time);
      if (isPlain && calls.endLike(lines.number())) {
        return;
      }
      time.clear();
      int end = format.match(lines.bytes(), lines.from(), lines.to(), values, time);
      if (end < 0 && lines.last() && hasTime()) {
        loseUnread(
            "The log ends in the middle of this line, so it may be cut; get it again in full.");
        return;
      }
      if (end < 0) {
        values.clear();
        if (!looksLikeCall()) {
          calls.passOver();
          return;
        }
        lose(
            given
                ? "The line is not of the format that --log-format gives; it is left out."
                : "The line is not of the format of the first ones; it is left out. Say which format"
                    + " the log has with --log-format.");
        return;
      }
      if (end < lines.to()) {
        pairs(lines.bytes(), end, lines.to());
      }
      if (!calls.end(lines.number(), lines.offset(), time.get())) {
        calls.passOver();
      }
      if (isPlain) {
        calls.learn();
      }
    }

    private boolean looksLikeCall() {
      String line = lines.text(lines.from(), lines.to());
      return line.contains("HTTP/") || line.contains("/restapi/");
    }

    /** Returns whether the line begins like the line of a call. */
    private boolean hasTime() {
      return LogTimes.in(lines.bytes(), lines.from(), lines.to()) != null;
    }

    private void lose(String defect) {
      calls.lose(lines.number(), lines.offset(), defect);
    }

    private void loseUnread(String defect) {
      calls.loseUnread(lines.number(), lines.offset(), defect);
    }

    /** Reads what follows a usual format, such as {@code rt=0.004 trace=...}. */
    private void pairs(byte[] bytes, int from, int to) {
      int at = from;
      while (at < to) {
        while (at < to && bytes[at] == ' ') {
          at++;
        }
        int start = at;
        while (at < to && bytes[at] != ' ' && bytes[at] != '=') {
          at++;
        }
        if (at < to && bytes[at] == '=') {
          int value = at + 1;
          boolean quoted = value < to && bytes[value] == '"';
          at = endOfValue(bytes, value, to, quoted);
          String name = AccessFormat.text(bytes, start, value - 1);
          pair(name, AccessFormat.text(bytes, quoted ? value + 1 : value, at));
          at += quoted ? 1 : 0;
        }
      }
    }

    private static int endOfValue(byte[] bytes, int from, int to, boolean quoted) {
      int at = quoted ? from + 1 : from;
      byte end = (byte) (quoted ? '"' : ' ');
      while (at < to && bytes[at] != end) {
        at += quoted && bytes[at] == '\\' ? 2 : 1;
      }
      return Math.min(at, to);
    }

    private void pair(String name, String value) {
      Alias alias = alias(name);
      if (alias != null) {
        values.put(alias, value);
      }
    }

    private @Nullable Alias alias(String name) {
      return switch (name) {
        case "rt" -> new Alias(RecordField.DURATION, 0, Unit.SECONDS);
        case "urt" -> new Alias(RecordField.DURATION, 1, Unit.SECONDS);
        case "trace", "tracetoken" -> new Alias(RecordField.TRACE_TOKEN, 0, Unit.MILLIS);
        default -> names.child(name).alias();
      };
    }
  }
}
