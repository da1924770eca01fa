package org.golivecheck.log.redact;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.golivecheck.text.JarText;
import org.jspecify.annotations.Nullable;

/**
 * The list of what a redacted log keeps: {@code kept.tsv} names the headers and parameters that may
 * be harmless, and for each the grammar that its value has to match.
 */
final class KeepList {
  private static final Map<String, Pattern> GRAMMARS = new HashMap<>();

  /** The grammar of each name; null where no value is kept. */
  private static final Map<String, @Nullable Pattern> HEADERS = new HashMap<>();

  private static final Map<String, @Nullable Pattern> PARAMETERS = new HashMap<>();

  static {
    JarText.read(KeepList.class, "kept.tsv")
        .lines()
        .map(row -> row.split("\t", -1))
        .forEach(KeepList::add);
  }

  private KeepList() {}

  private static void add(String[] row) {
    switch (row[0]) {
      case "grammar" -> GRAMMARS.put(row[1], Pattern.compile(row[2]));
      case "header" -> HEADERS.put(row[1], GRAMMARS.get(row[2]));
      default -> PARAMETERS.put(row[1], GRAMMARS.get(row[2]));
    }
  }

  /** Returns whether the list names a header. */
  static boolean hasHeader(String name) {
    return HEADERS.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** Returns whether the list names a parameter of a URL. */
  static boolean hasParameter(String name) {
    return PARAMETERS.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** Returns whether the value of a header is kept. */
  static boolean keepsHeader(String name, String value) {
    return matches(HEADERS.get(name.toLowerCase(Locale.ROOT)), value);
  }

  /** Returns whether the value of a parameter of a URL is kept. */
  static boolean keepsParameter(String name, String value) {
    return matches(PARAMETERS.get(name.toLowerCase(Locale.ROOT)), value);
  }

  private static boolean matches(@Nullable Pattern grammar, String value) {
    return grammar != null && grammar.matcher(value).matches();
  }
}
