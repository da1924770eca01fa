package org.golivecheck.recorder;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.jspecify.annotations.Nullable;

/**
 * One call while it is made. An adapter of an HTTP client tells it what it sees, in this order:
 * headers and body of the request, the status, headers and body of the answer, the end. Whatever is
 * left out is unknown; without a status there is no call.
 *
 * <pre>{@code
 * CallRecording call = recorder.request("GET", "https://demo.docusign.net/restapi/v2.1/...");
 * call.requestHeader("User-Agent", "acme/1.0");
 * call.status(200).answerHeader("X-DocuSign-TraceToken", token).answerBody(bytes, 0, count).end();
 * }</pre>
 *
 * <p>No method ever throws, whatever it is given: what goes wrong is counted by {@link
 * CallRecorder#failures()}. Bodies and credentials are looked at and dropped. Thread-safe.
 */
public final class CallRecording {
  /** How much of the body of an answer is looked at. */
  private static final long MAX_BODY = 16L * 1024 * 1024;

  private final CallRecorder recorder;
  private final String method;
  private final String url;
  private final long start = System.nanoTime();
  private @Nullable Exchange exchange;
  private @Nullable Answered answered;
  private @Nullable ApiCall call;
  private @Nullable EncodedBody encoded;
  private long bodyBytes;
  private boolean bodyBegan;

  /** When a call was answered, and which one of its recorder it is. */
  private record Answered(Instant time, Duration after, long number, int status) {}

  /**
   * Starts a recording.
   *
   * @param exchange what to use until the end; null for a recording that takes nothing in
   */
  CallRecording(CallRecorder recorder, String method, String url, @Nullable Exchange exchange) {
    this.recorder = recorder;
    this.method = method;
    this.url = url;
    this.exchange = exchange;
  }

  /** Takes a header of the request; one with a credential too, of which nothing is kept. */
  public CallRecording requestHeader(String name, String value) {
    return step(
        open -> {
          // Tokens are compared with those that other calls were given.
          synchronized (recorder.keys()) {
            open.requestHeader(name, value);
          }
        });
  }

  /** Says how large the body of the request is, where the client knows it; in bytes. */
  public CallRecording requestBytes(long bytes) {
    return step(open -> open.requestBytes(bytes));
  }

  /** Takes a part of the body of the request: the bytes in {@code [from, to)}. */
  public CallRecording requestBody(byte[] bytes, int from, int to) {
    return step(open -> open.requestBody(bytes, from, to));
  }

  /**
   * Returns a stream that writes to another, where the client is about to write the body of the
   * request, and tells the recording of it.
   */
  public OutputStream requestBody(OutputStream out) {
    return new RequestStream(out, this);
  }

  /**
   * Says that an answer has come. From here on the recorder has the call.
   *
   * @param code the HTTP status; one that is not of three digits is no answer
   */
  public CallRecording status(int code) {
    return step(
        open -> {
          if (answered == null && code >= 100 && code <= 999) {
            open.respond(code);
            Duration after = Duration.ofNanos(System.nanoTime() - start);
            Instant time = recorder.now();
            answered = new Answered(time, after, recorder.add(this), code);
          }
        });
  }

  /** Takes a header of the answer. */
  public CallRecording answerHeader(String name, String value) {
    return step(
        open -> {
          if (name.equalsIgnoreCase("Content-Encoding")) {
            encoded = EncodedBody.of(value);
          }
          open.responseHeader(name, value);
        });
  }

  /**
   * Takes a part of the body of the answer, in UTF-8 if it is text: the bytes in {@code [from,
   * to)}. If it is compressed, then as the header {@code Content-Encoding} says. Of a large body
   * the first 16 MiB are looked at, of a compressed one 64 KiB.
   */
  public CallRecording answerBody(byte[] bytes, int from, int to) {
    return step(
        open -> {
          if (answered != null && !bodyBegan) {
            // For who asks while the body is under way, which can be read for errors but once.
            call = build(open, answered);
            bodyBegan = true;
          }
          int end = (int) Math.min(to, from + MAX_BODY - bodyBytes);
          bodyBytes += end - from;
          if (encoded != null) {
            encoded.take(bytes, from, end);
          } else {
            open.responseBody(bytes, from, end);
          }
        });
  }

  /**
   * Returns a stream of the same bytes for the client to read, which tells the recording of the
   * body of the answer, and of the end where it is read to its end or closed.
   */
  public InputStream answerBody(InputStream in) {
    return new AnswerStream(in, this);
  }

  /**
   * Ends the recording: the answer is read or given up, or the connection failed. What is told
   * later is not heard.
   */
  public void end() {
    step(
        open -> {
          exchange = null;
          try {
            if (answered != null) {
              if (encoded != null) {
                encoded.decode(open);
              }
              call = build(open, answered);
            }
          } finally {
            recorder.ended(this, open);
          }
        });
  }

  /** Returns the number of the call among those of its recorder, from 1; 0 before its answer. */
  synchronized long number() {
    return answered == null ? 0 : answered.number;
  }

  /** Returns the call as far as it is known, or null where there is none. */
  synchronized @Nullable ApiCall call() {
    step(
        open -> {
          if (answered != null && (!bodyBegan || !succeeded(answered))) {
            call = build(open, answered);
          }
        });
    return call;
  }

  private static boolean succeeded(Answered answered) {
    return answered.status >= 200 && answered.status <= 299;
  }

  private ApiCall build(Exchange open, Answered at) {
    ApiCall raw;
    String source = recorder.name() + ":" + at.number;
    synchronized (recorder.keys()) {
      open.method(method);
      open.url(url);
      raw = ExchangeCalls.call(open, at.time, source);
    }
    return recorder.redaction().redact(raw, at.after);
  }

  private synchronized CallRecording step(Consumer<Exchange> step) {
    Exchange open = exchange;
    if (open != null) {
      try {
        step.accept(open);
      } catch (RuntimeException e) {
        recorder.noteFailure();
      }
    }
    return this;
  }
}
