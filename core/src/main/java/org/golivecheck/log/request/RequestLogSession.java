package org.golivecheck.log.request;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.exchange.ErrorBodyParser;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/** Reads entries of a request log: each is one call, or a problem that says why it is none. */
final class RequestLogSession implements ReadSession {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int MAX_QUOTE = 60;
  private static final String LEFT_OUT = "; the entry is left out. ";

  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final ReadContext context;
  private final CallAssembler assembler;
  private final RequestLogParser parser;
  private int statusOrdinal;

  RequestLogSession(ReadContext context, ErrorBodyParser errorBodies) {
    ReadLimits limits = context.limits();
    this.context = context;
    assembler = new CallAssembler(limits.maxDepth(), errorBodies);
    parser = new RequestLogParser(limits, assembler);
  }

  @Override
  public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
      throws IOException {
    statusOrdinal = 0;
    assembler.start();
    parser.start();
    for (int count = in.read(buffer, 0, BUFFER_BYTES);
        count >= 0;
        count = in.read(buffer, 0, BUFFER_BYTES)) {
      parser.feed(buffer, 0, count);
    }
    parser.end();
    Instant timestamp = assembler.timestamp();
    RequestLine line = assembler.requestLine();
    ResponsePart response = assembler.response();
    if (timestamp != null && line != null && response != null) {
      calls.accept(assembler.call(source, timestamp, line, response));
      statusOrdinal = response.candidate().ordinal();
      reportLimits(source);
    } else if (timestamp == null) {
      report(ProblemCode.NO_TIMESTAMP, source, assembler.timestampLine(), aboutTimestamp());
    } else if (line == null) {
      report(ProblemCode.NO_REQUEST_LINE, source, 0, aboutRequestLine());
    } else {
      report(ProblemCode.NO_STATUS_LINE, source, 0, aboutStatusLine());
    }
  }

  /**
   * Returns which line of the last entry is its status line, as {@link
   * RequestLogParser#startKnowing} takes it; 0 if the entry was no call.
   */
  int statusOrdinal() {
    return statusOrdinal;
  }

  private void reportLimits(String source) {
    ReadLimits limits = context.limits();
    if (parser.headersCut()) {
      report(
          ProblemCode.ENTRY_LIMIT,
          source,
          0,
          "A request or response has more than "
              + limits.maxHeaders()
              + " header lines; the others are ignored. Raise the limit with --limit headers=N.");
    }
    if (assembler.cut()) {
      report(
          ProblemCode.ENTRY_LIMIT,
          source,
          0,
          "A line is longer than "
              + limits.maxLineBytes()
              + " bytes and was cut. Raise the limit with --limit line-bytes=N.");
    }
  }

  private String aboutTimestamp() {
    String text = assembler.timestampText();
    String defect =
        text == null ? "No Timestamp in the prologue" : "Unreadable Timestamp '" + cut(text) + "'";
    return defect + LEFT_OUT + "Expected a UTC time such as 2026-01-31T09:30:00.1234567Z.";
  }

  private static String aboutRequestLine() {
    return "No line with method and URL" + LEFT_OUT + "Expected 'GET https://HOST/restapi/...'.";
  }

  private static String aboutStatusLine() {
    return "No status line"
        + LEFT_OUT
        + "Expected a line such as '200 OK' followed by response headers; was the file cut?";
  }

  private static String cut(String text) {
    return text.length() <= MAX_QUOTE ? text : text.substring(0, MAX_QUOTE) + "...";
  }

  private void report(ProblemCode code, String source, long line, String message) {
    context.problems().report(new LogProblem(code, source, line, -1, message));
  }
}
