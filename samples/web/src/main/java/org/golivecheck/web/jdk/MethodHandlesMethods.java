package org.golivecheck.web.jdk;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;
import org.golivecheck.web.jdk.java.lang.invoke.VarHandle;

@MethodsOf(MethodHandles.class)
final class MethodHandlesMethods {
  private MethodHandlesMethods() {}

  public static VarHandle byteArrayViewVarHandle(Class<?> type, ByteOrder order) {
    return new VarHandle();
  }
}
