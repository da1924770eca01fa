package org.golivecheck.log.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.golivecheck.call.Unanswered;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ProblemCount;
import org.golivecheck.log.format.ProblemSink;

/**
 * Keeps the first few problems of each code, in their own order, and counts the others. What is
 * kept does not depend on the order of the threads. Thread-safe.
 */
final class ProblemLog implements ProblemSink {
  private static final int MOST_KEPT = 20;

  /** The kept problems of one code, the last on top. */
  private static final class Kept {
    /**
     * The order in which problems are listed, independent of the order of reading. What makes a run
     * incomplete comes first within its code, so that no cap hides it. Made with the first problem:
     * few runs have any.
     */
    private static final Comparator<LogProblem> ORDER =
        Comparator.comparing(LogProblem::code)
            .thenComparing(problem -> !problem.incomplete())
            .thenComparing(LogProblem::source)
            .thenComparingLong(LogProblem::line)
            .thenComparingLong(LogProblem::offset)
            .thenComparing(LogProblem::message);

    private final PriorityQueue<LogProblem> problems =
        new PriorityQueue<>(Collections.reverseOrder(ORDER));
    private final Set<String> cutSources = new TreeSet<>();
    private long cut;

    void add(LogProblem problem) {
      problems.add(problem);
      if (problems.size() > MOST_KEPT) {
        LogProblem last = problems.remove();
        cut++;
        if (last.incomplete()) {
          cutSources.add(last.source());
        }
      }
    }

    List<ProblemCount> rows() {
      List<ProblemCount> rows = new ArrayList<>();
      for (LogProblem problem : problems.stream().sorted(ORDER).toList()) {
        boolean last = rows.size() == problems.size() - 1;
        rows.add(new ProblemCount(problem, last ? 1 + cut : 1));
      }
      return rows;
    }
  }

  private final Map<ProblemCode, Kept> byCode = new EnumMap<>(ProblemCode.class);

  private List<Unanswered> unanswered = List.of();

  @Override
  public synchronized void unanswered(Unanswered request) {
    unanswered = Unanswered.summed(Stream.concat(unanswered.stream(), Stream.of(request)).toList());
  }

  /** Returns the requests that got no response, one for each host and cause. */
  synchronized List<Unanswered> unanswered() {
    return unanswered;
  }

  @Override
  public synchronized void report(LogProblem problem) {
    byCode.computeIfAbsent(problem.code(), code -> new Kept()).add(problem);
  }

  /** Returns the sources not read to their end whose problems are only counted. */
  synchronized Set<String> unlistedSources() {
    Set<String> sources = new TreeSet<>();
    for (Kept kept : byCode.values()) {
      sources.addAll(kept.cutSources);
    }
    return sources;
  }

  /** Returns the problems, sorted. The last row of a code also counts those not kept. */
  synchronized List<ProblemCount> rows() {
    List<ProblemCount> rows = new ArrayList<>();
    for (Kept kept : byCode.values()) {
      rows.addAll(kept.rows());
    }
    return List.copyOf(rows);
  }
}
