package org.golivecheck.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.golivecheck.text.NearMiss;

/** Reads what environment variables set. An empty variable sets nothing. */
final class EnvironmentVariables {
  /** Variables that set no key. */
  private static final List<String> OTHERS =
      List.of("CONFIG", "DEBUG", "OPTS", "TOKEN", "TRUST_STORE_PASSWORD");

  private EnvironmentVariables() {}

  /** Returns whether a variable may set a key. Most runs have none, and should start quickly. */
  static boolean any(Map<String, String> variables) {
    for (String name : variables.keySet()) {
      if (name.startsWith(Key.PREFIX) && !OTHERS.contains(name.substring(Key.PREFIX.length()))) {
        return true;
      }
    }
    return false;
  }

  static List<Setting> read(Map<String, String> variables, List<Key> keys)
      throws ConfigurationFormatException {
    List<Setting> settings = new ArrayList<>();
    for (Key key : keys) {
      String variable = key.variable();
      String text = variable == null ? "" : variables.getOrDefault(variable, "");
      if (variable != null && !text.isEmpty()) {
        settings.add(
            Setting.of(key, values(key.type(), variable, text), Origin.variable(variable)));
      }
    }
    return settings;
  }

  /** Returns what to say of variables that are spelled like known ones. */
  static List<String> misspelt(Map<String, String> variables, List<Key> keys) {
    List<String> known = new ArrayList<>(OTHERS);
    for (Key key : keys) {
      String variable = key.variable();
      if (variable != null) {
        known.add(variable.substring(Key.PREFIX.length()));
      }
    }
    List<String> warnings = new ArrayList<>();
    for (String name : new TreeSet<>(variables.keySet())) {
      String own = name.startsWith(Key.PREFIX) ? name.substring(Key.PREFIX.length()) : "";
      List<String> near = known.contains(own) ? List.of() : NearMiss.of(own, known);
      if (!near.isEmpty()) {
        warnings.add(
            "the environment variable "
                + name
                + " is not known; did you mean "
                + Key.PREFIX
                + near.get(0)
                + "?");
      }
    }
    return warnings;
  }

  private static List<String> values(ValueType type, String variable, String text)
      throws ConfigurationFormatException {
    List<String> values = new ArrayList<>();
    try {
      if (type instanceof ScalarType scalar) {
        values.add(scalar.read(text));
      } else if (type instanceof ListOf list) {
        for (String item : text.split(",", -1)) {
          values.add(list.element().read(item.strip()));
        }
      } else if (type instanceof Pairs pairs) {
        for (String item : text.split(",", -1)) {
          int equals = item.indexOf('=');
          if (equals < 0) {
            throw new UnfitValueException("takes NAME=TEXT, not '" + item + "'");
          }
          values.add(
              pairs.read(item.substring(0, equals).strip(), item.substring(equals + 1).strip()));
        }
      }
    } catch (UnfitValueException e) {
      throw new ConfigurationFormatException(variable + " " + e.getMessage());
    }
    return values;
  }
}
