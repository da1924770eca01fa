package org.golivecheck.log.client;

import java.nio.charset.StandardCharsets;

/** Words as the bytes that logs have of them. */
final class TextBytes {
  private TextBytes() {}

  static byte[] of(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns whether bytes begin with a word, which is in lower case, in any case. */
  static boolean startsWithIgnoringCase(byte[] bytes, int from, int to, byte[] word) {
    if (to - from < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      byte b = bytes[from + i];
      int lower = b >= 'A' && b <= 'Z' ? b | 0x20 : b;
      if (lower != word[i]) {
        return false;
      }
    }
    return true;
  }
}
