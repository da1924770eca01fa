package org.golivecheck.log.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Vantage;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.Identity;
import org.golivecheck.call.body.ErrorBody;

/**
 * Makes a call of a request and its answer, as the logs of HTTP clients and proxies show them:
 * header by header, body by body. Parts may come in any order, but the status before the body of
 * the answer. Keeps no body and no credential. Reused; not thread-safe.
 */
public final class HttpExchange {
  private final FieldValues request = new FieldValues();
  private final Answer answer;
  private final KeyEvidence keyEvidence;
  private long requestBytes;
  private long bodyBytes;
  private int status;

  /**
   * Makes room for one exchange at a time.
   *
   * @param maxDepth how deep JSON may be nested; what lies deeper is passed over
   */
  public HttpExchange(int maxDepth) {
    this(maxDepth, IntegrationKeys.bySource());
  }

  /**
   * Makes room for one of several exchanges that are open at a time.
   *
   * @param maxDepth how deep JSON may be nested; what lies deeper is passed over
   * @param keys what all exchanges of an input share
   */
  public HttpExchange(int maxDepth, IntegrationKeys keys) {
    answer = new Answer(maxDepth);
    keyEvidence = new KeyEvidence(keys);
    start();
  }

  /** Begins an exchange. */
  public void start() {
    request.clear();
    keyEvidence.start();
    requestBytes = -1;
    bodyBytes = 0;
    status = 0;
    answer.start(0);
  }

  /** Takes a header of the request; one with a credential too, of which the key alone is kept. */
  public void requestHeader(String name, String value) {
    String text = value.strip();
    request.add(FieldName.of(name), text);
    keyEvidence.requestHeader(name, text);
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
    }
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
   * Says how large the body of the request was; -1 where the log does not tell. Goes before the
   * size of the body that a log shows, which may be cut, and after {@code Content-Length}.
   */
  public void requestBytes(long bytes) {
    requestBytes = bytes;
  }

  /** Takes a part of the body of the request: the bytes in {@code [from, to)}. */
  public void requestBody(byte[] bytes, int from, int to) {
    bodyBytes += to - from;
    keyEvidence.requestBody(bytes, from, to);
  }

  /** Takes a part of the body of the request. */
  public void requestBody(String text) {
    bodyBytes += utf8Length(text);
    keyEvidence.requestBody(text);
  }

  /** Takes a field of a form, where a log shows the body of the request as fields. */
  public void requestParameter(String name, String value) {
    keyEvidence.requestParameter(name, value);
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

  /** Begins the answer. */
  public void status(int code) {
    status = code;
    answer.start(code);
  }

  /** Takes a header of the answer; after its status. */
  public void answerHeader(String name, String value) {
    answer.fields().add(FieldName.of(name), value.strip());
  }

  /** Takes a header line of the answer; after its status. A line without a colon is ignored. */
  public void answerHeader(byte[] bytes, int from, int to) {
    int colon = colon(bytes, from, to);
    FieldName field = colon < 0 ? null : FieldName.of(bytes, from, colon - from);
    if (field != null) {
      answer.fields().add(field, text(bytes, colon + 1, to).strip());
    }
  }

  /** Returns what {@code Content-Length} of the answer says, or -1. */
  public long answerLength() {
    return answer.fields().number(FieldName.CONTENT_LENGTH);
  }

  /** Takes a part of the body of the answer: the bytes in {@code [from, to)}. */
  public void answerBody(byte[] bytes, int from, int to) {
    answer.body(bytes, from, to);
    keyEvidence.answerBody(bytes, from, to);
  }

  /** Takes a part of the body of the answer. */
  public void answerBody(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    answerBody(bytes, 0, bytes.length);
  }

  /**
   * Returns a call of everything taken since the start, to which a log may have more to add.
   *
   * @param timestamp when the call ended
   * @param method the HTTP method
   * @param url the absolute URL, or a path
   * @param source where the call was read
   */
  public ApiCall.Builder call(Instant timestamp, String method, String url, String source) {
    ApiCall.Builder call =
        ApiCall.builder(timestamp, method, url, status)
            .source(source)
            .vantage(Vantage.CLIENT)
            .client(request.client())
            .requestBytes(requestSize());
    String key = keyEvidence.key(CallUrl.parse(url), status, source);
    if (key != null) {
      call.identity(new Identity(key, null, null));
    }
    answer.addTo(call, ErrorBody::parse);
    return call;
  }

  private long requestSize() {
    long length = request.number(FieldName.CONTENT_LENGTH);
    if (length >= 0) {
      return length;
    }
    return requestBytes >= 0 || bodyBytes == 0 ? requestBytes : bodyBytes;
  }
}
