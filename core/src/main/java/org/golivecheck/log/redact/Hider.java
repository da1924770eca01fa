package org.golivecheck.log.redact;

import java.nio.charset.StandardCharsets;
import org.golivecheck.redaction.find.SensitiveKind;
import org.golivecheck.redaction.find.SensitivePart;
import org.golivecheck.text.Ascii;

/**
 * Replaces sensitive parts by as many asterisks as they had bytes, so that a Content-Length stays
 * correct. A personal value ends with a short pseudonym, so that equal values stay equal: the
 * number of different errors in a response must not change.
 */
final class Hider {
  private static final int PSEUDONYM = 6;

  private final Pseudonyms pseudonyms;
  private final Removals removals;

  Hider(Pseudonyms pseudonyms, Removals removals) {
    this.pseudonyms = pseudonyms;
    this.removals = removals;
  }

  /**
   * Hides a part, as far as it is in a range.
   *
   * @param forms how far each byte may be changed
   * @param hidden which bytes were hidden before; those hidden now are added
   * @return whether there was something to hide
   */
  boolean hide(byte[] bytes, int from, int to, SensitivePart part, byte[] forms, boolean[] hidden) {
    if (!anyOpen(hidden, from, to)) {
      return false;
    }
    if (from == part.from()) {
      removals.add(part.kind());
    }
    if (Parts.isStructure(bytes, part)) {
      new StructureHider(bytes, from, to, forms, hidden).hide(part.from());
    } else if (isBareNumber(bytes, from, to)) {
      hideDigits(bytes, from, to, hidden);
    } else {
      String pseudonym = pseudonym(bytes, from, to, part, forms, hidden);
      fill(bytes, from, to, forms, hidden);
      for (int i = 0; i < pseudonym.length(); i++) {
        bytes[to - pseudonym.length() + i] = (byte) pseudonym.charAt(i);
      }
    }
    return true;
  }

  private static boolean anyOpen(boolean[] hidden, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!hidden[i]) {
        return true;
      }
    }
    return false;
  }

  /** Hides a range that was not hidden yet. */
  static void fill(byte[] bytes, int from, int to, byte[] forms, boolean[] hidden) {
    for (int i = from; i < to; i++) {
      if (!hidden[i]) {
        bytes[i] = LineForms.masked(bytes[i], forms[i]);
        hidden[i] = true;
      }
    }
  }

  /** A JSON number must stay one. */
  private static boolean isBareNumber(byte[] bytes, int from, int to) {
    if (from > 0 && (bytes[from - 1] == '"' || bytes[from - 1] == '\'')) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if ((bytes[i] < '0' || bytes[i] > '9') && "+-.() ".indexOf(bytes[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void hideDigits(byte[] bytes, int from, int to, boolean[] hidden) {
    for (int i = from; i < to; i++) {
      bytes[i] = Ascii.isDigit(bytes[i]) ? (byte) '9' : bytes[i];
      hidden[i] = true;
    }
  }

  private String pseudonym(
      byte[] bytes, int from, int to, SensitivePart part, byte[] forms, boolean[] hidden) {
    boolean personal =
        part.kind() == SensitiveKind.PERSONAL
            || part.kind() == SensitiveKind.EMAIL
            || part.kind() == SensitiveKind.ADDRESS;
    if (!personal || part.open() || from != part.from() || to - from < PSEUDONYM) {
      return "";
    }
    for (int i = from; i < to; i++) {
      if (hidden[i] || forms[i] != LineForms.FREE || (bytes[i] < ' ' && bytes[i] >= 0)) {
        return "";
      }
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return pseudonyms.hashed(text, PSEUDONYM);
  }
}
