package org.golivecheck.log.request;

import org.golivecheck.log.LogFormat;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.redact.RedactedZip;

/**
 * Reads the request log as {@link RequestLogReader} does, and writes each entry that is a call
 * again, without secrets and personal data. Not thread-safe.
 */
public final class RequestLogRedactor implements LogReader {
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
  public LogFormat format() {
    return reader.format();
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return reader.recognises(head, length);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new RedactSession(context, zip);
  }
}
