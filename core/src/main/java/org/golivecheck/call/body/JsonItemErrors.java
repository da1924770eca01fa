package org.golivecheck.call.body;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scans JSON as a stream of tokens. Keeps the role and at most a few short texts of each open
 * object and array, and skips the rest. Accepts any input.
 */
final class JsonItemErrors {

  private enum State {
    BETWEEN,
    IN_STRING,
    AFTER_BACKSLASH,
    IN_LITERAL
  }

  private final ItemErrors errors;
  private final List<JsonFrame> frames = new ArrayList<>();
  private final int maxDepth;
  private final JsonText text = new JsonText();

  private State state = State.BETWEEN;
  private int depth;

  /** The innermost object or array, or null if there is none or it is nested too deep. */
  private @Nullable JsonFrame frame;

  private boolean nameExpected;
  private boolean wanted;

  JsonItemErrors(ItemErrors errors, int maxDepth) {
    this.errors = errors;
    this.maxDepth = Math.max(maxDepth, 1);
  }

  /** Begins a body. */
  void start() {
    state = State.BETWEEN;
    depth = 0;
    frame = null;
    nameExpected = false;
    wanted = false;
  }

  /** Takes the next bytes. */
  void accept(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      at =
          switch (state) {
            case BETWEEN -> between(bytes, at, to);
            case IN_STRING -> inString(bytes, at, to);
            case AFTER_BACKSLASH -> afterBackslash(bytes, at);
            case IN_LITERAL -> inLiteral(bytes, at, to);
          };
    }
  }

  /** Ends the body, and with it all that is still open, as in a truncated body. */
  void end() {
    while (depth > 0) {
      close();
    }
  }

  private int between(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      switch (bytes[at]) {
        case '"' -> {
          begin(State.IN_STRING);
          return at + 1;
        }
        case '{' -> open(true);
        case '[' -> open(false);
        case '}', ']' -> close();
        case ',' -> nameExpected = inObject();
        case ':' -> nameExpected = false;
        case ' ', '\t', '\r', '\n' -> {
          // White space is insignificant.
        }
        default -> {
          begin(State.IN_LITERAL);
          return at;
        }
      }
    }
    return to;
  }

  private void begin(State next) {
    state = next;
    wanted = frame != null && (nameExpected || frame.wantsText());
    if (wanted) {
      text.clear();
    }
  }

  private int inString(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '"' && bytes[at] != '\\') {
      at++;
    }
    if (wanted) {
      text.append(bytes, from, at);
    }
    if (at == to) {
      return to;
    }
    if (bytes[at] == '\\') {
      state = State.AFTER_BACKSLASH;
      // Kept as written, since chunks may split an escape.
      if (wanted) {
        text.escaped();
        text.append(bytes, at, at + 1);
      }
    } else {
      state = State.BETWEEN;
      endText();
    }
    return at + 1;
  }

  private int afterBackslash(byte[] bytes, int at) {
    if (wanted) {
      text.append(bytes, at, at + 1);
    }
    state = State.IN_STRING;
    return at + 1;
  }

  private int inLiteral(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && !endsLiteral(bytes[at])) {
      at++;
    }
    if (wanted) {
      text.append(bytes, from, at);
    }
    if (at < to) {
      state = State.BETWEEN;
      if (wanted && !nameExpected) {
        literal(text.text());
      }
    }
    return at;
  }

  private static boolean endsLiteral(byte b) {
    return switch (b) {
      case ',', '}', ']', '{', '[', ':', '"', ' ', '\t', '\r', '\n' -> true;
      default -> false;
    };
  }

  private void endText() {
    if (!wanted || frame == null) {
      return;
    }
    if (nameExpected) {
      frame.name(text.name());
    } else {
      frame.text(text.text(), errors);
    }
  }

  private void literal(String value) {
    boolean empty = value.equals("null") || value.equals("true");
    if (frame != null && !empty) {
      frame.literal(value);
    }
  }

  private void open(boolean object) {
    JsonFrame parent = frame;
    depth++;
    nameExpected = object;
    frame = top();
    if (frame != null) {
      frame.open(object, parent);
    }
  }

  private void close() {
    if (depth == 0) {
      return;
    }
    JsonFrame closed = frame;
    depth--;
    nameExpected = false;
    frame = top();
    if (closed != null) {
      closed.close(frame, errors);
    }
  }

  private boolean inObject() {
    return frame != null && frame.isObject();
  }

  /** Returns the frame of the current depth. */
  private @Nullable JsonFrame top() {
    if (depth == 0 || depth > maxDepth) {
      return null;
    }
    while (frames.size() < depth) {
      frames.add(new JsonFrame());
    }
    return frames.get(depth - 1);
  }
}
