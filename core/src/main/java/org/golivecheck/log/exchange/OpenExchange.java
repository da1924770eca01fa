package org.golivecheck.log.exchange;

import java.nio.charset.StandardCharsets;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.TextLine;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/** A request, and what there is of its answer so far. Used again for another; not thread-safe. */
public final class OpenExchange {
  private static final byte[] DATE = Ascii.bytes("date:");
  private static final byte[] LINE_FEED = {'\n'};

  private final HttpExchange http;
  private final int maxHeaders;
  private String method = "";
  private String url = "";
  private long line;
  private long offset;
  private int status;
  private int headers;
  private long answerBytes;
  private @Nullable LogTime sent;
  private @Nullable LogTime answered;
  private @Nullable String date;
  private long millis;

  public OpenExchange(int maxDepth, int maxHeaders, IntegrationKeys keys) {
    this.http = new HttpExchange(maxDepth, keys);
    this.maxHeaders = maxHeaders;
  }

  /** Begins with the request at a line. */
  public void start(String newMethod, String newUrl, TextLine at, @Nullable LogTime time) {
    http.start();
    method = newMethod;
    url = newUrl;
    line = at.number();
    offset = at.offset();
    sent = time;
    answered = null;
    status = 0;
    headers = 0;
    answerBytes = 0;
    date = null;
    millis = -1;
  }

  public HttpExchange http() {
    return http;
  }

  public String method() {
    return method;
  }

  public String url() {
    return url;
  }

  /** Sets the URL where a log has its host elsewhere than its path. */
  public void url(String value) {
    url = value;
  }

  /** Returns the line where the request begins. */
  public long line() {
    return line;
  }

  public long offset() {
    return offset;
  }

  public @Nullable LogTime sent() {
    return sent;
  }

  public @Nullable LogTime answered() {
    return answered;
  }

  /** Returns the {@code Date} header of the answer, or null. */
  public @Nullable String date() {
    return date;
  }

  /** Returns how many milliseconds the log says the call took, or -1. */
  public long millis() {
    return millis;
  }

  public void millis(long value) {
    millis = value;
  }

  /** Returns the status of the answer, or 0 while there is none. */
  public int status() {
    return status;
  }

  /** Begins the answer. */
  public void answer(int code, @Nullable LogTime time) {
    status = code;
    answered = time;
    headers = 0;
    answerBytes = 0;
    date = null;
    http.status(code);
  }

  /** Takes a header of the request: the bytes in {@code [from, to)} of a line. */
  public void requestHeader(byte[] bytes, int from, int to) {
    if (headers++ < maxHeaders) {
      http.requestHeader(bytes, from, to);
    }
  }

  /** Takes a header of the answer. */
  public void answerHeader(byte[] bytes, int from, int to) {
    if (headers++ >= maxHeaders) {
      return;
    }
    if (date == null && Ascii.startsWithIgnoringCase(bytes, from, to, DATE)) {
      int start = from + DATE.length;
      date = new String(bytes, start, to - start, StandardCharsets.ISO_8859_1);
    } else {
      http.answerHeader(bytes, from, to);
    }
  }

  /**
   * Takes a line of the body of the request, or a part of one.
   *
   * @param skipped how many bytes of it are not of the body
   * @param newLine whether a line break is before it
   */
  public void requestBody(TextLine part, int skipped, boolean newLine) {
    if (newLine) {
      http.requestBody(LINE_FEED, 0, 1);
    }
    http.requestBody(part.bytes(), part.from() + skipped, part.to());
  }

  /** Takes a line of the body of the answer, or a part of one, as {@link #requestBody} does. */
  public void answerBody(TextLine part, int skipped, boolean newLine) {
    if (newLine) {
      http.answerBody(LINE_FEED, 0, 1);
    }
    http.answerBody(part.bytes(), part.from() + skipped, part.to());
    answerBytes += part.to() - part.from() - skipped + (newLine ? 1 : 0);
  }

  /** Returns whether the answer says that more of its body is to come. */
  public boolean expectsBody() {
    return answerBytes < http.answerLength();
  }
}
