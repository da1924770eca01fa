package org.golivecheck.log.json;

import java.io.IOException;
import java.util.Objects;
import org.golivecheck.log.text.LineSource;
import org.golivecheck.text.BlockStream;

/**
 * One JSON object among the lines of a text, however long and of however many lines, as a stream
 * that ends where the object does. An object that never ends, ends where a line begins another that
 * is not indented deeper. Reused; not thread-safe.
 */
public final class ObjectStream extends BlockStream {
  private final LineSource lines;
  private int at;
  private boolean mayGoOn;
  private int indent;
  private int depth;
  private boolean inText;
  private boolean escaped;
  private boolean ended;
  private boolean ahead;

  /** Makes a stream of objects among some lines. */
  public ObjectStream(LineSource lines) {
    this.lines = lines;
  }

  /**
   * Begins an object in the line.
   *
   * @param brace where its brace is, among the bytes of the line
   * @param severalLines whether it may go on in the next line
   */
  public void begin(int brace, boolean severalLines) {
    at = brace;
    mayGoOn = severalLines;
    indent = JsonLine.indent(lines.bytes(), lines.from(), lines.to());
    depth = 0;
    inText = false;
    escaped = false;
    ended = false;
    ahead = false;
  }

  /** Returns where the line goes on after the object, among its bytes. */
  public int at() {
    return at;
  }

  /** Returns whether the object ended because the line now begins another. */
  public boolean isAhead() {
    return ahead;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, into.length);
    if (count == 0) {
      return 0;
    }
    while (!ended && at == lines.to()) {
      if (lines.more()) {
        at = lines.from();
      } else if (mayGoOn && nextLine()) {
        into[offset] = '\n';
        return 1;
      } else {
        ended = true;
      }
    }
    if (ended) {
      return -1;
    }
    int end = end(lines.bytes(), at, Math.min(lines.to(), at + count));
    int taken = end - at;
    System.arraycopy(lines.bytes(), at, into, offset, taken);
    at = end;
    return taken;
  }

  private boolean nextLine() throws IOException {
    if (!lines.next()) {
      return false;
    }
    byte[] bytes = lines.bytes();
    int first = JsonLine.skipBlanks(bytes, lines.from(), lines.to());
    ahead =
        first < lines.to()
            && bytes[first] == '{'
            && (inText || first - lines.from() <= indent)
            && JsonLine.opensObject(bytes, first, lines.to());
    at = lines.from();
    return !ahead;
  }

  /** Returns where the object ends, or {@code to}. */
  private int end(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (escaped) {
        escaped = false;
      } else if (inText) {
        inText = b != '"';
        escaped = b == '\\';
      } else if (b == '"') {
        inText = true;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if ((b == '}' || b == ']') && --depth == 0) {
        ended = true;
        return i + 1;
      }
    }
    return to;
  }
}
