package org.golivecheck.web.jdk;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** An inflater without input returns nothing. */
@MethodsOf(Inflater.class)
final class InflaterMethods {
  private InflaterMethods() {}

  public static int inflate(Inflater inflater, byte[] into, int from, int length)
      throws DataFormatException {
    return inflater.needsInput() ? 0 : inflater.inflate(into, from, length);
  }
}
