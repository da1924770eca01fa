package org.golivecheck.web.jdk;

import java.io.ByteArrayOutputStream;

@MethodsOf(ByteArrayOutputStream.class)
final class ByteArrayOutputStreamMethods {
  private ByteArrayOutputStreamMethods() {}

  public static void writeBytes(ByteArrayOutputStream out, byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }
}
