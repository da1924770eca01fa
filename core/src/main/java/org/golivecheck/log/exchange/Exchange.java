package org.golivecheck.log.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.Grant;
import org.golivecheck.call.Identity;
import org.golivecheck.call.ItemError;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.text.LogClock;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.TextLine;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * A request and what a log shows of its response: a set of fields that a reader fills, in whatever
 * order its format has them, and hands to {@link ExchangeCalls}. Only the status goes before the
 * body of the response. Keeps no body and no credential. Reused; not thread-safe.
 */
public final class Exchange {
  private static final byte[] DATE = Ascii.bytes("date:");
  private static final byte[] LINE_FEED = {'\n'};

  private final int maxHeaders;
  private final int maxValue;
  private final FieldValues request = new FieldValues();
  private final Response ownResponse;
  private final @Nullable KeyEvidence keyEvidence;

  private String method = "";
  private String url = "";
  private long line;
  private long offset;
  private @Nullable String operation;
  private long requestBytes;
  private long bodyBytes;

  private Response response;
  private long responseBytes;
  private @Nullable String date;
  private @Nullable String traceToken;

  private @Nullable Instant time;
  private @Nullable LogTime began;
  private @Nullable LogTime sent;
  private @Nullable LogTime received;
  private @Nullable Duration took;

  private @Nullable ApiError error;
  private @Nullable List<ItemError> itemErrors;
  private @Nullable Identity identity;
  private final Set<Gap> gaps = EnumSet.noneOf(Gap.class);

  private int requestHeaders;
  private int responseHeaders;
  private boolean valueCut;

  /**
   * Makes room for one exchange at a time.
   *
   * @param limits how much of headers and bodies is kept
   * @param keys what all exchanges of a log share to find integration keys; null for a log that
   *     never shows credentials
   */
  public Exchange(ReadLimits limits, @Nullable IntegrationKeys keys) {
    maxHeaders = limits.maxHeaders();
    maxValue = limits.maxLineBytes();
    ownResponse = new Response(limits.maxDepth());
    response = ownResponse;
    keyEvidence = keys == null ? null : new KeyEvidence(keys);
    start();
  }

  /** Begins an exchange of which nothing is known. */
  public void start() {
    request.clear();
    if (keyEvidence != null) {
      keyEvidence.start();
    }
    method = "";
    url = "";
    line = 0;
    offset = -1;
    operation = null;
    requestBytes = -1;
    bodyBytes = 0;
    response = ownResponse;
    ownResponse.start(0);
    responseBytes = 0;
    date = null;
    traceToken = null;
    time = null;
    began = null;
    sent = null;
    received = null;
    took = null;
    error = null;
    itemErrors = null;
    identity = null;
    gaps.clear();
    requestHeaders = 0;
    responseHeaders = 0;
    valueCut = false;
  }

  /**
   * Sets the place in the log.
   *
   * @param newLine the line where the request begins, from 1; 0 where lines do not apply
   * @param newOffset how many bytes of the log are before it, or -1
   */
  public void at(long newLine, long newOffset) {
    line = newLine;
    offset = newOffset;
  }

  /** Returns the line where the request begins, or 0. */
  public long line() {
    return line;
  }

  /** Returns how many bytes of the log are before the request, or -1. */
  public long offset() {
    return offset;
  }

  /** Sets the method, as logged. */
  public void method(String text) {
    method = text;
  }

  /** Returns the method, or an empty text while it is not known. */
  public String method() {
    return method;
  }

  /** Sets the absolute URL, or the path where the log shows no more. */
  public void url(String text) {
    url = text.length() <= maxValue ? text : text.substring(0, maxValue);
    valueCut |= url.length() < text.length();
  }

  /** Returns the URL, or an empty text while it is not known. */
  public String url() {
    return url;
  }

  /** Takes the host of a request, where its URL is a path so far. */
  public void host(String name) {
    if (url.startsWith("/")) {
      url("https://" + name.strip() + url);
    }
  }

  /** Sets the log's own name of the operation, or null. */
  public void operation(@Nullable String name) {
    operation = name;
  }

  @Nullable String operation() {
    return operation;
  }

  /** Takes a header of the request; of one with credentials only the key is kept. */
  public void requestHeader(String name, String value) {
    if (++requestHeaders > maxHeaders) {
      return;
    }
    FieldName field = FieldName.of(name);
    String text = shortened(field, value).strip();
    request.add(field, text);
    if (keyEvidence != null) {
      keyEvidence.requestHeader(name, text);
    }
  }

