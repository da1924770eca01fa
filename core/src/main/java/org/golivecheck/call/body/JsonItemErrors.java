package org.golivecheck.call.body;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.body.ItemErrorScanner.ItemErrors;
import org.golivecheck.call.body.JsonText.JsonName;
import org.golivecheck.text.Ascii;
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

  /** An open JSON object or array. Reused for all of the same depth. */
  private static final class JsonFrame {

    /** What an object or array contains. */
    private enum Role {
      /** Anything. */
      PLAIN,
      /** {@code errorDetails}, or one that has the same members. */
      ITEM_ERROR,
      /** {@code error_details} of the Admin API. */
      ADMIN_ERROR,
      /** Texts that are errors if the object around them is a bulk response. */
      BULK_TEXTS,
      /** Texts that are errors if the object around them says that a list cannot be sent. */
      VALIDATION_TEXTS,
      /** Addresses, which show that the object around them is a failed item of a batch. */
      EMAILS
    }

    /** The texts of this array; or, of this object, those of a bulk response. */
    private final List<String> texts = new ArrayList<>(0);

    /** The texts of this object's validation errors. */
    private final List<String> validationTexts = new ArrayList<>(0);

    private boolean object;
    private Role role = Role.PLAIN;
    private JsonName name = JsonName.OTHER;
    private @Nullable String code;
    private @Nullable String message;
    private @Nullable String failedItem;
    private boolean batch;
    private boolean cannotBeSent;
    private boolean emails;

    /** Begins an object or array inside {@code parent}. */
    void open(boolean isObject, @Nullable JsonFrame parent) {
      object = isObject;
      role = parent == null ? Role.PLAIN : parent.roleOfChild(isObject);
      name = JsonName.OTHER;
      code = null;
      message = null;
      failedItem = null;
      batch = false;
      cannotBeSent = false;
      emails = false;
      texts.clear();
      validationTexts.clear();
    }

    boolean isObject() {
      return object;
    }

    private Role roleOfChild(boolean isObject) {
      if (!object) {
        // The objects of an array of errors are errors; those of an array of texts are not.
        return role == Role.ITEM_ERROR || role == Role.ADMIN_ERROR ? role : Role.PLAIN;
      }
      return switch (name) {
        case ERROR_DETAILS, DOC_GEN_ERRORS -> Role.ITEM_ERROR;
        case ADMIN_ERROR_DETAILS -> Role.ADMIN_ERROR;
        case ERRORS -> isObject ? Role.PLAIN : Role.BULK_TEXTS;
        case VALIDATION_ERRORS, VALIDATION_ERROR_DETAILS ->
            isObject ? Role.PLAIN : Role.VALIDATION_TEXTS;
        case RECIPIENT_EMAILS -> Role.EMAILS;
        default -> Role.PLAIN;
      };
    }

    /** Takes the name of the member that comes next. */
    void name(JsonName next) {
      name = next;
    }

    /** Returns whether the text or number that comes next matters. */
    boolean wantsText() {
      return object ? name != JsonName.OTHER : role != Role.PLAIN && role != Role.EMAILS;
    }

    /** Takes a text. */
    void text(String value, ItemErrors errors) {
      if (object) {
        member(value, errors);
      } else if (!value.isBlank()) {
        switch (role) {
          case ITEM_ERROR, ADMIN_ERROR -> errors.addText(value);
          case BULK_TEXTS, VALIDATION_TEXTS -> keep(texts, value);
          case PLAIN, EMAILS -> {
            // No error.
          }
        }
      }
    }

    private void member(String value, ItemErrors errors) {
      switch (name) {
        case SIGNING_URI_ERROR -> errors.addText(value);
        case ERROR_CODE -> code = role == Role.ITEM_ERROR ? value : code;
        case ERROR -> code = role == Role.ADMIN_ERROR ? value : code;
        case MESSAGE, ERROR_DESCRIPTION -> message = value;
        case ERROR_MESSAGE -> failedItem = value;
        default -> literal(value);
      }
    }

    /** Takes a number or {@code false}, or a text that may represent one. */
    void literal(String value) {
      switch (name) {
        case BATCH_ID -> batch = true;
        case CAN_BE_SENT -> cannotBeSent = value.equalsIgnoreCase("false");
        case FAILED -> {
          if (isPositive(value)) {
            keep(texts, "Failed in the batch: " + value);
          }
        }
        case ERROR_CODE -> code = role == Role.ITEM_ERROR ? value : code;
        default -> {
          // Numbers elsewhere are not errors.
        }
      }
    }

    /** Ends the object or array, whose content is now complete. */
    void close(@Nullable JsonFrame parent, ItemErrors errors) {
      if (object) {
        errors.add(code, message);
        if (batch) {
          texts.forEach(errors::addText);
        }
        if (cannotBeSent) {
          validationTexts.forEach(errors::addText);
        }
        if (emails && failedItem != null) {
          errors.addText(failedItem);
        }
      } else if (parent != null && parent.object) {
        switch (role) {
          case BULK_TEXTS -> texts.forEach(text -> keep(parent.texts, text));
          case VALIDATION_TEXTS -> texts.forEach(text -> keep(parent.validationTexts, text));
          case EMAILS -> parent.emails = true;
          case PLAIN, ITEM_ERROR, ADMIN_ERROR -> {
            // Reported already.
          }
        }
      }
    }

    private static void keep(List<String> texts, String text) {
      if (texts.size() < ItemErrorScanner.MAX_ERRORS) {
        texts.add(text);
      }
    }

    private static boolean isPositive(String value) {
      boolean digits = Ascii.isNumber(value);
      return digits && value.chars().anyMatch(c -> c != '0');
    }
  }
}
