package org.golivecheck.recorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.TransportCause;
import org.golivecheck.call.Unanswered;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.IntegrationKeys;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls of an HTTP client, including OAuth: every call of a test run, whereas
 * DocuSign's request log contains 50 calls of one user.
 *
 * <pre>{@code
 * CallRecorder recorder = new CallRecorder();
 * apiClient.getHttpClient().register(new RecordingClientFilter(recorder));
 * // ... run the integration ...
 * GoLiveReport report = GoLiveCheck.withDefaults().check(recorder);
 * }</pre>
 *
 * <p>It keeps neither bodies nor credentials, and hides personal data in messages, queries and
 * headers. Ids, error codes and trace tokens are kept. This does not change the verdict.
 *
 * <p>Memory is bounded. If there are more calls than the capacity, the oldest are dropped, since
 * the review examines the newest. {@link #dropped()} counts them, and reports say so.
 *
 * <p>Thread-safe. An adapter calls {@link #request}; it can neither change a call nor make it fail.
 */
public final class CallRecorder {
  /** The default number of calls kept, which take some megabytes. */
  public static final int DEFAULT_CAPACITY = 10_000;

  /**
   * The maximum number of responses being read at a time. Older ones are recorded as far as they
   * are known.
   */
  private static final int MOST_OPEN = 256;

  private static final int MOST_IDLE = 16;

  /** Keeps nothing itself, so it needs little room. */
  private static final CallRecorder CURRENT =
      new CallRecorder("calls of no class", 1, InstantSource.system());

  private final String name;
  private final int capacity;
  private final InstantSource clock;
  private final IntegrationKeys keys = new IntegrationKeys();
  private final RecordRedaction redaction = new RecordRedaction();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicReference<@Nullable String> firstFailure = new AtomicReference<>();
  private final Object lock = new Object();

  /** The calls, oldest first. Guarded by the lock, as are the fields below. */
  private final Deque<CallRecording> recordings = new ArrayDeque<>();

  private final Set<CallRecording> open = new LinkedHashSet<>();
  private final Deque<Exchange> idle = new ArrayDeque<>();
  private long responses;
  private long dropped;
  private final Object appending = new Object();

  /** The number of the last call that was added to a file. Guarded by its own lock. */
  private long appended;

  /** Creates an empty recorder with the default capacity and the system clock. */
  public CallRecorder() {
    this("recorder", DEFAULT_CAPACITY, InstantSource.system());
  }

  /**
   * Creates an empty recorder.
   *
   * @param name the name of the recorder in reports, in place of the name of a log
   * @param capacity how many calls are kept, at least 1
   * @param clock gives the time of each call; if a test simulates time, the clock that the
   *     integration uses
   */
  public CallRecorder(String name, int capacity, InstantSource clock) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity is at least 1, not " + capacity);
    }
    this.name = Objects.requireNonNull(name, "name");
    this.capacity = capacity;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Returns a recorder for clients that several test classes share, such as a bean of Spring: each
   * call goes to the class with {@code @GoLive} whose test makes it. Where no class has begun, and
   * in the tests of others, calls are not kept.
   */
  public static CallRecorder current() {
    return CURRENT;
  }

  /** Returns whether this is the recorder of whatever class is running. */
  boolean isShared() {
    return this == CURRENT;
  }

  /**
   * Starts the recording of a call that a client is about to make. Of classes that share a client,
   * the one whose test makes the call gets it, whosever recorder this is.
   *
   * @param method the HTTP method
   * @param url the absolute URL
   */
  public CallRecording request(String method, String url) {
    try {
      CallRecorder to = RunningClasses.of(this);
      if (to == null) {
        RunningClasses.stray(method, url);
      }
      return to == null || to == CURRENT
          ? new CallRecording(this, "", "", null)
          : to.start(Objects.requireNonNull(method, "method"), Objects.requireNonNull(url, "url"));
    } catch (RuntimeException | LinkageError e) {
      noteFailure(e);
      return new CallRecording(this, "", "", null);
    }
  }

  private CallRecording start(String method, String url) {
    requests.incrementAndGet();
    try {
      return new CallRecording(this, method, url, exchange());
    } catch (RuntimeException | LinkageError e) {
      noteFailure(e);
      return new CallRecording(this, "", "", null);
    }
  }

  private Exchange exchange() {
    Exchange exchange;
    synchronized (lock) {
      exchange = idle.poll();
    }
    if (exchange == null) {
      return new Exchange(ReadLimits.DEFAULT, keys);
    }
    exchange.start();
    return exchange;
  }

  /** Frees the resources of a recording that ended. */
  void ended(CallRecording recording, Exchange exchange) {
    synchronized (lock) {
      open.remove(recording);
      if (idle.size() < MOST_IDLE) {
        idle.push(exchange);
      }
    }
  }

  /** Adds a call with a response, and returns its number. */
  long add(CallRecording recording) {
    CallRecording givenUp = null;
    long number;
    synchronized (lock) {
      number = ++responses;
      recordings.add(recording);
      if (recordings.size() > capacity) {
        recordings.remove();
        dropped++;
      }
      open.add(recording);
      if (open.size() > MOST_OPEN) {
        givenUp = open.iterator().next();
        open.remove(givenUp);
      }
    }
    if (givenUp != null) {
      // No deadlock: a recording ends only an older one.
      givenUp.end();
    }
    return number;
  }

  Instant now() {
    return clock.instant();
  }

  /** Returns the name of the recorder in reports. */
  public String name() {
    return name;
  }

  IntegrationKeys keys() {
    return keys;
  }

  RecordRedaction redaction() {
    return redaction;
  }

  /** Counts an error of the recorder or of an adapter. Such errors never reach the integration. */
  public void noteFailure() {
    failures.incrementAndGet();
  }

  /** Counts an error of the recorder or of an adapter, and keeps what the first one was. */
  public void noteFailure(Throwable failure) {
    firstFailure.compareAndSet(null, failure.toString());
    noteFailure();
  }

  /** Returns what the first error was, or null if that is unknown. */
  public @Nullable String firstFailure() {
    return firstFailure.get();
  }

  /**
   * Returns the calls with a response so far, oldest first. They include calls whose response is
   * still being read, without the errors in the rest of the body.
   */
  public Stream<ApiCall> calls() {
    return calls(recordings()).stream();
  }

  private List<CallRecording> recordings() {
    synchronized (lock) {
      return List.copyOf(recordings);
    }
  }

  private static List<ApiCall> calls(List<CallRecording> recordings) {
    List<ApiCall> calls = new ArrayList<>(recordings.size());
    for (CallRecording recording : recordings) {
      ApiCall call = recording.call();
      if (call != null) {
        calls.add(call);
      }
    }
    return calls;
  }

  /** Returns how many calls got a response since the start or since {@link #clear()}. */
  public long recorded() {
    synchronized (lock) {
      return responses;
    }
  }

  /**
   * Returns how many calls were dropped, oldest first, because there were more than the capacity.
   */
  public long dropped() {
    synchronized (lock) {
      return dropped;
    }
  }

  /**
   * Returns how many requests have no response, because the connection failed or they are in
   * progress. They are not calls.
   */
  public long unanswered() {
    return Math.max(0, requests.get() - recorded());
  }

  /** Returns the same requests as reports name them. */
  public List<Unanswered> withoutResponse() {
    long count = unanswered();
    return count == 0
        ? List.of()
        : List.of(new Unanswered("", TransportCause.UNKNOWN, name, count));
  }

  /** Returns the number of errors while recording. After an error a call may be missing. */
  public long failures() {
    return failures.get();
  }

  /**
   * Removes all calls and resets the counts. Keeps which tokens belong to which integration key.
   */
  public void clear() {
    synchronized (appending) {
      synchronized (lock) {
        recordings.clear();
        responses = 0;
        dropped = 0;
        appended = 0;
        requests.set(0);
        failures.set(0);
        firstFailure.set(null);
      }
    }
  }

  /**
   * Writes all calls as NDJSON, one object per line, which {@code golive-check} reads. If calls
   * were dropped, a last line says how many.
   *
   * @param out where to write; neither flushed nor closed
   * @throws IOException if writing fails
   */
  public void write(Appendable out) throws IOException {
    CallLines.write(calls(recordings()), dropped(), out);
  }

  /**
   * Writes all calls to a file as NDJSON, and replaces its content. Creates folders as needed.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void writeTo(Path file) {
    RecordFile.replace(file, calls(recordings()), dropped());
  }

  /**
   * Appends the calls since the last time to a file as NDJSON. Several recorders and several
   * processes may append to the same file. Creates folders as needed. If calls were dropped that
   * had not been appended, a last line says how many.
   *
   * @throws UncheckedIOException if the file cannot be written; nothing is appended then, but the
   *     next time
   */
  public void appendTo(Path file) {
    synchronized (appending) {
      List<CallRecording> added = new ArrayList<>(recordings());
      added.removeIf(recording -> recording.number() <= appended);
      // Numbers have no gaps: the calls between were dropped before they could be appended.
      long missing = added.isEmpty() ? 0 : added.get(0).number() - 1 - appended;
      RecordFile.append(file, calls(added), missing);
      appended = added.isEmpty() ? appended : added.get(added.size() - 1).number();
    }
  }
}
