package org.golivecheck.log.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Vantage;
import org.golivecheck.call.body.ErrorBody;

/**
 * Makes a call of a request and its answer, as the logs of HTTP clients and proxies show them:
 * header by header, body by body. Parts may come in any order, but the status before the body of
 * the answer. Keeps no body and no credential. Reused; not thread-safe.
 */
public final class HttpExchange {
  private final FieldValues request = new FieldValues();
  private final Answer answer;
  private long requestBytes;
  private int status;

  /**
   * Makes room for one exchange at a time.
   *
   * @param maxDepth how deep JSON may be nested; what lies deeper is passed over
   */
  public HttpExchange(int maxDepth) {
    answer = new Answer(maxDepth);
    start();
  }

  /** Begins an exchange. */
  public void start() {
    request.clear();
    requestBytes = -1;
    status = 0;
    answer.start(0);
  }

  /** Takes a header of the request. */
  public void requestHeader(String name, String value) {
    request.add(FieldName.of(name), value.strip());
  }

  /** Says how large the body of the request was; -1 where the log does not tell. */
  public void requestBytes(long bytes) {
    requestBytes = bytes;
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

  /** Takes a part of the body of the answer: the bytes in {@code [from, to)}. */
  public void answerBody(byte[] bytes, int from, int to) {
    answer.body(bytes, from, to);
  }

  /** Takes a part of the body of the answer. */
  public void answerBody(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    answer.body(bytes, 0, bytes.length);
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
    long length = request.number(FieldName.CONTENT_LENGTH);
    ApiCall.Builder call =
        ApiCall.builder(timestamp, method, url, status)
            .source(source)
            .vantage(Vantage.CLIENT)
            .client(request.client())
            .requestBytes(length >= 0 ? length : requestBytes);
    answer.addTo(call, ErrorBody::parse);
    return call;
  }
}
