package org.golivecheck.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a user may have meant. */
public final class NearMiss {
  private static final int SUGGESTIONS = 3;

  private record Candidate(String name, int distance) {}

  private NearMiss() {}

  /**
   * Returns at most three names with a similar spelling, the nearest first.
   *
   * @param typed what the user typed
   * @param known the known names
   */
  public static List<String> of(String typed, Iterable<String> known) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    List<Candidate> candidates = new ArrayList<>();
    for (String name : known) {
      String other = name.toLowerCase(Locale.ROOT);
      boolean beginning = wanted.length() >= 3 && other.startsWith(wanted);
      int limit = 1 + Math.min(wanted.length(), other.length()) / 4;
      // The distance is at least the difference of the lengths, and takes long for a long text.
      boolean possible = Math.abs(wanted.length() - other.length()) <= limit;
      int distance = beginning ? 0 : possible ? distance(wanted, other) : Integer.MAX_VALUE;
      if (distance <= limit) {
        candidates.add(new Candidate(name, distance));
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
    return candidates.stream().limit(SUGGESTIONS).map(Candidate::name).distinct().toList();
  }

  /**
   * Returns a question to append to a message, beginning with a space. Empty if no name is similar.
   */
  public static String question(String typed, Iterable<String> known) {
    List<String> names = of(typed, known);
    return names.isEmpty() ? "" : " Did you mean " + String.join(" or ", names) + "?";
  }

  /** The number of letters to insert, delete, replace or swap with the next one. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
