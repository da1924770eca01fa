package org.golivecheck.web.jdk;

import java.util.stream.IntStream;

@MethodsOf(IntStream.class)
final class IntStreamMethods {
  private IntStreamMethods() {}

  public static IntStream parallel(IntStream stream) {
    return stream;
  }
}
