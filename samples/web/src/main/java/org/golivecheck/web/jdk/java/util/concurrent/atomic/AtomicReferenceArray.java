package org.golivecheck.web.jdk.java.util.concurrent.atomic;

/** An array for one thread. */
public class AtomicReferenceArray<E> {
  private final Object[] elements;

  /** Creates an array of nulls. */
  public AtomicReferenceArray(int length) {
    elements = new Object[length];
  }

  /** Returns the length. */
  public int length() {
    return elements.length;
  }

  /** Returns an element. */
  @SuppressWarnings("unchecked")
  public E get(int index) {
    return (E) elements[index];
  }

  /** Sets an element. */
  public void set(int index, E element) {
    elements[index] = element;
  }

  /** Sets an element and returns the one before. */
  public E getAndSet(int index, E element) {
    E before = get(index);
    elements[index] = element;
    return before;
  }

  /** Sets an element that is what is expected. */
  public boolean compareAndSet(int index, E expected, E element) {
    if (elements[index] != expected) {
      return false;
    }
    elements[index] = element;
    return true;
  }
}
