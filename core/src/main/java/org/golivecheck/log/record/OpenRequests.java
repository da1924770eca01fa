package org.golivecheck.log.record;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Requests that were logged in a record of their own and whose response may still come, by the id
 * that both have. Keeps a bounded number: then the oldest is dropped.
 */
final class OpenRequests {
  private static final int MOST = 4_096;

  /**
   * A request.
   *
   * @param values what its record says
   * @param line where the record is
   * @param offset how many bytes of the log are before it
   */
  record Request(RecordValues values, long line, long offset) {}

  private final Map<String, Request> requests = new LinkedHashMap<>();

  void clear() {
    requests.clear();
  }

  /**
   * Keeps a request; returns the one that is dropped for it, whose response would not be found any
   * more.
   */
  @Nullable Request add(String id, Request request) {
    Request before = requests.remove(id);
    requests.put(id, request);
    if (before == null && requests.size() > MOST) {
      Iterator<Request> oldest = requests.values().iterator();
      before = oldest.next();
      oldest.remove();
    }
    return before;
  }

  /** Takes the request with an id, or returns null if there is none. */
  @Nullable Request take(String id) {
    return requests.remove(id);
  }

  /** Takes all requests, the oldest first. */
  void drain(BiConsumer<String, Request> taker) {
    requests.forEach(taker);
    requests.clear();
  }
}
