package org.golivecheck.log.request;

import java.nio.charset.StandardCharsets;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.log.read.LogReader;
import org.golivecheck.log.read.ReadContext;
import org.golivecheck.log.read.ReadSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads the request log of the eSignature API: one text for each call, as its diagnostics hand out.
 * Both layouts are read: with the prologue first, and with the request line first.
 */
public final class RequestLogReader implements LogReader {
  private final ErrorBodyParser errorBodies;

  /** Makes a reader. */
  public RequestLogReader() {
    this(RequestLogReader::textOnly);
  }

  RequestLogReader(ErrorBodyParser errorBodies) {
    this.errorBodies = errorBodies;
  }

  @Override
  public String format() {
    return "request-log";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return RequestLogHead.recognises(head, length);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new RequestLogSession(context, errorBodies);
  }

  /** Keeps the text of an error's body and interprets nothing. */
  private static ApiError textOnly(
      @Nullable String contentType, byte[] head, int length, boolean truncated) {
    if (length == 0) {
      return ApiError.EMPTY;
    }
    String text = new String(head, 0, length, StandardCharsets.UTF_8);
    String cut = text.substring(0, Math.min(text.length(), ApiError.MAX_TEXT));
    return new ApiError(null, null, BodyForm.TEXT, null, cut);
  }
}
