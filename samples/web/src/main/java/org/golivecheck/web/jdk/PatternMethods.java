package org.golivecheck.web.jdk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Named groups become numbered ones. */
@MethodsOf(Pattern.class)
final class PatternMethods {
  /** The names of groups by the text of a pattern without them; null for a group without name. */
  private static final Map<String, List<String>> NAMES = new HashMap<>();

  private PatternMethods() {}

  public static Pattern compile(String pattern) {
    return compile(pattern, 0);
  }

  public static Pattern compile(String pattern, int flags) {
    if (!pattern.contains("(?<")) {
      return Pattern.compile(pattern, flags);
    }
    StringBuilder numbered = new StringBuilder();
    List<String> names = new ArrayList<>();
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      numbered.append(c);
      if (c == '\\') {
        numbered.append(pattern.charAt(++i));
      } else if (c == '[' || c == ']') {
        inClass = c == '[';
      } else if (c == '(' && !inClass) {
        boolean named =
            pattern.startsWith("(?<", i) && Character.isLetter(pattern.charAt(i + 3));
        if (named) {
          int end = pattern.indexOf('>', i);
          names.add(pattern.substring(i + 3, end));
          i = end;
        } else if (pattern.charAt(i + 1) != '?') {
          names.add(null);
        }
      }
    }
    NAMES.put(numbered.toString(), names);
    return Pattern.compile(numbered.toString(), flags);
  }

  /** Returns the number of a group. */
  static int number(Pattern pattern, String name) {
    int index = NAMES.getOrDefault(pattern.pattern(), new ArrayList<>()).indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("No group with name <" + name + ">");
    }
    return index + 1;
  }
}
