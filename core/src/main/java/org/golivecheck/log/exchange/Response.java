package org.golivecheck.log.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.body.ItemErrorScanner;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one response: headers, the beginning of the body of a call that failed, the
 * errors of single items in the body of one that succeeded. Reused; not thread-safe.
 */
public final class Response {
  /** How much of the body of a call that did not succeed is looked at, in bytes. */
  public static final int HEAD_BYTES = 16 * 1024;

  /** Beyond this the clocks disagree, or DocuSign did not write the header. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final FieldValues fields = new FieldValues();
  private final ItemErrorScanner itemErrors;
  private final byte[] head = new byte[HEAD_BYTES];
  private boolean hasBody;
  private int headLength;
  private boolean headTruncated;
  private int status;

  /**
   * Makes room for a response.
   *
   * @param maxDepth how deep JSON may be nested; deeper values are skipped
   */
  public Response(int maxDepth) {
    itemErrors = new ItemErrorScanner(maxDepth);
  }

  /** Begins a response; a status of 0 stands for one that is not known yet. */
  public void start(int newStatus) {
    fields.clear();
    status(newStatus);
  }

  /** Sets the status after the headers: before the body. */
  void status(int newStatus) {
    status = newStatus;
    hasBody = false;
    headLength = 0;
    headTruncated = false;
  }

  int status() {
    return status;
  }

  /** Returns the headers, to be filled. */
  public FieldValues fields() {
    return fields;
  }

  /** Takes a part of the body: the bytes in {@code [from, to)}, in UTF-8 if they are text. */
  public void body(byte[] bytes, int from, int to) {
    if (succeeded()) {
      if (!hasBody) {
        itemErrors.start();
      }
      hasBody = true;
      itemErrors.accept(bytes, from, to);
      return;
    }
    int count = Math.min(to - from, HEAD_BYTES - headLength);
    System.arraycopy(bytes, from, head, headLength, count);
    headLength += count;
    headTruncated |= count < to - from;
  }

  boolean succeeded() {
    return status >= 200 && status <= 299;
  }

  /** Returns whether a limit cut a header that is kept. */
  public boolean cut() {
    return fields.cut();
  }

  /** Returns the errors of single items in the body of a call that succeeded. */
  List<ItemError> itemErrors() {
    return hasBody ? itemErrors.finish() : List.of();
  }

  /** Returns what the body of a call that failed says. */
  ApiError error(ErrorBodyParser parser) {
    return parser.parse(fields.text(FieldName.CONTENT_TYPE), head, headLength, headTruncated);
  }

  /**
   * Returns how long the call took by {@code X-DocuSign-TimeTrack}, which a response has if the
   * caller sent one: the caller's text, then {@code NAME,instant} items between semicolons, some of
   * them empty. It is {@code REST0_End} less {@code REST0_Start}.
   *
   * @param header the header, or null
   * @return the duration; null if an item is missing or unreadable, and if they are not between
   *     zero and a day apart
   */
  public static @Nullable Duration timeTrack(@Nullable String header) {
    if (header == null) {
      return null;
    }
    Instant start = item(header, "REST0_Start,");
    Instant end = item(header, "REST0_End,");
    if (start == null || end == null) {
      return null;
    }
    Duration duration = Duration.between(start, end);
    return duration.isNegative() || duration.compareTo(LONGEST) > 0 ? null : duration;
  }

  private static @Nullable Instant item(String header, String name) {
    int from = 0;
    while (from < header.length()) {
      int semicolon = header.indexOf(';', from);
      int end = semicolon < 0 ? header.length() : semicolon;
      String item = header.substring(from, end).strip();
      if (item.regionMatches(true, 0, name, 0, name.length())) {
        return LogTimestamp.parse(item.substring(name.length()).strip());
      }
      from = end + 1;
    }
    return null;
  }

  /** Reads the body of a failed call. */
  @FunctionalInterface
  public interface ErrorBodyParser {

    /**
     * Returns what a body says.
     *
     * @param contentType the {@code Content-Type} header, or null
     * @param head the beginning of the body
     * @param length how many bytes of {@code head} are filled
     * @param truncated whether the body goes on
     */
    ApiError parse(@Nullable String contentType, byte[] head, int length, boolean truncated);
  }
}
