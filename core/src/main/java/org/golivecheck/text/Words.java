package org.golivecheck.text;

/** Formats numbers with their nouns. */
public final class Words {
  private Words() {}

  /** Returns a number with thousands separators. */
  public static String number(long number) {
    String digits = Long.toString(number);
    if (number > -1_000 && number < 1_000) {
      return digits;
    }
    StringBuilder text = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > (number < 0 ? 1 : 0); i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** Returns {@code 1 call} or {@code 2 calls}. */
  public static String calls(long count) {
    return count(count, "call", "calls");
  }

  /** Returns {@code once} or {@code 2 times}. */
  public static String times(long count) {
    return count == 1 ? "once" : number(count) + " times";
  }

  /** Returns a number with its singular or plural noun. */
  public static String count(long count, String one, String many) {
    return number(count) + " " + (count == 1 ? one : many);
  }
}
