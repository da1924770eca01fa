package org.golivecheck.log.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Unanswered;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.format.ProblemSink;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.general.GeneralParser;

/**
 * The calls and problems of a parser that is one of several on the same lines, until it is decided
 * whose calls count. Then they are handed on or dropped, as are those that follow.
 */
final class HeldCalls implements Consumer<ApiCall>, ProblemSink {
  private final ReadContext context;
  private final List<ApiCall> calls = new ArrayList<>();
  private final List<LogProblem> problems = new ArrayList<>();
  private final List<Unanswered> unanswered = new ArrayList<>();
  private Consumer<? super ApiCall> target = call -> {};
  private Predicate<ApiCall> wanted = call -> true;
  private boolean decided;
  private boolean counts = true;

  HeldCalls(ReadContext context) {
    this.context = context;
  }

  /** Returns what the parser is set up with, so that its problems come here. */
  ReadContext context() {
    return new ReadContext(context.limits(), context.options(), this);
  }

  void start(Consumer<? super ApiCall> newTarget) {
    target = newTarget;
    calls.clear();
    problems.clear();
    unanswered.clear();
    decided = false;
  }

  @Override
  public void accept(ApiCall call) {
    if (!decided) {
      calls.add(call);
    } else if (counts && wanted.test(call)) {
      target.accept(call);
    }
  }

  @Override
  public void report(LogProblem problem) {
    if (!decided) {
      problems.add(problem);
    } else if (counts) {
      context.problems().report(problem);
    }
  }

  @Override
  public void unanswered(Unanswered request) {
    if (!decided) {
      unanswered.add(request);
    } else if (counts) {
      context.problems().unanswered(request);
    }
  }

  int size() {
    return calls.size() + problems.size() + unanswered.size();
  }

  long failures() {
    return calls.stream().filter(call -> call.failed() && GeneralParser.isOfDocuSign(call)).count();
  }

  boolean any(Predicate<ApiCall> kind) {
    return calls.stream().anyMatch(kind);
  }

  boolean hasCalls() {
    return !calls.isEmpty();
  }

  /**
   * Hands on the calls that are wanted and all problems from now on.
   *
   * @param parserCounts false to drop all of them
   */
  void decide(boolean parserCounts, Predicate<ApiCall> newWanted) {
    counts = parserCounts;
    wanted = newWanted;
    decided = true;
    if (counts) {
      calls.stream().filter(wanted).forEach(target);
      problems.forEach(context.problems()::report);
      unanswered.forEach(context.problems()::unanswered);
    }
    calls.clear();
    problems.clear();
    unanswered.clear();
  }
}
