package org.golivecheck.log.exchange;

import java.time.Instant;
import java.util.Set;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LogClock;
import org.golivecheck.log.text.LogTime;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the calls of a log were, and reports what is left out. A call without a time counts,
 * with its place in the log alone. Not thread-safe.
 */
public final class CallTimes {
  private static final Set<Gap> NO_TIME = Set.of(Gap.TIME);

  private final ReadContext context;
  private final LogClock clock;
  private String source = "";

  public CallTimes(ReadContext context) {
    this.context = context;
    this.clock = new LogClock(context);
  }

  /** When a call was; 1970, and the gap, where nothing tells. */
  public record When(Instant time, Set<Gap> gaps) {}

  /** Begins a log. */
  public void start(String newSource) {
    source = newSource;
    clock.start(newSource);
  }

  /** Ends the log: tells of calls that lack a time zone. */
  public void end() {
    clock.end();
  }

  /** Returns what a call read at a line has as its {@link ApiCall#source}. */
  public String place(long line) {
    return source + ":" + line;
  }

  /**
   * Returns when a call was, or null if the log has a time that cannot be read, which is then
   * reported.
   *
   * @param time what the log has
   * @param date the {@code Date} header of the answer
   * @param line where the call is
   */
  public @Nullable When of(@Nullable LogTime time, @Nullable String date, long line) {
    Instant known = clock.instant(time, date);
    if (known != null) {
      return new When(known, Set.of());
    }
    if (time == null) {
      return new When(Instant.EPOCH, NO_TIME);
    }
    clock.lose(time, line);
    return null;
  }

  /** Reports a call that is left out. */
  public void lose(long line, long offset, String message) {
    report(ProblemCode.BAD_RECORD, line, offset, message);
  }

  /** Reports a problem. */
  public void report(ProblemCode code, long line, long offset, String message) {
    context.problems().report(new LogProblem(code, source, line, offset, message));
  }
}
