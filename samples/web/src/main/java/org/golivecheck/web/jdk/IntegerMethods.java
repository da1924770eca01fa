package org.golivecheck.web.jdk;

@MethodsOf(Integer.class)
final class IntegerMethods {
  private IntegerMethods() {}

  public static int sum(int a, int b) {
    return a + b;
  }
}
