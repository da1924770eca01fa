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
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.IntegrationKeys;

/**
 * Records calls as an HTTP client makes them, OAuth included: every call of a test run, where
 * DocuSign's request log has 50 of one user.
 *
 * <pre>{@code
 * CallRecorder recorder = new CallRecorder();
 * apiClient.getHttpClient().register(new RecordingClientFilter(recorder));
 * // ... run the integration ...
 * GoLiveReport report = GoLiveCheck.withDefaults().check(recorder);
 * }</pre>
 *
 * <p>It holds neither bodies nor credentials, and hides personal data in what it keeps: messages,
 * queries and headers. Ids, error codes and trace tokens stay. The verdict is the same as without
 * that.
 *
 * <p>Memory is bounded. Where there are more calls than its capacity the oldest go, since the
 * review examines the newest; they are counted by {@link #dropped()}, and reports say so.
 *
 * <p>Thread-safe. An adapter calls {@link #request}; it can neither change a call nor make it fail.
 */
public final class CallRecorder {
  /** How many calls are kept where nobody says otherwise: some megabytes. */
  public static final int DEFAULT_CAPACITY = 10_000;

  /** So many answers may be read at a time; what is known of an older one has to do. */
  private static final int MOST_OPEN = 256;

  private static final int MOST_IDLE = 16;

  private final String name;
  private final int capacity;
  private final InstantSource clock;
  private final IntegrationKeys keys = new IntegrationKeys();
  private final RecordRedaction redaction = new RecordRedaction();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final Object lock = new Object();

  /** The calls, oldest first. Guarded by the lock, as all below. */
  private final Deque<CallRecording> recordings = new ArrayDeque<>();

  private final Set<CallRecording> open = new LinkedHashSet<>();
  private final Deque<Exchange> idle = new ArrayDeque<>();
  private long answers;
  private long dropped;
  private final Object appending = new Object();

  /** The number of the last call that was added to a file. Guarded by its own lock. */
  private long appended;

  /** Starts with no call, the default capacity and the clock of the system. */
  public CallRecorder() {
    this("recorder", DEFAULT_CAPACITY, InstantSource.system());
  }

  /**
   * Starts with no call.
   *
   * @param name what reports call the recorder, in place of the name of a log
   * @param capacity how many calls are kept, at least 1
   * @param clock gives the time of each call: the one that the integration goes by, where a test
   *     lets hours pass in a moment
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
   * Starts the recording of a call that a client is about to make.
   *
   * @param method the HTTP method
   * @param url the absolute URL
   */
  public CallRecording request(String method, String url) {
    requests.incrementAndGet();
    try {
      return new CallRecording(
          this,
          Objects.requireNonNull(method, "method"),
          Objects.requireNonNull(url, "url"),
          exchange());
    } catch (RuntimeException e) {
      noteFailure();
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

  /** Takes back what a recording has used that ended. */
  void ended(CallRecording recording, Exchange exchange) {
    synchronized (lock) {
      open.remove(recording);
      if (idle.size() < MOST_IDLE) {
        idle.push(exchange);
      }
    }
  }

  /** Takes a call that was answered, and returns its number. */
  long add(CallRecording recording) {
    CallRecording givenUp = null;
    long number;
    synchronized (lock) {
      number = ++answers;
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
      // Nobody waits in a circle: a recording gives up none but an older one.
      givenUp.end();
    }
    return number;
  }

  Instant now() {
    return clock.instant();
  }

  /** Returns what reports call the recorder. */
  public String name() {
    return name;
  }

  IntegrationKeys keys() {
    return keys;
  }

  RecordRedaction redaction() {
    return redaction;
  }

  /** Counts an error of the recorder or of an adapter, which never reaches the integration. */
  public void noteFailure() {
    failures.incrementAndGet();
  }

  /**
   * Returns the calls that were answered until now, oldest first. A call whose answer is still
   * being read is among them, without what its body may yet say.
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

  /** Returns how many calls were answered since the start or since {@link #clear()}. */
  public long recorded() {
    synchronized (lock) {
      return answers;
    }
  }

  /** Returns how many calls went, the oldest first, because there were more than the capacity. */
  public long dropped() {
    synchronized (lock) {
      return dropped;
    }
  }

  /**
   * Returns how many requests have no answer: the connection failed, or they are under way. They
   * are no calls.
   */
  public long unanswered() {
    return Math.max(0, requests.get() - recorded());
  }

  /** Returns how often something went wrong while recording, so that a call may be missing. */
  public long failures() {
    return failures.get();
  }

  /** Forgets all calls and counts, but not which tokens belong to which integration key. */
  public void clear() {
    synchronized (appending) {
      synchronized (lock) {
        recordings.clear();
        answers = 0;
        dropped = 0;
        appended = 0;
        requests.set(0);
        failures.set(0);
      }
    }
  }

  /**
   * Writes all calls as NDJSON, one object a line, which {@code golive-check} reads.
   *
   * @param out where to write; neither flushed nor closed
   * @throws IOException if writing fails
   */
  public void write(Appendable out) throws IOException {
    CallLines.write(calls(recordings()), out);
  }

  /**
   * Writes all calls to a file as NDJSON, in place of what it held. Folders are made as needed.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void writeTo(Path file) {
    RecordFile.replace(file, calls(recordings()));
  }

  /**
   * Adds the calls since the last time to a file, as NDJSON. Several recorders, and several
   * processes, may add to one file. Folders are made as needed.
   *
   * @throws UncheckedIOException if the file cannot be written; the calls are then added the next
   *     time
   */
  public void appendTo(Path file) {
    synchronized (appending) {
      List<CallRecording> added = new ArrayList<>(recordings());
      added.removeIf(recording -> recording.number() <= appended);
      RecordFile.append(file, calls(added));
      appended = added.isEmpty() ? appended : added.get(added.size() - 1).number();
    }
  }
}
