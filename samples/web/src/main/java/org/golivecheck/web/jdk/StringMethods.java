package org.golivecheck.web.jdk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

@MethodsOf(String.class)
final class StringMethods {
  private StringMethods() {}

  public static Stream<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int to = from;
      while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
        to++;
      }
      lines.add(text.substring(from, to));
      from = to + (text.startsWith("\r\n", to) ? 2 : 1);
    }
    return lines.stream();
  }
}
