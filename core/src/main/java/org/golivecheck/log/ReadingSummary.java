package org.golivecheck.log;

import java.util.List;

/**
 * What was read, and what was not. Complete once the calls have been read to their end.
 *
 * @param inputs one row per input, in the order given
 * @param problems what could not be read, sorted; capped for each code, with the true count
 */
public record ReadingSummary(List<LogInput> inputs, List<ProblemCount> problems) {

  /** An empty summary, for calls that do not come from a log. */
  public static final ReadingSummary NONE = new ReadingSummary(List.of(), List.of());

  /** Copies the lists. */
  public ReadingSummary {
    inputs = List.copyOf(inputs);
    problems = List.copyOf(problems);
  }

  /** Returns whether calls may be missing because something was not read to its end. */
  public boolean incomplete() {
    return problems.stream().anyMatch(row -> row.problem().incomplete());
  }

  /** Returns what was not read to its end, why, and what to do; one text per problem. */
  public List<String> unread() {
    return problems.stream()
        .filter(row -> row.problem().incomplete())
        .map(row -> row.problem().source() + ": " + row.problem().message())
        .toList();
  }
}
