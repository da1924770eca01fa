package org.golivecheck.log.exchange;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The requests whose responses may still come, each with what identifies its response. Their number
 * is bounded: the oldest is dropped for a new one. Not thread-safe.
 */
public final class OpenExchanges {
  /** Far more than threads call at a time; each takes some kilobytes. */
  public static final int MOST = 512;

  private record Entry(String id, String thread, Exchange exchange) {}

  private final ExchangeCalls calls;
  private final ArrayDeque<Entry> entries = new ArrayDeque<>();

  public OpenExchanges(ExchangeCalls calls) {
    this.calls = calls;
  }

  /** Forgets all: another log begins. */
  public void clear() {
    entries.clear();
  }

  /**
   * Adds a request. One before it of the same id and thread can get no response any more.
   *
   * @param id what its response is known by, though not by it alone
   * @param thread the thread it was logged by; empty where the log does not show it
   */
  public void add(String id, String thread, Exchange exchange) {
    Entry before = remove(id, thread);
    if (before != null) {
      calls.close(before.exchange());
    } else if (entries.size() == MOST) {
      calls.close(entries.removeFirst().exchange());
    }
    entries.addLast(new Entry(id, thread, exchange));
  }

  /** Takes the newest request of an id: one of the thread if there is one. */
  public @Nullable Exchange take(String id, String thread) {
    Entry entry = remove(id, thread);
    if (entry == null) {
      entry = remove(id, null);
    }
    return entry == null ? null : entry.exchange();
  }

  /** Takes the request of a thread that has no other open, or returns null. */
  public @Nullable Exchange takeOnly(String thread) {
    Entry only = null;
    for (Entry entry : entries) {
      if (entry.thread().equals(thread)) {
        if (only != null) {
          return null;
        }
        only = entry;
      }
    }
    if (only == null) {
      return null;
    }
    entries.remove(only);
    return only.exchange();
  }

  private @Nullable Entry remove(String id, @Nullable String thread) {
    for (Iterator<Entry> newest = entries.descendingIterator(); newest.hasNext(); ) {
      Entry entry = newest.next();
      if (entry.id().equals(id) && (thread == null || entry.thread().equals(thread))) {
        newest.remove();
        return entry;
      }
    }
    return null;
  }

  /** Ends the log: none of them gets a response. */
  public void end() {
    for (Entry entry : entries) {
      calls.close(entry.exchange());
    }
    entries.clear();
  }
}
