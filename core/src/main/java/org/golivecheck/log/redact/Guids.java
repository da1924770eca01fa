package org.golivecheck.log.redact;

/** Recognises GUIDs of the form 8-4-4-4-12 in bytes. */
final class Guids {
  static final int LENGTH = 36;

  private Guids() {}

  static boolean isAt(byte[] bytes, int from, int to) {
    if (from + LENGTH > to) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      byte b = bytes[from + i];
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (hyphen ? b != '-' : !isHex(b)) {
        return false;
      }
    }
    return true;
  }

  static boolean isHex(byte b) {
    int lower = b | 0x20;
    return (b >= '0' && b <= '9') || (lower >= 'a' && lower <= 'f');
  }
}
