package org.golivecheck.redaction.find;

/** What the name of a field or header says about its value. */
enum Label {
  /** A password, token or key, however it is written. */
  SECRET,
  /** A header whose whole line is secret. */
  SECRET_LINE,
  /** A secret as a query or form parameter, {@code code=}; elsewhere the name is harmless. */
  SECRET_PARAMETER,
  /** Personal data, however it is written. */
  PERSONAL,
  /** Personal data as a quoted value or element; in prose the name is harmless. */
  PERSONAL_FIELD;

  boolean personal() {
    return this == PERSONAL || this == PERSONAL_FIELD;
  }

  /** Returns what is shown in place of the value. */
  String marker() {
    return personal() ? Markers.PERSONAL : Markers.SECRET;
  }
}
