package org.golivecheck.web.jdk;

@MethodsOf(Long.class)
final class LongMethods {
  private LongMethods() {}

  public static long sum(long a, long b) {
    return a + b;
  }
}
