package org.golivecheck.junit;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.golivecheck.recorder.CallRecorder;
import org.jspecify.annotations.Nullable;

/**
 * The recorders of the test classes with {@link GoLive} that are running.
 *
 * <p>A Jakarta REST client accepts a filter of the same class only once. If several test classes
 * share a client, the filter of the first one sees the calls of all, so it asks here whose they
 * are.
 */
public final class RunningClasses {
  private static final Set<CallRecorder> RUNNING = ConcurrentHashMap.newKeySet();

  private static final Set<CallRecorder> KNOWN =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** The recorder of the class whose tests run in this thread, or in the one that started it. */
  private static final ThreadLocal<@Nullable CallRecorder> OF_THREAD =
      new InheritableThreadLocal<>();

  private RunningClasses() {}

  /**
   * Returns the recorder for a call that this thread makes: that of the running class, if the given
   * one belongs to another class with {@link GoLive}, else the given one.
   *
   * @param given the recorder of the adapter that sees the call
   */
  public static CallRecorder recorder(CallRecorder given) {
    if (!KNOWN.contains(given)) {
      return given;
    }
    CallRecorder ofThread = OF_THREAD.get();
    if (ofThread != null && RUNNING.contains(ofThread)) {
      return ofThread;
    }
    return RUNNING.contains(given) || RUNNING.size() != 1 ? given : RUNNING.iterator().next();
  }

  /** Records that tests of a class run in this thread. */
  static void enter(CallRecorder recorder) {
    KNOWN.add(recorder);
    RUNNING.add(recorder);
    OF_THREAD.set(recorder);
  }

  /** Records that all tests of a class have run. */
  static void leave(CallRecorder recorder) {
    RUNNING.remove(recorder);
    OF_THREAD.remove();
  }
}
