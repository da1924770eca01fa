package org.golivecheck.log;

/**
 * Something in a log that could not be read. It is never thrown: the other entries still count.
 *
 * @param code what kind of defect it is
 * @param position where it was found
 * @param message what is wrong and, if something helps, what to do; may quote the log
 * @param incomplete whether the source was not read to its end, so that an unknown number of calls
 *     may be missing; a run with such a problem never passes
 */
public record LogProblem(ProblemCode code, Position position, String message, boolean incomplete) {

  /** A problem that makes the run incomplete if every problem of its code does. */
  public LogProblem(ProblemCode code, String source, long line, long offset, String message) {
    this(code, new Position(source, line, offset), message, code.incomplete());
  }

  /**
   * A place in a log.
   *
   * @param source the file or entry, such as {@code logs.zip!07_OK_GetEnvelope.txt}; as in the log,
   *     so not yet safe to print
   * @param line the line in the source, counted from 1, or 0 where lines do not apply
   * @param offset the byte offset in the source, or -1 where it does not apply
   */
  public record Position(String source, long line, long offset) {}

  /** Returns the file or entry where it was found, not yet safe to print. */
  public String source() {
    return position.source();
  }

  /** Returns the line, counted from 1, or 0 where lines do not apply. */
  public long line() {
    return position.line();
  }

  /** Returns the byte offset, or -1 where it does not apply. */
  public long offset() {
    return position.offset();
  }
}
