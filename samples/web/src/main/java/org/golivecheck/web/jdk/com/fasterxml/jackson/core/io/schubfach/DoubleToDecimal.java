package org.golivecheck.web.jdk.com.fasterxml.jackson.core.io.schubfach;

/** Numbers as text. */
public final class DoubleToDecimal {
  private DoubleToDecimal() {}

  /** Returns a number as text. */
  public static String toString(double number) {
    return Double.toString(number);
  }
}
