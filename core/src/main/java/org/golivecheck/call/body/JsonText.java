package org.golivecheck.call.body;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** The beginning of a JSON string or literal as written, up to a maximum length. */
final class JsonText {
  /** The maximum number of characters kept. */
  static final int MAX_CHARS = 200;

  /** Room for that many characters in their longest form, a {@code \}{@code u} escape. */
  private static final int CAPACITY = 6 * MAX_CHARS;

  private final byte[] bytes = new byte[CAPACITY];
  private int length;
  private boolean escaped;
  private boolean cut;

  void clear() {
    length = 0;
    escaped = false;
    cut = false;
  }

  void append(byte[] source, int from, int to) {
    int count = Math.min(to - from, CAPACITY - length);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
    cut |= count < to - from;
  }

  /** Notes that the text contains escapes. */
  void escaped() {
    escaped = true;
  }

  /** Returns the text as a member name. */
  JsonName name() {
    if (cut) {
      return JsonName.OTHER;
    }
    if (!escaped) {
      return JsonName.of(bytes, length);
    }
    byte[] name = text().getBytes(StandardCharsets.UTF_8);
    return JsonName.of(name, name.length);
  }

  /** Returns the text without escapes, cut to {@value #MAX_CHARS} characters. */
  String text() {
    String written = new String(bytes, 0, length, StandardCharsets.UTF_8);
    String text = escaped ? unescaped(written) : written;
    if (text.length() <= MAX_CHARS) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_CHARS - 1));
    return text.substring(0, splitsPair ? MAX_CHARS - 1 : MAX_CHARS);
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\\') {
        plain.append(c);
      } else if (at < text.length()) {
        char escape = text.charAt(at++);
        if (escape == 'u') {
          int code = hex(text, at);
          at = code < 0 ? at : at + 4;
          plain.append(code < 0 ? '\uFFFD' : (char) code);
        } else {
          plain.append(plain(escape));
        }
      }
    }
    return plain.toString();
  }

  private static char plain(char escape) {
    return switch (escape) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> escape;
    };
  }

  /** Returns the number of four hexadecimal digits, or -1. */
  private static int hex(String text, int from) {
    if (from + 4 > text.length()) {
      return -1;
    }
    for (int i = from; i < from + 4; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return -1;
      }
    }
    return HexFormat.fromHexDigits(text, from, from + 4);
  }

  /** The names of JSON members that matter to {@link JsonItemErrors}. */
  enum JsonName {
    OTHER(""),
    ERROR_DETAILS("errorDetails"),
    DOC_GEN_ERRORS("docGenErrors"),
    ADMIN_ERROR_DETAILS("error_details"),
    SIGNING_URI_ERROR("recipientSigningUriError"),
    ERRORS("errors"),
    VALIDATION_ERRORS("validationErrors"),
    VALIDATION_ERROR_DETAILS("validationErrorDetails"),
    FAILED("failed"),
    ERROR_MESSAGE("errorMessage"),
    ERROR_CODE("errorCode"),
    ERROR("error"),
    MESSAGE("message"),
    ERROR_DESCRIPTION("error_description"),
    BATCH_ID("batchId"),
    CAN_BE_SENT("canBeSent"),
    RECIPIENT_EMAILS("recipientEmails");

    private static final JsonName[][] BY_LENGTH = byLength();

    private final String name;

    JsonName(String name) {
      this.name = name.toLowerCase(Locale.ROOT);
    }

    /** Returns the name that the bytes spell, ignoring case, or {@link #OTHER}. */
    static JsonName of(byte[] bytes, int length) {
      if (length < BY_LENGTH.length) {
        for (JsonName candidate : BY_LENGTH[length]) {
          if (candidate.matches(bytes)) {
            return candidate;
          }
        }
      }
      return OTHER;
    }

    private static JsonName[][] byLength() {
      int longest = Arrays.stream(values()).mapToInt(value -> value.name.length()).max().orElse(0);
      JsonName[][] table = new JsonName[longest + 1][];
      for (int length = 0; length <= longest; length++) {
        int wanted = length;
        table[length] =
            Arrays.stream(values())
                .filter(value -> value.name.length() == wanted)
                .toArray(JsonName[]::new);
      }
      return table;
    }

    private boolean matches(byte[] bytes) {
      for (int i = 0; i < name.length(); i++) {
        int b = bytes[i];
        if ((b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b) != name.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }
}
