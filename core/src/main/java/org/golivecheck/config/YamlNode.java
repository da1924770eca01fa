package org.golivecheck.config;

import java.util.List;

/** A part of a YAML file, as written. */
sealed interface YamlNode {
  /** Returns where it begins. */
  Place place();

  /** Returns what it is, for messages. */
  String words();

  /**
   * A single value.
   *
   * @param text its text
   * @param missing whether it stands for no value: nothing at all, {@code ~} or {@code null}
   */
  record Value(String text, boolean missing, Place place) implements YamlNode {
    @Override
    public String words() {
      return missing ? "no value" : "'" + text + "'";
    }
  }

  /** A list. */
  record Items(List<YamlNode> items, Place place) implements YamlNode {
    @Override
    public String words() {
      return "a list";
    }
  }

  /** Keys with values, in order; no key twice. */
  record Keyed(List<Pair> pairs, Place place) implements YamlNode {
    @Override
    public String words() {
      return "keys with values";
    }
  }

  /**
   * A key with its value.
   *
   * @param name the key
   * @param place where the key begins
   */
  record Pair(String name, Place place, YamlNode value) {}
}
