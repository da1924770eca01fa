package org.golivecheck.log.json;

/** Finds where objects begin in a line, without parsing them. */
public final class JsonLine {
  private static final byte RECORD_SEPARATOR = 0x1E;

  private JsonLine() {}

  /** Returns whether a byte is white space, or separates the records of a JSON text sequence. */
  public static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == RECORD_SEPARATOR;
  }

  /** Returns the index of the first byte that is not blank, or {@code to}. */
  public static int skipBlanks(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  /** Returns how many blanks a line begins with. */
  public static int indent(byte[] bytes, int from, int to) {
    return skipBlanks(bytes, from, to) - from;
  }

  /** Returns the index of the first byte that is neither blank nor between the items of arrays. */
  public static int skipPunctuation(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to
        && (bytes[at] == '[' || bytes[at] == ',' || bytes[at] == ']' || isBlank(bytes[at]))) {
      at++;
    }
    return at;
  }

  /** Returns whether the brace at an index opens an object, as far as the line shows. */
  public static boolean opensObject(byte[] bytes, int brace, int to) {
    int next = skipBlanks(bytes, brace + 1, to);
    return next == to || bytes[next] == '"' || bytes[next] == '}';
  }

  /** Returns the index of the first object with a member, or -1. */
  public static int firstObject(byte[] bytes, int from, int to) {
    for (int at = from; at + 1 < to; at++) {
      if (bytes[at] == '{') {
        int next = skipBlanks(bytes, at + 1, to);
        if (next < to && bytes[next] == '"') {
          return at;
        }
      }
    }
    return -1;
  }
}
