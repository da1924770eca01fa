package org.golivecheck.rule.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * The query of a list call, cut into the page asked for and everything else.
 *
 * @param others every parameter but {@code start_position}, with its values, sorted
 * @param start the start position: 0 where missing, empty where unreadable
 */
record ListQuery(Map<String, List<String>> others, OptionalLong start) {
  private static final String START = "start_position";

  static ListQuery parse(@Nullable String query) {
    Map<String, List<String>> others = new HashMap<>();
    OptionalLong start = OptionalLong.of(0);
    if (query != null) {
      for (String parameter : query.split("&", -1)) {
        if (parameter.isEmpty()) {
          continue;
        }
        int equals = parameter.indexOf('=');
        String name = Ascii.decoded(equals < 0 ? parameter : parameter.substring(0, equals));
        String value = equals < 0 ? "" : Ascii.decoded(parameter.substring(equals + 1));
        if (name.equals(START)) {
          start = number(value);
        } else {
          others.computeIfAbsent(name, first -> new ArrayList<>(1)).add(value);
        }
      }
    }
    others.values().forEach(Collections::sort);
    return new ListQuery(others, start);
  }

  /** Returns whether this call asks for a later page of the listing that another call began. */
  boolean continues(ListQuery previous) {
    return start.isPresent()
        && previous.start.isPresent()
        && start.getAsLong() > previous.start.getAsLong()
        && others.equals(previous.others);
  }

  private static OptionalLong number(String value) {
    boolean digits = !value.isEmpty() && value.length() <= 18;
    for (int i = 0; i < value.length(); i++) {
      digits &= Ascii.isDigit(value.charAt(i));
    }
    return digits ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
  }
}
