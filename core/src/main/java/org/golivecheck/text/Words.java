package org.golivecheck.text;

/** Formats numbers with their nouns. */
public final class Words {
  private Words() {}

  /** Returns {@code 1 call} or {@code 2 calls}. */
  public static String calls(long count) {
    return count(count, "call", "calls");
  }

  /** Returns {@code once} or {@code 2 times}. */
  public static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }

  /** Returns a number with its singular or plural noun. */
  public static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
