package org.golivecheck.log.request;

/**
 * A line in the form of a status line, kept with the blank lines after it until the next line shows
 * whether headers follow.
 */
final class HeldStatus {
  private static final int CAPACITY = 4 * StatusForm.MAX_LENGTH;

  private final byte[] bytes = new byte[CAPACITY];
  private final BodyPosition position = new BodyPosition();
  private int lineEnd;
  private int length;
  private int blankLines;
  private int ordinal;
  private StatusForm form = StatusForm.NONE;

  /** Discards the line. */
  void clear() {
    length = 0;
  }

  /** Returns whether a line is kept. */
  boolean isEmpty() {
    return length == 0;
  }

  /** Keeps a line that begins at {@code at}. */
  void hold(LogLine line, int lineOrdinal, StatusForm lineForm, BodyPosition at) {
    ordinal = lineOrdinal;
    form = lineForm;
    position.set(at);
    blankLines = 0;
    length = 0;
    append(line);
    lineEnd = length;
  }

  /** Keeps a blank line as well. Returns false if there is no room for it. */
  boolean addBlankLine(LogLine line) {
    if (length + line.to() - line.from() > CAPACITY) {
      return false;
    }
    append(line);
    blankLines++;
    return true;
  }

  private void append(LogLine line) {
    int count = line.to() - line.from();
    System.arraycopy(line.bytes(), line.from(), bytes, length, count);
    length += count;
  }

  /** Returns whether a header line that comes now belongs to the kept line. */
  boolean allowsHeader() {
    return blankLines <= 1;
  }

  /**
   * Returns whether this may be the status line of a response of which nothing else was logged: a
   * number and a word after a blank line.
   */
  boolean standsAlone() {
    return form == StatusForm.NUMBER_AND_WORD && position.afterBlankLine();
  }

  byte[] bytes() {
    return bytes;
  }

  /** Returns where the kept line ends and the blank lines begin. */
  int lineEnd() {
    return lineEnd;
  }

  int length() {
    return length;
  }

  int ordinal() {
    return ordinal;
  }

  StatusForm form() {
    return form;
  }

  /** Returns where the kept line begins. */
  BodyPosition position() {
    return position;
  }
}
