package org.golivecheck.render.build;

import java.nio.charset.StandardCharsets;

/** A relative path as a URI reference, with all that is not plain in it percent-encoded. */
public final class UriPath {
  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";

  private static final String HEX = "0123456789ABCDEF";

  private UriPath() {}

  public static String encode(String path) {
    StringBuilder uri = new StringBuilder(path.length());
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && PLAIN.indexOf(b) >= 0) {
        uri.append((char) b);
      } else {
        uri.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
      }
    }
    return uri.toString();
  }
}
