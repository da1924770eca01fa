package org.golivecheck.log.request;

/**
 * Receives the events of one entry.
 *
 * <p>Every byte of the entry is passed on in exactly one event and in order, so that the events can
 * be written out as the entry again: lines with their line breaks, and what has no meaning as
 * {@link #other}.
 *
 * <p>Which status line is the true one may be open until the end, because a body may contain lines
 * that look like one. Until then, each such line begins a response that may not be one. {@link
 * #end} names the true one. Everything after its headers is its body, in whatever events it was
 * passed on.
 */
interface RequestLogListener {

  /** A line of the prologue with {@code TraceToken} or {@code Timestamp}. */
  void prologue(LogLine line);

  /** The line with method and URL. */
  void requestLine(LogLine line);

  /** A header line of the request, or a {@linkplain LogLine#isFolded folded} part of one. */
  void requestHeader(LogLine line);

  /** A part of the request body, or of the line breaks after it. */
  void requestBody(byte[] bytes, int from, int to);

  /** A line that may be the status line. */
  void status(Candidate candidate, LogLine line);

  /** A header line of the latest response, or a folded part of one. */
  void responseHeader(LogLine line);

  /** A part of the body of the latest response. */
  void responseBody(byte[] bytes, int from, int to);

  /** Bytes without a meaning: blank lines, unknown lines, and what exceeds a limit. */
  void other(byte[] bytes, int from, int to);

  /**
   * The end of the entry.
   *
   * @param ordinal the {@link Candidate#ordinal} of the true status line, or 0 if there is none
   */
  void end(int ordinal);

  /**
   * A line that may be the status line.
   *
   * @param ordinal its number among the lines of the entry that have the form of a status line,
   *     counted from 1; the same whenever the same entry is read
   * @param status the HTTP status, of three digits
   * @param requestBytes how many bytes lie between the request headers and this line, without the
   *     line breaks before it
   * @param endsContent whether, of the lines so far, the request body most likely ends before this
   *     one by its {@code Content-Length}
   */
  record Candidate(int ordinal, int status, long requestBytes, boolean endsContent) {}
}
