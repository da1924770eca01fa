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

  /** Returns a text that is not empty with its first letter in upper case. */
  public static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Returns {@code 1 call} or {@code 2 calls}. */
  public static String calls(long count) {
    return count(count, "call", "calls");
  }

  /** Returns {@code once} or {@code 2 times}. */
  public static String times(long count) {
    return count == 1 ? "once" : number(count) + " times";
  }

  /** Returns a duration in words, such as {@code 1 min 30 s}, rounded down. */
  public static String duration(long millis) {
    if (millis < 1_000) {
      return millis + " ms";
    }
    long seconds = millis / 1_000;
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    if (minutes < 60) {
      return seconds % 60 == 0 ? minutes + " min" : minutes + " min " + seconds % 60 + " s";
    }
    long hours = minutes / 60;
    return minutes % 60 == 0 ? hours + " h" : hours + " h " + minutes % 60 + " min";
  }

  /** Returns a number with its singular or plural noun. */
  public static String count(long count, String one, String many) {
    return number(count) + " " + (count == 1 ? one : many);
  }
}
