package org.golivecheck.log.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.Unanswered;
import org.golivecheck.call.like.CallSink;
import org.golivecheck.call.like.LikeCall;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.format.ProblemSink;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the calls and problems of one text until its end shows that the text is sound. If a text
 * has very many calls, the first ones are passed on before that. Every call gets its position in
 * the text here, in every format. Not thread-safe.
 */
final class HeldCalls implements CallSink, ProblemSink {
  /** About a megabyte of calls. */
  private static final int MOST = 1024;

  private final ProblemSink problemSink;
  private final List<ApiCall> calls = new ArrayList<>();
  private final List<LogProblem> problems = new ArrayList<>();
  private final List<Unanswered> unanswered = new ArrayList<>();
  private Consumer<? super ApiCall> target = call -> {};

  /** The target, if it may get calls that are like others. */
  private @Nullable CallSink sink;

  private String lastSource = "";
  private int ordinal;
  private Instant lastTime = Instant.EPOCH;

  /** Place and time of the last call, if that is like an earlier one. */
  private String likeLog = "";

  private long likeLine;
  private long likeSeconds;
  private int likeNanos;
  private long linesBefore;
  private long handedOn;
  private long lost;
  private long passedOver;

  HeldCalls(ProblemSink problemSink) {
    this.problemSink = problemSink;
  }

  /**
   * Starts with the next text.
   *
   * @param before how many lines of its file come before it
   */
  void begin(Consumer<? super ApiCall> next, long before) {
    target = next;
    sink = next instanceof CallSink taker ? taker : null;
    linesBefore = before;
    lastSource = "";
    ordinal = 0;
    lastTime = Instant.EPOCH;
    likeLine = 0;
    handedOn = 0;
    lost = 0;
    passedOver = 0;
    discard();
  }

  @Override
  public void accept(ApiCall call) {
    if (calls.size() == MOST) {
      handOn();
    }
    calls.add(placed(call));
  }

  /** Passes a call on at once if earlier ones were, since it cannot be kept. */
  @Override
  public void acceptLike(LikeCall call) {
    boolean sameSource = !lastSource.isEmpty() && lastSource.equals(call.log() + ':' + call.line());
    if (sink == null || handedOn == 0 || sameSource) {
      accept(call.call());
      return;
    }
    handOnCalls();
    handedOn++;
    lastSource = "";
    likeLog = call.log();
    likeLine = call.line();
    likeSeconds = call.seconds();
    likeNanos = call.nanos();
    call.addLines(linesBefore);
    sink.acceptLike(call);
  }

  /** Distinguishes calls of one line, and puts a call without a time after the previous one. */
  private ApiCall placed(ApiCall call) {
    if (likeLine > 0) {
      lastSource = likeLog + ':' + likeLine;
      lastTime = Instant.ofEpochSecond(likeSeconds, likeNanos);
      ordinal = 0;
      likeLine = 0;
    }
    ordinal = call.source().equals(lastSource) ? ordinal + 1 : 0;
    lastSource = call.source();
    boolean timed = !call.gaps().contains(Gap.TIME);
    if (timed) {
      lastTime = call.timestamp();
    }
    ApiCall placed = timed && ordinal == 0 ? call : call.placedAt(lastTime, ordinal);
    return linesBefore == 0 ? placed : placed.withSource(ofFile(call.source()));
  }

  private String ofFile(String source) {
    int line = source.lastIndexOf(':') + 1;
    boolean isLine =
        line > 0 && line < source.length() && Ascii.isNumber(source, line, source.length());
    return isLine
        ? source.substring(0, line)
            + (Long.parseLong(source, line, source.length(), 10) + linesBefore)
        : source;
  }

  @Override
  public void report(LogProblem problem) {
    if (problems.size() == MOST) {
      handOn();
    }
    problems.add(
        problem.line() == 0 || linesBefore == 0
            ? problem
            : new LogProblem(
                problem.code(),
                new LogProblem.Position(problem.source(), problem.line() + linesBefore, -1),
                problem.message(),
                problem.incomplete()));
  }

  @Override
  public void passedOver(long records) {
    passedOver += records;
  }

  @Override
  public void unanswered(Unanswered request) {
    if (unanswered.size() == MOST) {
      handOn();
    }
    unanswered.add(
        new Unanswered(
            request.host(),
            request.cause(),
            linesBefore == 0 ? request.source() : ofFile(request.source()),
            request.count()));
  }

  /** Passes everything on: the text was read to its end and is sound. */
  void commit() {
    handOn();
  }

  /** Discards what was not passed on yet. */
  void discard() {
    calls.clear();
    problems.clear();
    unanswered.clear();
  }

  private void handOnCalls() {
    handedOn += calls.size();
    for (int i = 0; i < calls.size(); i++) {
      target.accept(calls.get(i));
    }
    calls.clear();
  }

  private void handOn() {
    handOnCalls();
    for (LogProblem problem : problems) {
      lost += problem.code().losesEntry() ? 1 : 0;
      problemSink.report(problem);
    }
    problems.clear();
    lost += unanswered.size();
    unanswered.forEach(problemSink::unanswered);
    unanswered.clear();
  }

  /** Returns whether the text has had several calls until now. */
  boolean isOfSeveral() {
    return handedOn + calls.size() > 1;
  }

  /** Returns whether the text had neither calls nor records. */
  boolean isEmpty() {
    return handedOn == 0 && lost == 0 && passedOver == 0;
  }

  /** Returns how many records of the text are no calls though they describe a request. */
  long lost() {
    return lost;
  }

  /** Returns how many records of the text describe no call. */
  long passedOver() {
    return passedOver;
  }

  /** Returns how many calls of the text were passed on. */
  long handedOn() {
    return handedOn;
  }
}
