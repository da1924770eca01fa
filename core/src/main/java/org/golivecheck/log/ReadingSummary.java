package org.golivecheck.log;

import java.util.List;

/**
 * What was read, and what was not. Complete once the calls have been read to their end.
 *
 * @param inputs one row an input, in the order given
 * @param problems what could not be read, sorted; capped for each code, with the true count
 */
public record ReadingSummary(List<LogInput> inputs, List<ProblemCount> problems) {

  /** A reading of nothing: for calls that come from no log. */
  public static final ReadingSummary NONE = new ReadingSummary(List.of(), List.of());

  /** Copies the lists. */
  public ReadingSummary {
    inputs = List.copyOf(inputs);
    problems = List.copyOf(problems);
  }

  /** Returns whether an input was not read to its end, so that calls may be missing. */
  public boolean incomplete() {
    for (ProblemCount row : problems) {
      if (row.problem().code().incomplete()) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether an input, or a file in one, is missing or cannot be read. */
  public boolean unreadableInput() {
    return problems.stream().anyMatch(row -> row.problem().code() == ProblemCode.UNREADABLE_INPUT);
  }
}
