package org.golivecheck.log.request;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.apache.commons.io.input.TeeInputStream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.log.format.ForwardingReader;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.redact.RedactedZip;
import org.golivecheck.log.redact.Spool;

/**
 * Reads the request log as {@link RequestLogReader} does, and writes each entry that is a call
 * again, without secrets and personal data. Not thread-safe.
 */
public final class RequestLogRedactor implements ForwardingReader {
  private final LogReader reader = new RequestLogReader();
  private final RedactedZip zip;

  /**
   * Creates a reader.
   *
   * @param zip receives the entries
   */
  public RequestLogRedactor(RedactedZip zip) {
    this.zip = zip;
  }

  @Override
  public LogReader reader() {
    return reader;
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new Session(context);
  }

  /**
   * Redacts entries of a request log: a first pass finds the true status line and whether the entry
   * is a call at all, a second one, over a copy, rewrites it. So nothing is written of an entry
   * that is damaged or cannot be read.
   */
  private final class Session implements ReadSession {
    private final RequestLogSession session;
    private final RequestLogParser parser;
    private final RequestLogRewriter rewriter = new RequestLogRewriter();

    Session(ReadContext context) {
      session = new RequestLogSession(context, (type, head, length, cut) -> ApiError.EMPTY);
      parser = new RequestLogParser(context.limits(), rewriter);
    }

    @Override
    public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
        throws IOException {
      try (Spool spool = new Spool()) {
        session.read(source, new TeeInputStream(in, spool), calls);
        int ordinal = session.statusOrdinal();
        if (ordinal > 0) {
          zip.add(
              source,
              out -> {
                rewriter.start(out);
                parser.startKnowing(ordinal);
                byte[] bytes = new byte[1 << 13];
                InputStream copy = spool.in();
                for (int count = copy.read(bytes); count >= 0; count = copy.read(bytes)) {
                  parser.feed(bytes, 0, count);
                }
                parser.end();
              });
        }
      }
    }
  }
}
