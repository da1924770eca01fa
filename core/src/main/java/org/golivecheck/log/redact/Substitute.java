package org.golivecheck.log.redact;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.golivecheck.redaction.find.SensitiveKind;
import org.golivecheck.redaction.find.SensitivePart;

/**
 * Makes a short text that is recognised as the beginning of the same part as a long one: its label,
 * some of its beginning, a run of letters long enough to be no plain word, and its last characters.
 */
final class Substitute {
  static final int MAX_LENGTH = 1024;

  private static final int MAX_LABEL = 256;
  private static final int HEAD = 16;
  private static final int TAIL = 64;
  private static final int MAX_DEPTH = 256;
  private static final byte[] RUN = "A".repeat(64).getBytes(StandardCharsets.US_ASCII);

  private Substitute() {}

  static byte[] of(byte[] bytes, SensitivePart part) {
    ByteArrayOutputStream text = new ByteArrayOutputStream(MAX_LENGTH);
    int from = part.from();
    if (from - part.label() <= MAX_LABEL) {
      text.write(bytes, part.label(), from - part.label());
    } else {
      text.writeBytes(label(bytes, part).getBytes(StandardCharsets.US_ASCII));
    }
    if (Parts.isStructure(bytes, part)) {
      text.writeBytes(openBrackets(bytes, from, part.to()));
    } else {
      int head = Math.min(from + HEAD, part.to());
      text.write(bytes, from, head - from);
      text.writeBytes(RUN);
      int tail = Math.max(head, part.to() - TAIL);
      text.write(bytes, tail, part.to() - tail);
    }
    return text.toByteArray();
  }

  /** The label's own blanks are too many. */
  private static String label(byte[] bytes, SensitivePart part) {
    String name = part.kind() == SensitiveKind.PERSONAL ? "email" : "password";
    byte before = bytes[part.from() - 1];
    return switch (before) {
      case '"', '\'' -> "\"" + name + "\":" + (char) before;
      case '>' -> "<" + name + ">";
      default -> name + "=";
    };
  }

  private static byte[] openBrackets(byte[] bytes, int from, int to) {
    byte[] open = new byte[MAX_DEPTH + 1];
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '\\') {
        i++;
      } else if (b == '"') {
        quoted = !quoted;
      } else if (!quoted && (b == '{' || b == '[') && depth < MAX_DEPTH) {
        open[depth++] = b;
      } else if (!quoted && (b == '}' || b == ']') && depth > 0) {
        depth--;
      }
    }
    if (quoted) {
      open[depth++] = '"';
    }
    return Arrays.copyOf(open, depth);
  }
}
