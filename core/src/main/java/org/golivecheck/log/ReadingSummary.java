package org.golivecheck.log;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.golivecheck.call.Unanswered;
import org.jspecify.annotations.Nullable;

/**
 * What was read, and what was not. Complete once the calls have been read to their end.
 *
 * @param inputs one row per input, in the order given
 * @param problems what could not be read, sorted; capped for each code, with the true count
 * @param unlisted sources not read to their end whose problems are counted but not listed
 * @param unanswered requests that got no response and so are not calls, by host and cause
 */
public record ReadingSummary(
    List<LogInput> inputs,
    List<ProblemCount> problems,
    Set<String> unlisted,
    List<Unanswered> unanswered) {

  /** An empty summary, for calls that do not come from a log. */
  public static final ReadingSummary NONE = new ReadingSummary(List.of(), List.of());

  /** Copies the lists. */
  public ReadingSummary {
    inputs = List.copyOf(inputs);
    problems = List.copyOf(problems);
    unlisted = Set.copyOf(unlisted);
    unanswered = List.copyOf(unanswered);
  }

  /** A summary that lists all problems, and in which every request has a response. */
  public ReadingSummary(List<LogInput> inputs, List<ProblemCount> problems) {
    this(inputs, problems, Set.of(), List.of());
  }

  /** Returns whether calls may be missing because something was not read to its end. */
  public boolean incomplete() {
    return problems.stream().anyMatch(row -> row.problem().incomplete());
  }

  /** Returns what was not read to its end, why, and what to do; one text per problem. */
  public List<String> unread() {
    return unread(null).toList();
  }

  /**
   * Returns what concerns the calls of an input, of what was not read to its end: its own problems,
   * and those of no known input.
   *
   * @param input the name of the input
   */
  public List<String> unreadOf(String input) {
    Stream<String> unlistedOfInput =
        unlisted.stream()
            .filter(source -> concerns(source, input))
            .map(source -> source + ": was not read to its end");
    return Stream.concat(unread(input), unlistedOfInput).toList();
  }

  private Stream<String> unread(@Nullable String input) {
    return problems.stream()
        .map(ProblemCount::problem)
        .filter(problem -> problem.incomplete())
        .filter(problem -> input == null || concerns(problem.source(), input))
        .map(problem -> problem.source() + ": " + problem.message());
  }

  /** A source begins with the name of its input, that of the longest name if several fit. */
  private boolean concerns(String source, String input) {
    String owner = "";
    for (LogInput candidate : inputs) {
      String name = candidate.name();
      if (name.length() > owner.length() && isIn(source, name)) {
        owner = name;
      }
    }
    return owner.isEmpty() || owner.equals(input);
  }

  private static boolean isIn(String source, String input) {
    return source.startsWith(input)
        && (source.length() == input.length()
            || input.endsWith("/")
            || "!/:".indexOf(source.charAt(input.length())) >= 0);
  }
}
