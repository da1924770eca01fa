package org.golivecheck.call.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a body as PHP's {@code serialize} writes it, which old PHP SDKs print into exceptions. */
final class PhpBody {
  private static final Pattern STRING = Pattern.compile("s:\\d+:\"(.*?)\";", Pattern.DOTALL);

  private PhpBody() {}

  /** Returns the index of such a body in a text, or -1. */
  static int indexIn(String text) {
    return text.indexOf("O:8:\"stdClass\"");
  }

  /** Returns what the body at an index says, or null if it is not DocuSign's. */
  static @Nullable BodyContent read(String text, int start) {
    List<String> strings = new ArrayList<>();
    // After the last end of a string, each start would search the whole rest in vain.
    int end = Math.max(start, text.lastIndexOf("\";") + 2);
    Matcher matcher = STRING.matcher(text).region(start, end);
    while (matcher.find() && strings.size() < 100) {
      strings.add(matcher.group(1));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    for (int i = 0; i + 1 < strings.size(); i += 2) {
      body.putIfAbsent(strings.get(i).toLowerCase(Locale.ROOT), strings.get(i + 1));
    }
    BodyShape shape = BodyShape.of(body);
    return shape == null ? null : shape.read(body);
  }
}
