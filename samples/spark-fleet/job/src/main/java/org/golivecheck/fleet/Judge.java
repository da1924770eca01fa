package org.golivecheck.fleet;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.golivecheck.CallAccumulator;
import org.golivecheck.GoLiveCheck;
import scala.Tuple2;

/** Judges the calls of one unit after another; only those of one are in memory. */
final class Judge implements Iterator<Verdict> {
  private final GoLiveCheck check;
  private final Iterator<Tuple2<String, byte[]>> sorted;
  private Tuple2<String, byte[]> next;

  /**
   * Makes an iterator over verdicts.
   *
   * @param sorted written accumulators by unit, those of a unit one after another
   */
  Judge(GoLiveCheck check, Iterator<Tuple2<String, byte[]>> sorted) {
    this.check = check;
    this.sorted = sorted;
    next = sorted.hasNext() ? sorted.next() : null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Verdict next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    String unit = next._1();
    CallAccumulator calls = check.accumulator();
    while (next != null && next._1().equals(unit)) {
      try {
        calls.read(new DataInputStream(new ByteArrayInputStream(next._2())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      next = sorted.hasNext() ? sorted.next() : null;
    }
    return Verdict.of(unit, calls.report());
  }
}
