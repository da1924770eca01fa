package org.golivecheck.web.jdk.java.util.concurrent;

import java.util.ArrayDeque;

/** A queue for one thread. */
public class ConcurrentLinkedDeque<E> extends ArrayDeque<E> {
  private static final long serialVersionUID = 1;
}
