package org.golivecheck.log.record;

import org.golivecheck.text.Ascii;

/**
 * Makes a path again of what the command {@code calls} lists: its template, and the path with each
 * id cut to its first eight characters. The ids made differ from those of the log, but where two
 * are the same they were.
 */
final class ListedPath {
  private static final int CUT = 8;
  private static final String REST_OF_GUID = "-0000-0000-0000-000000000000";

  private ListedPath() {}

  /** Returns a path that fits both, or the template where they do not fit each other. */
  static String restore(String template, String resource) {
    if (template.indexOf('{') < 0) {
      return template;
    }
    String[] names = template.split("/", -1);
    String[] values = resource.split("/", -1);
    if (names.length != values.length) {
      return template;
    }
    StringBuilder path = new StringBuilder(resource.length() + 32);
    for (int i = 0; i < values.length; i++) {
      boolean guid = names[i].startsWith("{") && isStartOfGuid(values[i]);
      path.append(i == 0 ? "" : "/").append(values[i]).append(guid ? REST_OF_GUID : "");
    }
    return path.toString();
  }

  private static boolean isStartOfGuid(String text) {
    return text.length() == CUT && text.chars().allMatch(Ascii::isHexDigit);
  }
}
