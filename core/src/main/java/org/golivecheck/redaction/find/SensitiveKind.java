package org.golivecheck.redaction.find;

/** What kind of sensitive text a part of a text is. */
public enum SensitiveKind {
  /** A bearer or web token. */
  TOKEN(Markers.TOKEN),
  /** A password or other credential, or the value of a field that contains one; long base64. */
  SECRET(Markers.SECRET),
  /** A private key. */
  KEY(Markers.KEY),
  /** An e-mail address. */
  EMAIL(Markers.EMAIL),
  /** An IP address. */
  ADDRESS(Markers.ADDRESS),
  /** The value of a field that contains personal data. */
  PERSONAL(Markers.PERSONAL);

  private final String marker;

  SensitiveKind(String marker) {
    this.marker = marker;
  }

  /** Returns what is shown in place of such a part, such as {@code [secret]}. */
  public String marker() {
    return marker;
  }

  /** Returns the kind of a mark. */
  static SensitiveKind of(String mark) {
    return switch (mark) {
      case Markers.TOKEN -> TOKEN;
      case Markers.KEY -> KEY;
      case Markers.EMAIL -> EMAIL;
      case Markers.ADDRESS -> ADDRESS;
      case Markers.PERSONAL -> PERSONAL;
      default -> SECRET;
    };
  }
}
