package org.golivecheck.log.exchange;

import org.golivecheck.call.ApiCall;
import org.golivecheck.call.body.ItemErrorScanner;

/**
 * Collects what is kept of one response: headers, the beginning of the body of a call that failed,
 * the errors of single items in the body of one that succeeded. Reused; not thread-safe.
 */
public final class Answer {
  /** How much of the body of a call that did not succeed is looked at, in bytes. */
  public static final int HEAD_BYTES = 16 * 1024;

  private final FieldValues fields = new FieldValues();
  private final ItemErrorScanner itemErrors;
  private final byte[] head = new byte[HEAD_BYTES];
  private int headLength;
  private boolean headTruncated;
  private int status;

  /**
   * Makes room for an answer.
   *
   * @param maxDepth how deep JSON may be nested; what lies deeper is passed over
   */
  public Answer(int maxDepth) {
    itemErrors = new ItemErrorScanner(maxDepth);
  }

  /** Begins a response. */
  public void start(int newStatus) {
    status = newStatus;
    fields.clear();
    itemErrors.start();
    headLength = 0;
    headTruncated = false;
  }

  /** Returns the headers, to be filled. */
  public FieldValues fields() {
    return fields;
  }

  /** Takes a part of the body: the bytes in {@code [from, to)}, in UTF-8 if they are text. */
  public void body(byte[] bytes, int from, int to) {
    if (succeeded()) {
      itemErrors.accept(bytes, from, to);
      return;
    }
    int count = Math.min(to - from, HEAD_BYTES - headLength);
    System.arraycopy(bytes, from, head, headLength, count);
    headLength += count;
    headTruncated |= count < to - from;
  }

  private boolean succeeded() {
    return status >= 200 && status <= 299;
  }

  /** Returns whether a limit cut a header that is kept. */
  public boolean cut() {
    return fields.cut();
  }

  /** Tells a call what the response says. The trace token is that of its header, if it has one. */
  public void addTo(ApiCall.Builder call, ErrorBodyParser parser) {
    String token = fields.text(FieldName.RESPONSE_TRACE_TOKEN);
    call.traceToken(token)
        .answeredByDocuSign(token != null)
        .duration(TimeTrack.duration(fields.text(FieldName.TIME_TRACK)))
        .limits(fields.limits());
    if (succeeded()) {
      call.itemErrors(itemErrors.finish());
    } else {
      call.error(
          parser.parse(fields.text(FieldName.CONTENT_TYPE), head, headLength, headTruncated));
    }
  }
}
