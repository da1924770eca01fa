package org.golivecheck.call.body;

import java.nio.charset.StandardCharsets;
import org.golivecheck.call.body.ItemErrorScanner.ItemErrors;
import org.jspecify.annotations.Nullable;

/**
 * Scans XML for {@code errorDetails} elements, by their local names ignoring case. Knows tags,
 * comments, CDATA and instructions; skips entities and declarations, so nothing is ever fetched or
 * expanded.
 */
final class XmlItemErrors {
  private static final int MAX_NAME = 64;
  private static final int MAX_BYTES = 4 * JsonText.MAX_CHARS;

  private enum State {
    TEXT,
    TAG_NAME,
    IN_TAG,
    IN_QUOTES,
    COMMENT,
    CDATA,
    DECLARATION
  }

  private final ItemErrors errors;
  private final byte[] name = new byte[MAX_NAME];
  private final byte[] text = new byte[MAX_BYTES];
  private int nameLength;
  private int textLength;
  private State state = State.TEXT;
  private byte quote;
  private byte last;
  private byte lastButOne;
  private int depth;
  private boolean keepsText;
  private @Nullable String code;
  private @Nullable String message;

  XmlItemErrors(ItemErrors errors) {
    this.errors = errors;
  }

  /** Begins a body. */
  void start() {
    state = State.TEXT;
    depth = 0;
    keepsText = false;
    code = null;
    message = null;
    textLength = 0;
    last = 0;
    lastButOne = 0;
  }

  /** Takes the next bytes. */
  void accept(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      switch (state) {
        case TEXT -> text(b);
        case TAG_NAME -> tagName(b);
        case IN_TAG -> inTag(b);
        case IN_QUOTES -> state = b == quote ? State.IN_TAG : State.IN_QUOTES;
        case COMMENT -> endsAt(b, (byte) '-');
        case CDATA -> cdata(b);
        case DECLARATION -> state = b == '>' ? State.TEXT : State.DECLARATION;
      }
      lastButOne = last;
      last = b;
    }
  }

  /** Ends the body, and with it all that is still open, as in a truncated body. */
  void end() {
    addError();
  }

  private void text(byte b) {
    if (b == '<') {
      state = State.TAG_NAME;
      nameLength = 0;
    } else {
      keep(b);
    }
  }

  private void keep(byte b) {
    if (keepsText && textLength < MAX_BYTES) {
      text[textLength++] = b;
    }
  }

  private void tagName(byte b) {
    switch (b) {
      case '>' -> endTag();
      case ' ', '\t', '\r', '\n' -> state = State.IN_TAG;
      case '?' -> state = nameLength == 0 ? State.DECLARATION : state;
      default -> {
        if (nameLength < MAX_NAME) {
          name[nameLength++] = b;
        }
        if (is("!--")) {
          state = State.COMMENT;
          last = 0;
        } else if (is("![CDATA[")) {
          state = State.CDATA;
        } else if (nameLength == 2 && name[0] == '!' && b != '-' && b != '[') {
          state = State.DECLARATION;
        }
      }
    }
  }

  private boolean is(String start) {
    if (nameLength != start.length()) {
      return false;
    }
    for (int i = 0; i < nameLength; i++) {
      if (name[i] != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void inTag(byte b) {
    if (b == '"' || b == '\'') {
      quote = b;
      state = State.IN_QUOTES;
    } else if (b == '>') {
      endTag();
    }
  }

  private void endsAt(byte b, byte mark) {
    if (b == '>' && last == mark && lastButOne == mark) {
      state = State.TEXT;
    }
  }

  private void cdata(byte b) {
    keep(b);
    endsAt(b, (byte) ']');
    if (state == State.TEXT && keepsText) {
      textLength = Math.max(0, textLength - 3);
    }
  }

  private void endTag() {
    state = State.TEXT;
    boolean closing = nameLength > 0 && name[0] == '/';
    boolean empty = last == '/' && !closing;
    String local = localName(closing ? 1 : 0);
    if (closing) {
      close(local);
    } else if (!empty) {
      open(local);
    }
  }

  private String localName(int from) {
    int end = nameLength > from && name[nameLength - 1] == '/' ? nameLength - 1 : nameLength;
    String whole = new String(name, from, Math.max(end - from, 0), StandardCharsets.ISO_8859_1);
    return whole.substring(whole.indexOf(':') + 1);
  }

  private void open(String local) {
    if (local.equalsIgnoreCase("errorDetails")) {
      addError();
      depth++;
    } else if (depth > 0 && local.equalsIgnoreCase("errorCode")) {
      if (code != null) {
        addError();
      }
      keepText();
    } else if (depth > 0 && local.equalsIgnoreCase("message")) {
      keepText();
    }
  }

  private void keepText() {
    keepsText = true;
    textLength = 0;
  }

  private void close(String local) {
    if (depth == 0) {
      return;
    }
    if (local.equalsIgnoreCase("errorDetails")) {
      addError();
      depth--;
    } else if (local.equalsIgnoreCase("errorCode")) {
      code = kept();
    } else if (local.equalsIgnoreCase("message")) {
      message = kept();
    }
  }

  private String kept() {
    keepsText = false;
    String whole = new String(text, 0, textLength, StandardCharsets.UTF_8);
    return whole.substring(0, Math.min(whole.length(), JsonText.MAX_CHARS));
  }

  private void addError() {
    errors.add(code, message);
    code = null;
    message = null;
    keepsText = false;
  }
}
