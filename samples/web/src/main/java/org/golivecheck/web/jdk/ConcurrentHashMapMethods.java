package org.golivecheck.web.jdk;

import java.util.Collections;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

@MethodsOf(ConcurrentHashMap.class)
final class ConcurrentHashMapMethods {
  private ConcurrentHashMapMethods() {}

  public static <T> Set<T> newKeySet() {
    return Collections.newSetFromMap(new HashMap<>());
  }
}
