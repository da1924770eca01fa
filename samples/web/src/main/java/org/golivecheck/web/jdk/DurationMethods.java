package org.golivecheck.web.jdk;

import java.time.Duration;

@MethodsOf(Duration.class)
final class DurationMethods {
  private DurationMethods() {}

  public static long toSeconds(Duration duration) {
    return duration.getSeconds();
  }
}