  /**
   * Takes a header line of the request, such as {@code Accept: text/plain}: the bytes in {@code
   * [from, to)}. A line without a colon is ignored.
   */
  public void requestHeader(byte[] bytes, int from, int to) {
    int colon = colon(bytes, from, to);
    FieldName field = colon < 0 ? null : FieldName.of(bytes, from, colon - from);
    if (field != null || (colon >= 0 && KeyEvidence.isAuthorization(bytes, from, colon))) {
      requestHeader(text(bytes, from, colon), text(bytes, colon + 1, to));
    } else {
      requestHeaders++;
    }
  }

  /**
   * Takes a header of the request that a log shows under a name of its own; null if it has none.
   */
  public void requestField(FieldName field, @Nullable String value) {
    if (value != null) {
      request.add(field, value.strip());
    }
  }

  /** Returns the headers of the request that are kept. */
  public FieldValues request() {
    return request;
  }

  private String shortened(@Nullable FieldName field, String value) {
    if (value.length() <= maxValue) {
      return value;
    }
    valueCut |= field != null;
    return value.substring(0, maxValue);
  }

  private static int colon(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == ':') {
        return i;
      }
    }
    return -1;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /**
   * Sets the size of the body of the request, or -1 where the log does not show it. Counts more
   * than the size of the body in the log, which may be cut, and less than {@code Content-Length}.
   */
  public void requestBytes(long bytes) {
    requestBytes = bytes;
  }

  /** Takes a part of the body of the request: the bytes in {@code [from, to)}. */
  public void requestBody(byte[] bytes, int from, int to) {
    bodyBytes += to - from;
    if (keyEvidence != null) {
      keyEvidence.requestBody(bytes, from, to);
    }
  }

  /** Takes a part of the body of the request. */
  public void requestBody(String text) {
    bodyBytes += utf8Length(text);
    if (keyEvidence != null) {
      keyEvidence.requestBody(text);
    }
  }

  /**
   * Takes a line of the body of the request, or a part of one.
   *
   * @param skipped how many bytes at its beginning are not of the body
   * @param newLine whether a line break is before it
   */
  public void requestBody(TextLine part, int skipped, boolean newLine) {
    if (newLine) {
      requestBody(LINE_FEED, 0, 1);
    }
    requestBody(part.bytes(), part.from() + skipped, part.to());
  }

  /** Takes a field of a form, where a log shows the body of the request as fields. */
  public void requestParameter(String name, String value) {
    if (keyEvidence != null) {
      keyEvidence.requestParameter(name, value);
    }
  }

  private static long utf8Length(String text) {
    long length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A surrogate is half of four bytes, so it stands for two.
      length += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    return length;
  }

  /** Returns how large the body of the request was, in bytes, or -1. */
  long requestSize() {
    long length = request.number(FieldName.CONTENT_LENGTH);
    if (length >= 0) {
      return length;
    }
    return requestBytes >= 0 || bodyBytes == 0 ? requestBytes : bodyBytes;
  }

  /** Begins the response, or the next one after an interim response. */
  public void respond(int code) {
    response.start(code);
    responseHeaders = 0;
    responseBytes = 0;
    date = null;
  }

  /** Begins the response, or the next one, with the time when it was logged, or null. */
  public void respond(int code, @Nullable LogTime logged) {
    respond(code);
    received = logged;
  }

  /** Takes the response where the log has several candidates and this is the true one. */
  public void respond(Response trueOne) {
    response = trueOne;
  }

  /** Sets the status where headers of the response may be known before it. */
  public void status(int code) {
    response.status(code);
  }

  /** Returns the status of the response, or 0 while there is none. */
  public int status() {
    return response.status();
  }

  /** Returns the response, to be filled. */
  public Response response() {
    return response;
  }

  /** Takes a header of the response. */
  public void responseHeader(String name, String value) {
    if (++responseHeaders > maxHeaders) {
      return;
    }
    if (name.equalsIgnoreCase("Date")) {
      date = date == null ? value : date;
    } else {
      FieldName field = FieldName.of(name);
      response.fields().add(field, shortened(field, value).strip());
    }
  }

  /** Takes a header line of the response. A line without a colon is ignored. */
  public void responseHeader(byte[] bytes, int from, int to) {
    if (++responseHeaders > maxHeaders) {
      return;
    }
    if (date == null && Ascii.startsWithIgnoringCase(bytes, from, to, DATE)) {
      int start = from + DATE.length;
      date = new String(bytes, start, to - start, StandardCharsets.ISO_8859_1);
      return;
    }
    int colon = colon(bytes, from, to);
    FieldName field = colon < 0 ? null : FieldName.of(bytes, from, colon - from);
    if (field != null) {
      response.fields().add(field, text(bytes, colon + 1, to).strip());
    }
  }

  /**
   * Takes a header of the response that a log shows under a name of its own; null if it has none.
   */
  public void responseField(FieldName field, @Nullable String value) {
    if (value != null) {
      response.fields().add(field, value.strip());
    }
  }

  /** Sets the {@code Date} header of the response, or null. */
  public void date(@Nullable String header) {
    date = header;
  }

  /** Returns the {@code Date} header of the response, or null. */
  public @Nullable String date() {
    return date;
  }

  /** Takes a part of the body of the response: the bytes in {@code [from, to)}. */
  public void responseBody(byte[] bytes, int from, int to) {
    response.body(bytes, from, to);
    responseBytes += to - from;
    if (keyEvidence != null) {
      keyEvidence.responseBody(bytes, from, to);
    }
  }

  /** Takes a part of the body of the response. */
  public void responseBody(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    responseBody(bytes, 0, bytes.length);
  }

  /** Takes a line of the body of the response, or a part of one, as {@link #requestBody} does. */
  public void responseBody(TextLine part, int skipped, boolean newLine) {
    if (newLine) {
      responseBody(LINE_FEED, 0, 1);
    }
    responseBody(part.bytes(), part.from() + skipped, part.to());
  }

  /** Returns whether anything of the body of the response was seen. */
  public boolean hasResponseBody() {
    return responseBytes > 0;
  }

  /** Returns whether {@code Content-Length} of the response says that more of its body follows. */
  public boolean expectsBody() {
    return responseBytes < response.fields().number(FieldName.CONTENT_LENGTH);
  }

  /** Sets the trace token where the log shows it apart from the response, or null. */
  public void traceToken(@Nullable String token) {
    traceToken = token;
  }

  @Nullable String traceToken() {
    return traceToken;
  }

  /** Sets when the call ended, where the log shows that exactly; null if it does not. */
  public void time(@Nullable Instant ended) {
    time = ended;
  }

  @Nullable Instant time() {
    return time;
  }

  /** Sets when the exchange began, in a log that shows this and not its end; or null. */
  public void began(@Nullable LogTime logged) {
    began = logged;
  }

  @Nullable LogTime began() {
    return began;
  }

  /** Sets when the request was logged, or null. It is used only for the duration of the call. */
  public void sent(@Nullable LogTime logged) {
    sent = logged;
  }

  @Nullable LogTime sent() {
    return sent;
  }

  /** Sets when the response was there, or null. */
  public void received(@Nullable LogTime logged) {
    received = logged;
  }

  @Nullable LogTime received() {
    return received;
  }

  /** Returns whether anything says when the call was. */
  public boolean isTimed() {
    return time != null
        || began != null
        || received != null
        || (date != null && LogClock.ofHeader(date) != null);
  }

  /** Sets how long the call took, where the log says that, or null. */
  public void took(@Nullable Duration duration) {
    took = duration;
  }

  /** Returns how long the log says that the call took, or null. */
  public @Nullable Duration took() {
    return took;
  }

  /** Sets what the log says of the failure in place of the body of the response. */
  public void error(ApiError said) {
    error = said;
  }

  @Nullable ApiError error() {
    return error;
  }

  /** Sets the errors of single items that the log shows in place of the body of the response. */
  public void itemErrors(List<ItemError> errors) {
    itemErrors = errors;
  }

  @Nullable List<ItemError> itemErrors() {
    return itemErrors;
  }

  /** Sets who the log says the call was made for; a key counts more than one that is inferred. */
  public void identity(Identity said) {
    identity = said;
  }

  /** Returns who the call was made for, and learns whose token the response contains. */
  Identity identity() {
    String found = keyEvidence == null ? null : keyEvidence.key(url, status());
    Identity said = identity;
    if (said == null) {
      return found == null ? Identity.UNKNOWN : new Identity(found, null, null);
    }
    return said.integrationKey() != null ? said : new Identity(found, said.account(), said.user());
  }

  /** Returns what a call that signs in asks for. */
  Grant grant() {
    return keyEvidence == null ? Grant.UNKNOWN : keyEvidence.grant(url);
  }

  /** Notes that the log does not show something of the call. */
  public void gap(Gap missing) {
    gaps.add(missing);
  }

  Set<Gap> gaps() {
    return gaps;
  }

  /** Returns whether the request or the response had more headers than the limit. */
  boolean headersCut() {
    return requestHeaders > maxHeaders || responseHeaders > maxHeaders;
  }

  /** Returns whether a URL or a header that is kept was longer than the limit. */
  boolean valueCut() {
    return valueCut;
  }
}
