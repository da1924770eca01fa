package org.golivecheck.log.request;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one header block of which something is kept. The first of each name counts. */
final class FieldValues {
  private final Map<FieldName, String> values = new EnumMap<>(FieldName.class);
  private @Nullable FieldName open;
  private boolean cut;

  /** Forgets all values. */
  void clear() {
    values.clear();
    open = null;
    cut = false;
  }

  /** Takes a header line, or the folded part of one. */
  void add(LogLine line) {
    if (!line.isFolded()) {
      FieldName field = line.field();
      open = field != null && isEmpty(field) ? field : null;
    }
    if (open == null) {
      return;
    }
    cut |= line.cut();
    if (open == FieldName.AUTHENTICATION) {
      values.put(open, "");
    } else {
      String before = line.isFolded() ? values.getOrDefault(open, "") : "";
      values.put(open, before.isEmpty() ? line.value() : before + " " + line.value());
    }
  }

  private boolean isEmpty(FieldName field) {
    String value = values.get(field);
    return value == null || value.isEmpty();
  }

  /** Returns whether the header is there, with a value or without. */
  boolean has(FieldName field) {
    return values.containsKey(field);
  }

  /** Returns the value, or null where it is missing or empty. */
  @Nullable String text(FieldName field) {
    return isEmpty(field) ? null : values.get(field);
  }

  /** Returns the value as a number, or -1 where it is missing or no number below 10^18. */
  long number(FieldName field) {
    String value = values.get(field);
    if (value == null || value.isEmpty() || value.length() > 18) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** Returns whether a limit cut one of the values. */
  boolean cut() {
    return cut;
  }
}
