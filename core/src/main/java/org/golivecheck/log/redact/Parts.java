package org.golivecheck.log.redact;

import org.golivecheck.redaction.find.SensitiveKind;
import org.golivecheck.redaction.find.SensitivePart;

/** Adjusts parts found in JSON and XML, so that the text around them stays well-formed. */
final class Parts {
  private Parts() {}

  /** Returns the part without what belongs to the text around it. */
  static SensitivePart trimmed(byte[] bytes, SensitivePart part) {
    int from = afterEscape(bytes, part.label(), part.from(), part.to());
    int to = part.to();
    boolean open = part.open();
    if (part.kind() == SensitiveKind.KEY) {
      to = firstOf("\"'<", bytes, from, to);
    } else if (opensStructure(bytes, from, to) && !isMember(bytes, from)) {
      to = firstOf("\"'<\n", bytes, from, to);
    }
    open &= to == part.to();
    if (!open) {
      to = beforeEscape(bytes, from, to);
    }
    return new SensitivePart(part.label(), from, to, part.kind(), open);
  }

  /** Returns whether a part is an object or array as the value of a member. */
  static boolean isStructure(byte[] bytes, SensitivePart part) {
    return opensStructure(bytes, part.from(), part.to()) && isMember(bytes, part.from());
  }

  private static boolean opensStructure(byte[] bytes, int from, int to) {
    return from < to && (bytes[from] == '{' || bytes[from] == '[');
  }

  /** Returns whether a quoted name and a colon come before a value. */
  private static boolean isMember(byte[] bytes, int from) {
    int at = from;
    while (at > 0 && " \t\r\n:=>".indexOf(bytes[at - 1]) >= 0) {
      at--;
    }
    return at > 0 && at < from && (bytes[at - 1] == '"' || bytes[at - 1] == '\'');
  }

  private static int firstOf(String wanted, byte[] bytes, int from, int to) {
    int at = from + 1;
    while (at < to && wanted.indexOf(bytes[at]) < 0) {
      at++;
    }
    return Math.min(at, to);
  }

  /** Skips the rest of an escape, as in {@code \nname@example.com}, which must stay one. */
  private static int afterEscape(byte[] bytes, int label, int from, int to) {
    int backslashes = 0;
    while (from - backslashes > 0 && bytes[from - backslashes - 1] == '\\') {
      backslashes++;
    }
    if (label < from || (backslashes & 1) == 0) {
      return from;
    }
    boolean unicode = bytes[from] == 'u' && from + 5 <= to;
    return Math.min(to, unicode ? from + 5 : from + 1);
  }

  /** Leaves out the backslashes before a quote, which escape it. */
  private static int beforeEscape(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && bytes[end - 1] == '\\') {
      end--;
    }
    return end;
  }
}
