package org.golivecheck.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.golivecheck.text.NearMiss;

/** Reads the settings of environment variables. An empty variable sets nothing. */
final class EnvironmentVariables {
  private EnvironmentVariables() {}

  static List<Setting> read(Map<String, String> variables) throws ConfigurationFormatException {
    List<Setting> settings = new ArrayList<>();
    for (Key key : Keys.list()) {
      String variable = key.variable();
      String text = variable == null ? "" : variables.getOrDefault(variable, "");
      if (variable != null && !text.isEmpty()) {
        List<String> items = key.many() ? List.of(text.strip().split(" *, *", -1)) : List.of(text);
        try {
          settings.add(Setting.of(key, key.read(items), variable));
        } catch (UnfitValueException e) {
          throw new ConfigurationFormatException(variable + " " + e.getMessage());
        }
      }
    }
    return settings;
  }

  /**
   * Returns warnings about variables that are spelled like known ones.
   *
   * @param others the ends of the names of variables that set no key
   */
  static List<String> misspelt(Map<String, String> variables, List<String> others) {
    List<String> known = new ArrayList<>(others);
    for (Key key : Keys.list()) {
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
            "the environment variable %s is not known; did you mean %s%s?"
                .formatted(name, Key.PREFIX, near.get(0)));
      }
    }
    return warnings;
  }
}
