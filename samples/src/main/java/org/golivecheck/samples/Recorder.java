package org.golivecheck.samples;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.golivecheck.samples.LoggedCall.Layout;

/**
 * The request log of the user as whom an integration acts, with a clock and a call budget.
 *
 * <p>Nothing here is random: trace tokens derive from the story and the number of the call, so the
 * same story always gives the same bytes.
 */
final class Recorder {
  private static final int HOURLY_LIMIT = 3_000;
  private static final int BURST_LIMIT = 200;

  private final String story;
  private final List<LoggedCall> calls = new ArrayList<>();
  private Instant now;
  private int hourlyRemaining;

  /**
   * Starts a log.
   *
   * @param story the name of the story
   * @param start the time of the first call
   * @param hourlyRemaining how many calls the account has left in the hour of the start
   */
  Recorder(String story, Instant start, int hourlyRemaining) {
    this.story = story;
    this.now = start;
    this.hourlyRemaining = hourlyRemaining;
  }

  List<LoggedCall> calls() {
    return List.copyOf(calls);
  }

  Instant now() {
    return now;
  }

  /** Lets time pass until the next call. */
  void pass(Duration time) {
    Instant before = now;
    now = now.plus(time);
    if (!before.truncatedTo(ChronoUnit.HOURS).equals(now.truncatedTo(ChronoUnit.HOURS))) {
      hourlyRemaining = HOURLY_LIMIT;
    }
  }

  /** Returns an id that belongs to this story. */
  String id(String kind, int number) {
    String name = story + '/' + kind + '/' + number;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Writes a call down that ends now. */
  void record(Request request, Answer answer) {
    hourlyRemaining = Math.max(0, hourlyRemaining - 1);
    String traceToken = id("trace", calls.size());
    calls.add(
        new LoggedCall(
            now,
            traceToken,
            request.method(),
            request.url(),
            request.headers(),
            request.body(),
            answer.status(),
            responseHeaders(traceToken, answer),
            answer.body(),
            request.operation(),
            request.layout()));
  }

  private List<String> responseHeaders(String traceToken, Answer answer) {
    List<String> headers = new ArrayList<>();
    headers.add("Cache-Control: no-cache");
    if (!answer.body().isEmpty()) {
      headers.add("Content-Length: " + answer.body().getBytes(StandardCharsets.UTF_8).length);
      headers.add("Content-Type: " + answer.contentType());
    }
    headers.add("X-RateLimit-Reset: " + nextHour().getEpochSecond());
    headers.add("X-RateLimit-Limit: " + HOURLY_LIMIT);
    headers.add("X-RateLimit-Remaining: " + hourlyRemaining);
    headers.add("X-BurstLimit-Limit: " + BURST_LIMIT);
    headers.add("X-BurstLimit-Remaining: " + (BURST_LIMIT - 1));
    headers.add("X-DocuSign-TraceToken: " + traceToken);
    headers.add("X-DocuSign-Node: DA0DFE001");
    return headers;
  }

  private Instant nextHour() {
    return now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
  }

  /**
   * What is asked.
   *
   * @param method the HTTP method
   * @param url the absolute URL
   * @param operation the log's own name of the operation, empty where a log has none
   * @param headers header lines
   * @param body the request body, empty for none
   * @param layout how the log arranges the call
   */
  record Request(
      String method,
      String url,
      String operation,
      List<String> headers,
      String body,
      Layout layout) {}

  /**
   * What is answered.
   *
   * @param status the HTTP status
   * @param contentType the type of the body
   * @param body the response body, empty for none
   */
  record Answer(int status, String contentType, String body) {
    static Answer json(int status, String body) {
      return new Answer(status, "application/json; charset=utf-8", body);
    }

    /** An error in the shape of eSignature REST. */
    static Answer error(int status, String code, String message) {
      return json(status, "{\"errorCode\":\"" + code + "\",\"message\":\"" + message + "\"}");
    }
  }
}
