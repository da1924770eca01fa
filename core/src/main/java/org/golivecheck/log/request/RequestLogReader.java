package org.golivecheck.log.request;

import java.util.EnumSet;
import org.golivecheck.call.LogField;
import org.golivecheck.call.body.ErrorBody;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.exchange.ErrorBodyParser;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

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

  @Override
  public boolean recognises(byte[] head, int length) {
    return RequestLogHead.recognises(head, length);
  }

  @Override
  public boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    return RequestLogHead.startsLater(bytes, from, to);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new RequestLogSession(context, errorBodies);
  }
}
