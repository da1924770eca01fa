package org.golivecheck.log.request;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.exchange.Response.ErrorBodyParser;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/**
 * Reads entries of a request log: each is one call, or a problem that says why it is not a call.
 */
final class RequestLogSession implements ReadSession {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String LEFT_OUT = "; the entry is left out. ";

  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final ExchangeCalls exchanges;
  private final CallAssembler assembler;
  private final RequestLogParser parser;
  private int statusOrdinal;

  RequestLogSession(ReadContext context, ErrorBodyParser errorBodies) {
    ReadLimits limits = context.limits();
    exchanges = ExchangeCalls.ofDocuSign(context, errorBodies);
    assembler = new CallAssembler(exchanges.open(), limits.maxDepth());
    parser = new RequestLogParser(limits, assembler);
  }

  @Override
  public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
      throws IOException {
    statusOrdinal = 0;
    exchanges.start(source, calls);
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
    CallAssembler.Part response = assembler.response();
    boolean answered = response != null && response.candidate().status() > 0;
    if (timestamp != null && line != null && response != null && answered) {
      exchanges.accept(assembler.exchange(source, timestamp, line, response), source);
      statusOrdinal = response.candidate().ordinal();
      exchanges.reportCuts(0, -1, "The entry", parser.headersCut(), assembler.cut());
    } else if (timestamp == null) {
      exchanges.report(ProblemCode.NO_TIMESTAMP, assembler.timestampLine(), -1, aboutTimestamp());
    } else if (line == null) {
      exchanges.report(ProblemCode.NO_REQUEST_LINE, 0, -1, aboutRequestLine());
    } else {
      exchanges.report(ProblemCode.NO_STATUS_LINE, 0, -1, aboutStatusLine());
    }
  }

  /**
   * Returns which line of the last entry is its status line, as {@link
   * RequestLogParser#startKnowing} takes it; 0 if the entry was no call.
   */
  int statusOrdinal() {
    return statusOrdinal;
  }

  private String aboutTimestamp() {
    String text = assembler.timestampText();
    String defect =
        text == null
            ? "No Timestamp in the prologue"
            : "Unreadable Timestamp " + ExchangeCalls.quoted(text);
    if (text != null && text.indexOf('\u2013') + text.indexOf('\u2014') > -2) {
      return defect
          + LEFT_OUT
          + "A program such as Word or Outlook has changed its dashes; ask for the original file.";
    }
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
}
