package org.golivecheck.log.request;

/**
 * Where the parser is after the request headers, so that {@code Content-Length} can be compared
 * with the position of a line. The result does not depend on how the entry is cut into chunks.
 */
final class BodyPosition {
  private long offset;
  private long lineFeeds;
  private long lineStart;
  private long contentEnd;
  private long lineFeedsInContent;
  private boolean afterBlankLine;

  /** Begins at the first byte after the request headers. */
  void reset() {
    offset = 0;
    lineFeeds = 0;
    lineStart = 0;
    contentEnd = 0;
    lineFeedsInContent = 0;
    afterBlankLine = true;
  }

  /** Takes over another position. */
  void set(BodyPosition other) {
    offset = other.offset;
    lineFeeds = other.lineFeeds;
    lineStart = other.lineStart;
    contentEnd = other.contentEnd;
    lineFeedsInContent = other.lineFeedsInContent;
    afterBlankLine = other.afterBlankLine;
  }

  /**
   * Advances over bytes of one line.
   *
   * @param to after the line feed if the line ends there
   */
  void advance(byte[] bytes, int from, int to) {
    boolean ends = to > from && bytes[to - 1] == '\n';
    int content = ends ? to - 1 : to;
    while (content > from && bytes[content - 1] == '\r') {
      content--;
    }
    if (content > from) {
      contentEnd = offset + (content - from);
      lineFeedsInContent = lineFeeds;
    }
    offset += to - from;
    if (ends) {
      lineFeeds++;
      afterBlankLine = contentEnd <= lineStart;
      lineStart = offset;
    }
  }

  /** Returns whether the line before was empty, or there was none. */
  boolean afterBlankLine() {
    return afterBlankLine;
  }

  /** Returns how many bytes come before, without the line breaks at their end. */
  long contentEnd() {
    return contentEnd;
  }

  /**
   * Returns how well a body of this length ends here. Between its end and here there may only be
   * line breaks.
   *
   * @param length the {@code Content-Length}, or -1
   * @param converted whether line breaks may have been rewritten from CR LF to LF, which makes the
   *     logged body shorter than it was
   */
  Fit fitOf(long length, boolean converted) {
    if (length < contentEnd) {
      return Fit.NONE;
    }
    if (length <= offset) {
      return Fit.EXACT;
    }
    if (!converted || length > offset + lineFeeds) {
      return Fit.NONE;
    }
    // Exact again if every line break of the body was rewritten, a guess if only some were.
    return length >= contentEnd + lineFeedsInContent ? Fit.EXACT : Fit.POSSIBLE;
  }

  /** How well a length and a position agree, the worst first. */
  enum Fit {
    NONE,
    POSSIBLE,
    EXACT
  }
}
