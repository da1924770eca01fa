package org.golivecheck.web.jdk.com.fasterxml.jackson.core.io.schubfach;

/** Numbers as text. */
public final class FloatToDecimal {
  private FloatToDecimal() {}

  /** Returns a number as text. */
  public static String toString(float number) {
    return Float.toString(number);
  }
}
