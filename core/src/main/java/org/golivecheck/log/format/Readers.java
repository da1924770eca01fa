package org.golivecheck.log.format;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The readers of formats, in the order in which they are asked. Each is made when it is asked
 * first, because most runs need one, and loading the classes of all takes time. Thread-safe.
 */
public final class Readers extends AbstractList<LogReader> {
  private final AtomicReferenceArray<LogReader> made;
  private final IntFunction<LogReader> maker;
  private final int[] parted;

  /**
   * Declares the readers.
   *
   * @param count how many there are
   * @param maker makes the reader at an index
   * @param parted the indexes of the {@link PartedFormat}s
   */
  public Readers(int count, IntFunction<LogReader> maker, int... parted) {
    this.made = new AtomicReferenceArray<>(count);
    this.maker = maker;
    this.parted = parted.clone();
  }

  /** Returns readers that are there already. */
  public static Readers of(List<? extends LogReader> readers) {
    List<LogReader> all = List.copyOf(readers);
    return new Readers(
        all.size(),
        all::get,
        IntStream.range(0, all.size()).filter(i -> all.get(i) instanceof PartedFormat).toArray());
  }

  @Override
  public LogReader get(int index) {
    LogReader reader = made.get(index);
    if (reader != null) {
      return reader;
    }
    made.compareAndSet(index, null, maker.apply(index));
    return made.get(index);
  }

  @Override
  public int size() {
    return made.length();
  }

  /** Returns those of archives in which several entries are a call. */
  public List<PartedFormat> parted() {
    return Arrays.stream(parted).mapToObj(i -> (PartedFormat) get(i)).toList();
  }
}
