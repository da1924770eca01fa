package org.golivecheck.recorder;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
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
 * A call in progress. An adapter of an HTTP client passes what it sees, in this order: headers and
 * body of the request, the status, headers and body of the response, the end. Whatever is left out
 * is unknown. Without a status there is no call.
 *
 * <pre>{@code
 * CallRecording call = recorder.request("GET", "https://demo.docusign.net/restapi/v2.1/...");
 * call.requestHeader("User-Agent", "acme/1.0");
 * call.status(200).responseHeader("X-DocuSign-TraceToken", token).responseBody(bytes, 0, count).end();
 * }</pre>
 *
 * <p>No method ever throws; {@link CallRecorder#failures()} counts errors. Bodies and credentials
 * are examined and not kept. Thread-safe.
 */
public final class CallRecording {
  /** How much of the body of a response is examined, in bytes. */
  private static final long MAX_BODY = 16L * 1024 * 1024;

  private final CallRecorder recorder;
  private final String method;
  private final String url;
  private final long start = System.nanoTime();
  private @Nullable Exchange exchange;
  private @Nullable Responded responded;
  private @Nullable ApiCall call;
  private @Nullable EncodedBody encoded;
  private long bodyBytes;
  private boolean bodyBegan;

  /** When the response to a call arrived, and its number in the recorder. */
  private record Responded(Instant time, Duration after, long number, int status) {}

  /**
   * Starts a recording.
   *
   * @param exchange the resources to use until the end; null for a recording that ignores
   *     everything
   */
  CallRecording(CallRecorder recorder, String method, String url, @Nullable Exchange exchange) {
    this.recorder = recorder;
    this.method = method;
    this.url = url;
    this.exchange = exchange;
  }

  /** Takes a header of the request. It may contain a credential, which is not kept. */
  public CallRecording requestHeader(String name, String value) {
    return step(
        open -> {
          // Tokens are compared with those issued to other calls.
          synchronized (recorder.keys()) {
            open.requestHeader(name, value);
          }
        });
  }

  /** Sets the size of the request body in bytes, if the client knows it. */
  public CallRecording requestBytes(long bytes) {
    return step(open -> open.requestBytes(bytes));
  }

  /** Takes a part of the body of the request: the bytes in {@code [from, to)}. */
  public CallRecording requestBody(byte[] bytes, int from, int to) {
    return step(open -> open.requestBody(bytes, from, to));
  }

  /**
   * Returns a stream that writes to another one and records what is written. The client writes the
   * body of the request to it.
   */
  public OutputStream requestBody(OutputStream out) {
    return new RequestStream(out, this);
  }

  /**
   * Records that the response has arrived. From now on the recorder contains the call.
   *
   * @param code the HTTP status; ignored if it does not have three digits
   */
  public CallRecording status(int code) {
    return step(
        open -> {
          if (responded == null && code >= 100 && code <= 999) {
            open.respond(code);
            Duration after = Duration.ofNanos(System.nanoTime() - start);
            Instant time = recorder.now();
            responded = new Responded(time, after, recorder.add(this), code);
          }
        });
  }

  /** Takes a header of the response. */
  public CallRecording responseHeader(String name, String value) {
    return step(
        open -> {
          if (name.equalsIgnoreCase("Content-Encoding")) {
            encoded = EncodedBody.of(value);
          }
          open.responseHeader(name, value);
        });
  }

  /**
   * Takes a part of the body of the response, in UTF-8 if it is text: the bytes in {@code [from,
   * to)}. It may be compressed as the header {@code Content-Encoding} says. The first 16 MiB of a
   * body are examined, or 64 KiB if it is compressed.
   */
  public CallRecording responseBody(byte[] bytes, int from, int to) {
    return step(
        open -> {
          if (responded != null && !bodyBegan) {
            // For callers that ask while the body is being read: its errors can be read only once.
            call = build(open, responded);
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
   * Returns a stream of the same bytes for the client to read. It records the body of the response,
   * and ends the recording when it is read to its end or closed.
   */
  public InputStream responseBody(InputStream in) {
    return new ResponseStream(in, this);
  }

  /**
   * Ends the recording, because the response is read or abandoned, or the connection failed. Later
   * calls of any method are ignored.
   */
  public void end() {
    step(
        open -> {
          exchange = null;
          try {
            if (responded != null) {
              if (encoded != null) {
                encoded.decode(open);
              }
              call = build(open, responded);
            }
          } finally {
            recorder.ended(this, open);
          }
        });
  }

  /** Returns the number of the call in its recorder, from 1; 0 before its response. */
  synchronized long number() {
    return responded == null ? 0 : responded.number;
  }

  /** Returns the call as far as it is known, or null without a response. */
  synchronized @Nullable ApiCall call() {
    step(
        open -> {
          if (responded != null && (!bodyBegan || !succeeded(responded))) {
            call = build(open, responded);
          }
        });
    return call;
  }

  private static boolean succeeded(Responded responded) {
    return responded.status >= 200 && responded.status <= 299;
  }

  private ApiCall build(Exchange open, Responded at) {
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
      } catch (RuntimeException | LinkageError e) {
        recorder.noteFailure(e);
      }
    }
    return this;
  }

  /**
   * The body of a request, as the client writes it. Bytes that are written are also passed to a
   * recording.
   */
  private static final class RequestStream extends FilterOutputStream {
    private final CallRecording recording;

    RequestStream(OutputStream out, CallRecording recording) {
      super(out);
      this.recording = recording;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      recording.requestBody(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      recording.requestBody(bytes, offset, offset + length);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /**
   * The body of a response, as the client reads it. Bytes that are read are also passed to a
   * recording, once. Skipped bytes leave a gap, and what comes after it is not recorded.
   */
  private static final class ResponseStream extends FilterInputStream {
    private final CallRecording recording;
    private long position;
    private long marked;
    private long recorded;

    ResponseStream(InputStream in, CallRecording recording) {
      super(in);
      this.recording = recording;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read < 0) {
        recording.end();
      } else {
        take(new byte[] {(byte) read}, 0, 1);
      }
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      if (count < 0) {
        recording.end();
      } else {
        take(bytes, offset, count);
      }
      return count;
    }

    private void take(byte[] bytes, int offset, int count) {
      long end = position + count;
      if (position <= recorded && end > recorded) {
        int again = (int) (recorded - position);
        recording.responseBody(bytes, offset + again, offset + count);
        recorded = end;
      }
      position = end;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      position += skipped;
      return skipped;
    }

    @Override
    public synchronized void mark(int limit) {
      super.mark(limit);
      marked = position;
    }

    @Override
    public synchronized void reset() throws IOException {
      super.reset();
      position = marked;
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        recording.end();
      }
    }
  }
}
