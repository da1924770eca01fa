package org.golivecheck.log.request;

import java.util.List;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.RateLimits;
import org.golivecheck.call.body.ItemErrorScanner;
import org.jspecify.annotations.Nullable;

/** Collects what is kept of one response, true or not. Reused. */
final class ResponsePart {
  /** How much of the body of a call that did not succeed is looked at, in bytes. */
  static final int HEAD_BYTES = 16 * 1024;

  private final FieldValues fields = new FieldValues();
  private final ItemErrorScanner itemErrors;
  private final byte[] head = new byte[HEAD_BYTES];
  private int headLength;
  private boolean headTruncated;
  private StatusCandidate candidate = new StatusCandidate(0, 0, 0, false);

  ResponsePart(int maxDepth) {
    itemErrors = new ItemErrorScanner(maxDepth);
  }

  /** Begins a response. */
  void start(StatusCandidate status) {
    candidate = status;
    fields.clear();
    itemErrors.start();
    headLength = 0;
    headTruncated = false;
  }

  /** Takes a header line. */
  void header(LogLine line) {
    fields.add(line);
  }

  /** Takes a part of the body. */
  void body(byte[] bytes, int from, int to) {
    if (succeeded()) {
      itemErrors.accept(bytes, from, to);
      return;
    }
    int count = Math.min(to - from, HEAD_BYTES - headLength);
    System.arraycopy(bytes, from, head, headLength, count);
    headLength += count;
    headTruncated |= count < to - from;
  }

  StatusCandidate candidate() {
    return candidate;
  }

  FieldValues fields() {
    return fields;
  }

  private boolean succeeded() {
    return candidate.status() >= 200 && candidate.status() <= 299;
  }

  /** Returns what the body says, or null for a call that succeeded. */
  @Nullable ApiError error(ErrorBodyParser parser) {
    return succeeded()
        ? null
        : parser.parse(fields.text(FieldName.CONTENT_TYPE), head, headLength, headTruncated);
  }

  /** Returns the errors of single items in the body of a call that succeeded. */
  List<ItemError> itemErrors() {
    return succeeded() ? itemErrors.finish() : List.of();
  }

  RateLimits limits() {
    long hourlyLimit = fields.number(FieldName.HOURLY_LIMIT);
    long hourlyRemaining = fields.number(FieldName.HOURLY_REMAINING);
    long hourlyReset = fields.number(FieldName.HOURLY_RESET);
    long burstLimit = fields.number(FieldName.BURST_LIMIT);
    long burstRemaining = fields.number(FieldName.BURST_REMAINING);
    // Sound: each is -1 or more, so the bits of all are set only if all are -1.
    return (hourlyLimit & hourlyRemaining & hourlyReset & burstLimit & burstRemaining) == -1
        ? RateLimits.NONE
        : new RateLimits(hourlyLimit, hourlyRemaining, hourlyReset, burstLimit, burstRemaining);
  }
}
