package org.golivecheck.ready;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.golivecheck.call.ApiError;
import org.golivecheck.text.JarText;
import org.jspecify.annotations.Nullable;

/**
 * One of the usual first failures in production.
 *
 * @param order its place in the table, the specific before the general
 * @param code the error code
 * @param message what the message contains; empty for any
 * @param cause what is wrong
 */
record Failure(int order, String code, String message, String cause)
    implements Comparable<Failure> {

  private static final List<Failure> ALL = read();

  private static List<Failure> read() {
    List<String> lines = JarText.read(Failure.class, "failures.tsv").lines().toList();
    Failure[] all = new Failure[lines.size()];
    for (int i = 0; i < all.length; i++) {
      String[] cells = lines.get(i).split("\t", -1);
      all[i] = new Failure(i, cells[0], cells[1], cells[2]);
    }
    return Arrays.asList(all);
  }

  static List<Failure> all() {
    return ALL;
  }

  /** Returns the failure that an error shows, or null. */
  static @Nullable Failure of(@Nullable ApiError error) {
    if (error == null || error.code() == null) {
      return null;
    }
    String said = String.valueOf(error.message()).toLowerCase(Locale.ROOT);
    for (Failure failure : ALL) {
      if (failure.code.equalsIgnoreCase(error.code()) && said.contains(failure.message)) {
        return failure;
      }
    }
    return null;
  }

  /** Returns how it looks in a log. */
  String words() {
    return message.isEmpty() ? code : code + " " + message;
  }

  @Override
  public int compareTo(Failure other) {
    return Integer.compare(order, other.order);
  }
}
