package org.golivecheck.recorder;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The test classes that are running, each with the recorder of its calls. {@code @GoLive} tells it
 * of them; another framework can do the same, in the thread that runs the tests.
 *
 * <p>A call belongs to the class whose test makes it in the thread of the test. If only one class
 * runs, calls of all other threads belong to it. If several run at once, a thread of a pool does
 * not tell for which of them it works: its calls belong to the class whose client makes them, and
 * if classes share the client to none of them, which fails what runs. See {@link #executor}.
 */
public final class RunningClasses {
  private static final int MOST_NAMED = 3;

  /** The class of a thread. A thread inherits that of the thread that started it. */
  private record Owner(@Nullable CallRecorder recorder, Thread thread) {}

  /** The state of all classes. Guarded by its own lock. */
  private static final Set<CallRecorder> RUNNING = new LinkedHashSet<>();

  private static final Set<CallRecorder> KNOWN = Collections.newSetFromMap(new WeakHashMap<>());

  /** Recorders whose clients several classes use. */
  private static final Set<CallRecorder> SEVERAL = Collections.newSetFromMap(new WeakHashMap<>());

  /**
   * How many calls of unknown threads each recorder got, since its class alone seemed to use it.
   */
  private static final Map<CallRecorder, Long> GUESSED = new WeakHashMap<>();

  private static final Set<String> STRAYS = ConcurrentHashMap.newKeySet();
  private static final AtomicLong STRAY = new AtomicLong();
  private static final ThreadLocal<@Nullable Owner> OWNER = new InheritableThreadLocal<>();

  private RunningClasses() {}

  /** Tells that tests of a class run in this thread, whose calls go to a recorder. */
  public static void enter(CallRecorder recorder) {
    OWNER.set(new Owner(recorder, Thread.currentThread()));
    synchronized (RUNNING) {
      KNOWN.add(recorder);
      RUNNING.add(recorder);
    }
  }

  /** Tells that tests whose calls nobody judges run in this thread. */
  public static void enterUnjudged() {
    OWNER.set(new Owner(null, Thread.currentThread()));
  }

  /** Tells that all tests of a class have run. No later call goes to its recorder. */
  public static void leave(CallRecorder recorder) {
    OWNER.remove();
    synchronized (RUNNING) {
      RUNNING.remove(recorder);
    }
  }

  /**
   * Returns an executor whose tasks make their calls for the class that hands them over, for pools
   * that several classes share.
   *
   * @param pool runs the tasks
   */
  public static Executor executor(Executor pool) {
    return task -> {
      Owner of = OWNER.get();
      pool.execute(
          () -> {
            Owner before = OWNER.get();
            OWNER.set(of == null ? null : new Owner(of.recorder, Thread.currentThread()));
            try {
              task.run();
            } finally {
              OWNER.set(before);
            }
          });
    };
  }

  /**
   * Returns what is to be said of calls that belong to no class, and forgets them; empty if there
   * are none.
   */
  public static String takeUnattributed() {
    long count = STRAY.getAndSet(0);
    if (count == 0) {
      return "";
    }
    Set<String> calls = Set.copyOf(STRAYS);
    STRAYS.clear();
    return (count == 1 ? "1 call belongs" : count + " calls belong")
        + " to no test class, so nobody judges what was called: "
        + String.join(", ", calls.stream().sorted().limit(MOST_NAMED).toList())
        + (calls.size() > MOST_NAMED ? ", ..." : "")
        + ". Either the class had finished, or several classes ran at once and a thread of a pool"
        + " does not tell for which of them it works. Wait for the calls in the test; let the"
        + " classes run one after another (@Isolated, or @ResourceLock with one name); or hand"
        + " tasks to a pool through RunningClasses.executor(pool).";
  }

  /**
   * Returns the recorder for a call that this thread makes, or null if it belongs to no class.
   *
   * @param given the recorder of the adapter that sees the call
   */
  static @Nullable CallRecorder of(CallRecorder given) {
    Owner owner = OWNER.get();
    CallRecorder own = owner == null ? null : owner.recorder;
    boolean sure = owner != null && owner.thread == Thread.currentThread();
    synchronized (RUNNING) {
      if (!given.isShared() && !KNOWN.contains(given)) {
        return given;
      }
      if (sure && own != null && RUNNING.contains(own)) {
        if (own != given && SEVERAL.add(given)) {
          // Until now it seemed to be of one class, so others' calls may have gone to that.
          stray(GUESSED.getOrDefault(given, 0L), "a client that classes share");
        }
        return own;
      }
      boolean unjudged = owner != null && own == null;
      if (RUNNING.size() == 1 && !(unjudged && sure)) {
        return RUNNING.iterator().next();
      }
      if (unjudged || KNOWN.isEmpty()) {
        return CallRecorder.current();
      }
      if (!RUNNING.contains(given) || SEVERAL.contains(given)) {
        return null;
      }
      GUESSED.merge(given, 1L, Long::sum);
      return given;
    }
  }

  /** Counts a call that belongs to no class. */
  static void stray(String method, String url) {
    int query = url.indexOf('?');
    stray(
        1,
        method
            + ' '
            + (query < 0 ? url : url.substring(0, query))
            + " in thread "
            + Thread.currentThread().getName());
  }

  private static void stray(long calls, String what) {
    if (calls > 0) {
      STRAY.addAndGet(calls);
      if (STRAYS.size() <= MOST_NAMED) {
        STRAYS.add(what);
      }
    }
  }
}
