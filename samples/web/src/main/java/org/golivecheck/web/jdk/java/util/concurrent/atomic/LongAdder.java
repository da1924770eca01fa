package org.golivecheck.web.jdk.java.util.concurrent.atomic;

/** A counter for one thread. */
public class LongAdder {
  private long sum;

  /** Adds a number. */
  public void add(long number) {
    sum += number;
  }

  /** Adds one. */
  public void increment() {
    sum++;
  }

  /** Returns the sum. */
  public long sum() {
    return sum;
  }
}
