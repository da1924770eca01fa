package org.golivecheck.text;

/** Says how many in the words of a person. */
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

  /** Returns a number with the word that fits it. */
  public static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
