package org.golivecheck.log.request;

import java.util.EnumSet;
import org.golivecheck.call.LogField;
import org.golivecheck.call.body.ErrorBody;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.exchange.FieldName;
import org.golivecheck.log.exchange.Response.ErrorBodyParser;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.text.LineFeeds;

/**
 * Reads the request log of the eSignature API: one text per call, as its diagnostics return it.
 * Both layouts are read: with the prologue first, and with the request line first.
 */
public final class RequestLogReader implements LogReader {
  /** Shows all but the calls to the account server and, with them, the integration key. */
  private static final LogFormat FORMAT =
      new LogFormat(
          "request-log",
          "DocuSign: the log of API requests that a user downloads",
          EnumSet.complementOf(EnumSet.of(LogField.OAUTH, LogField.KEY)),
          Form.LINES);

  private final ErrorBodyParser errorBodies;

  /** Creates a reader. */
  public RequestLogReader() {
    this(ErrorBody::parse);
  }

  RequestLogReader(ErrorBodyParser errorBodies) {
    this.errorBodies = errorBodies;
  }

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  /**
   * Returns whether the first line that is not blank is one of the prologue, or is a request line
   * and either the prologue follows or it names no HTTP version. A raw HTTP request has a version
   * and no prologue, and belongs to other formats.
   */
  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    LogLine line = new LogLine();
    boolean requestLineSeen = false;
    int at = startsWithByteOrderMark(head, length) ? 3 : 0;
    while (at < length) {
      int feed = LineFeeds.find(head, at, length);
      int end = feed < 0 ? length : feed + 1;
      line.set(head, at, end, false);
      if (!line.blank()) {
        if (isPrologue(line)) {
          return true;
        }
        if (requestLineSeen || !RequestLine.matches(line)) {
          return false;
        }
        String text = line.text(line.from(), line.textEnd()).strip();
        String last = text.substring(text.lastIndexOf(' ') + 1);
        boolean namesVersion = last.regionMatches(true, 0, "HTTP/", 0, 5);
        if (text.chars().filter(c -> c == ' ').count() > (namesVersion ? 2 : 1)) {
          return false;
        }
        if (!namesVersion) {
          return true;
        }
        requestLineSeen = true;
      }
      at = end;
    }
    return false;
  }

  /** Returns whether a prologue begins here and goes on in the next line. */
  @Override
  public boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    LogLine line = new LogLine();
    int at = from;
    for (int lines = 0; lines < 2; lines++) {
      int feed = at < to ? LineFeeds.find(bytes, at, to) : -1;
      if (feed < 0) {
        return false;
      }
      line.set(bytes, at, feed + 1, false);
      if (!isPrologue(line)) {
        return false;
      }
      at = feed + 1;
    }
    return true;
  }

  private static boolean startsWithByteOrderMark(byte[] head, int length) {
    return length >= 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF;
  }

  private static boolean isPrologue(LogLine line) {
    FieldName field = line.field();
    return field == FieldName.TRACE_TOKEN || field == FieldName.TIMESTAMP;
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new RequestLogSession(context, errorBodies);
  }
}
