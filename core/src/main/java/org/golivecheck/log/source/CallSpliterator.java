package org.golivecheck.log.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.jspecify.annotations.Nullable;

/**
 * The calls of some inputs. Splits between inputs, files, and ranges of the entries of a zip file;
 * hands calls on as they are read, without a queue, unless asked for single ones.
 */
final class CallSpliterator implements Spliterator<ApiCall> {
  /** With fewer bytes to read, starting a thread costs more than it gains. */
  static final long LEAST_SPLIT = 4L << 20;

  private final Reading reading;
  private final Deque<Work> works;
  private final Queue<ApiCall> ready = new ArrayDeque<>();
  private @Nullable EntryReader reader;
  private Cursor cursor = Cursor.EMPTY;

  CallSpliterator(Reading reading, Collection<Work> works) {
    this.reading = reading;
    this.works = new ArrayDeque<>(works);
  }

  @Override
  public void forEachRemaining(Consumer<? super ApiCall> action) {
    ready.forEach(action);
    ready.clear();
    boolean more = true;
    while (more) {
      more = step(action);
    }
  }

  @Override
  public boolean tryAdvance(Consumer<? super ApiCall> action) {
    boolean more = true;
    while (ready.isEmpty() && more) {
      more = step(ready::add);
    }
    ApiCall call = ready.poll();
    if (call == null) {
      return false;
    }
    action.accept(call);
    return true;
  }

  /** Reads one entry, and returns whether there may be more. */
  private boolean step(Consumer<? super ApiCall> action) {
    try {
      if (cursor.advance(action)) {
        return true;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("every input keeps its own failures", e);
    }
    Work next = works.poll();
    if (next == null) {
      cursor = Cursor.EMPTY;
      giveBack();
      return false;
    }
    if (reader == null) {
      reader = reading.borrow();
    }
    cursor = next.open(reader);
    return true;
  }

  private void giveBack() {
    if (reader != null) {
      reading.giveBack(reader);
      reader = null;
    }
  }

  @Override
  public @Nullable Spliterator<ApiCall> trySplit() {
    if (reader != null || estimateSize() < LEAST_SPLIT) {
      return null;
    }
    if (works.size() == 1) {
      splitOnly(works.remove());
    }
    return works.size() < 2 ? null : new CallSpliterator(reading, takeHalf());
  }

  private void splitOnly(Work only) {
    EntryReader lent = reading.borrow();
    works.addAll(only.split(lent));
    reading.giveBack(lent);
  }

  /** Takes about half of the bytes, but leaves something. */
  private List<Work> takeHalf() {
    long half = estimateSize() / 2;
    List<Work> taken = new ArrayList<>();
    long bytes = 0;
    do {
      Work next = works.remove();
      bytes += next.bytes();
      taken.add(next);
    } while (works.size() > 1 && bytes + works.element().bytes() <= half);
    return taken;
  }

  /** Returns about how many bytes are left to read. */
  @Override
  public long estimateSize() {
    long bytes = ready.size();
    for (Work work : works) {
      bytes += work.bytes();
    }
    return bytes;
  }

  @Override
  public int characteristics() {
    return NONNULL;
  }
}
