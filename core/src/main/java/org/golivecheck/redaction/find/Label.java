package org.golivecheck.redaction.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.golivecheck.text.JarText;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a field, parameter, element or header says about its value.
 *
 * <p>The names are in {@code names.tsv}, one list for all places: the credentials and personal data
 * among the fields of the eSignature REST API, of OAuth, and of the headers that DocuSign, proxies
 * and integrators add. They are compared without case, hyphens, underscores and blanks: {@code
 * access_token} is {@code accessToken}. A name with an asterisk matches all names that end, or
 * begin, with the rest.
 */
enum Label {
  /** A password, token or key, however it is written. */
  SECRET,
  /** A header whose whole line is secret. */
  SECRET_LINE,
  /** A secret as a query or form parameter, {@code code=}; elsewhere the name is harmless. */
  SECRET_PARAMETER,
  /**
   * A secret as a quoted value, element, parameter or header; in prose only if the value does not
   * look like a word.
   */
  SECRET_FIELD,
  /** Personal data, however it is written. */
  PERSONAL,
  /** Personal data as a quoted value, element or parameter; in prose the name is harmless. */
  PERSONAL_FIELD;

  /** The longest name on the list, and of a compound name. */
  static final int MAX_LENGTH = 60;

  private static final Map<String, Label> BY_NAME = new HashMap<>();
  private static final List<String> BEGINNINGS = new ArrayList<>();
  private static final List<String> ENDS = new ArrayList<>();

  static {
    for (String[] row : JarText.readPairs(Label.class, "names.tsv")) {
      String name = row[0];
      if (name.startsWith("*")) {
        ENDS.add(name.substring(1));
      } else if (name.endsWith("*")) {
        BEGINNINGS.add(name.substring(0, name.length() - 1));
      }
      BY_NAME.put(name, ofId(row[1]));
    }
  }

  private static @Nullable Label ofId(String id) {
    return switch (id) {
      case "secret" -> SECRET;
      case "line" -> SECRET_LINE;
      case "parameter" -> SECRET_PARAMETER;
      case "field" -> SECRET_FIELD;
      case "personal" -> PERSONAL;
      case "personal-field" -> PERSONAL_FIELD;
      default -> null;
    };
  }

  /** Returns what a name says about its value, or null if it says nothing. */
  static @Nullable Label of(String name) {
    if (name.length() > MAX_LENGTH) {
      return null;
    }
    String plain = plain(name);
    if (BY_NAME.containsKey(plain)) {
      return BY_NAME.get(plain);
    }
    Label label = null;
    int longest = 0;
    for (String end : ENDS) {
      if (end.length() > longest && plain.endsWith(end)) {
        longest = end.length();
        label = BY_NAME.get("*" + end);
      }
    }
    for (String beginning : BEGINNINGS) {
      if (plain.startsWith(beginning)) {
        label = BY_NAME.get(beginning + "*");
      }
    }
    return label;
  }

  /** Returns whether a name is on the list as harmless, though its end is not. */
  static boolean keeps(String name) {
    String plain = plain(name);
    return ENDS.stream().anyMatch(end -> BY_NAME.get("*" + end) == null && plain.endsWith(end));
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-' && c != ' ') {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  boolean personal() {
    return this == PERSONAL || this == PERSONAL_FIELD;
  }

  /** Returns what is shown in place of the value. */
  String marker() {
    return personal() ? Markers.PERSONAL : Markers.SECRET;
  }
}
