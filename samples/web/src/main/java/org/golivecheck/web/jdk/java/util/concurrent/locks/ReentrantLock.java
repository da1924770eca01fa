package org.golivecheck.web.jdk.java.util.concurrent.locks;

/** A lock for one thread. */
public class ReentrantLock {
  /** Does nothing. */
  public void lock() {}

  /** Does nothing. */
  public void unlock() {}

  /** Returns true. */
  public boolean tryLock() {
    return true;
  }
}
