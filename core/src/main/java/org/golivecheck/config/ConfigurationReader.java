package org.golivecheck.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.golivecheck.config.Entries.Field;
import org.golivecheck.config.YamlNode.Items;
import org.golivecheck.config.YamlNode.Keyed;
import org.golivecheck.config.YamlNode.Pair;
import org.golivecheck.config.YamlNode.Value;
import org.golivecheck.text.NearMiss;
import org.jspecify.annotations.Nullable;

/** Understands the text of a configuration file, and refuses what it does not know. */
final class ConfigurationReader {
  /** Editors look for it, and nothing depends on it. */
  static final String SCHEMA = "$schema";

  private final List<Key> keys;
  private final List<Setting> settings = new ArrayList<>();

  private ConfigurationReader(List<Key> keys) {
    this.keys = keys;
  }

  /**
   * Reads a file.
   *
   * @param name its name, for messages
   * @param text what it holds
   * @param keys the keys there are
   * @return what it sets, in its order
   */
  static List<Setting> read(String name, String text, List<Key> keys)
      throws ConfigurationFormatException {
    ConfigurationReader reader = new ConfigurationReader(keys);
    YamlNode root = YamlReader.read(name, text);
    if (root != null) {
      reader.readSection(null, root);
    }
    return reader.settings;
  }

  private void readSection(@Nullable String section, YamlNode node)
      throws ConfigurationFormatException {
    if (!(node instanceof Keyed keyed)) {
      String where = section == null ? "" : section + " ";
      throw node.place()
          .wrong(
              where
                  + "needs keys with values, such as "
                  + example(section)
                  + ", not "
                  + node.words());
    }
    for (Pair pair : keyed.pairs()) {
      readPair(section, pair);
    }
  }

  private String example(@Nullable String section) {
    for (Key key : keys) {
      if (Objects.equals(section, key.section())) {
        return "'" + key.ownName() + ": " + key.example() + "'";
      }
    }
    throw new IllegalArgumentException(section);
  }

  private void readPair(@Nullable String section, Pair pair) throws ConfigurationFormatException {
    for (Key key : keys) {
      if (Objects.equals(section, key.section()) && key.ownName().equals(pair.name())) {
        readValue(key, pair.value(), pair.place());
        return;
      }
      if (section == null && pair.name().equals(key.section())) {
        if (!missing(pair.value())) {
          readSection(pair.name(), pair.value());
        }
        return;
      }
    }
    if (section != null || !pair.name().equals(SCHEMA)) {
      throw unknown(section, pair);
    }
  }

  private ConfigurationFormatException unknown(@Nullable String section, Pair pair) {
    List<String> here = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    for (Key key : keys) {
      String name = section == null && key.section() != null ? key.section() : key.ownName();
      if (section == null || section.equals(key.section())) {
        here.add(name);
      }
      if (key.ownName().equals(pair.name()) && !Objects.equals(section, key.section())) {
        elsewhere.add(
            key.section() == null
                ? " It stands in no section."
                : " It stands in " + key.section() + ".");
      }
    }
    String question = NearMiss.question(pair.name(), here.stream().distinct().toList());
    return pair.place()
        .wrong(
            "unknown key '"
                + pair.name()
                + "'"
                + (section == null ? "" : " in " + section)
                + "."
                + (elsewhere.isEmpty() ? question : elsewhere.get(0)));
  }

  private static boolean missing(YamlNode node) {
    return node instanceof Value value && value.missing();
  }

  private void readValue(Key key, YamlNode node, Place place) throws ConfigurationFormatException {
    ValueType type = key.type();
    if (missing(node) && !(type instanceof ScalarType)) {
      return;
    }
    Origin origin = place.origin();
    if (type instanceof Entries entries) {
      settings.add(new Setting(key, List.of(), entries(key, entries, node), origin));
    } else {
      settings.add(Setting.of(key, values(key, node), origin));
    }
  }

  private static List<String> values(Key key, YamlNode node) throws ConfigurationFormatException {
    if (key.type() instanceof ListOf list) {
      return values(key, list, node);
    }
    if (key.type() instanceof Pairs pairs) {
      return values(key, pairs, node);
    }
    return List.of(scalar(key.name(), (ScalarType) key.type(), node));
  }

  private static List<String> values(Key key, Pairs type, YamlNode node)
      throws ConfigurationFormatException {
    if (!(node instanceof Keyed keyed)) {
      throw node.place()
          .wrong(key.name() + " takes keys with values, " + type.words() + ", not " + node.words());
    }
    List<String> values = new ArrayList<>();
    for (Pair pair : keyed.pairs()) {
      if (!(pair.value() instanceof Value value) || value.missing()) {
        throw pair.value()
            .place()
            .wrong(pair.name() + " takes a text, not " + pair.value().words());
      }
      try {
        values.add(type.read(pair.name(), value.text()));
      } catch (UnfitValueException e) {
        throw pair.place().wrong(key.name() + " " + e.getMessage());
      }
    }
    return values;
  }

  private static String scalar(String name, ScalarType type, YamlNode node)
      throws ConfigurationFormatException {
    if (!(node instanceof Value value) || value.missing()) {
      throw node.place().wrong(name + " takes " + type.words() + ", not " + node.words());
    }
    try {
      return type.read(value.text());
    } catch (UnfitValueException e) {
      throw node.place().wrong(name + " " + e.getMessage());
    }
  }

  /** A single value is a list of one. */
  private static List<String> values(Key key, ListOf type, YamlNode node)
      throws ConfigurationFormatException {
    List<String> values = new ArrayList<>();
    for (YamlNode item : node instanceof Items items ? items.items() : List.of(node)) {
      values.add(scalar(key.name(), type.element(), item));
    }
    return values;
  }

  private static List<Setting.Entry> entries(Key key, Entries type, YamlNode node)
      throws ConfigurationFormatException {
    if (!(node instanceof Items items)) {
      throw node.place()
          .wrong(key.name() + " takes a list, each entry after a dash, not " + node.words());
    }
    List<Setting.Entry> entries = new ArrayList<>();
    for (YamlNode item : items.items()) {
      entries.add(entry(key, type, item));
    }
    return entries;
  }

  private static Setting.Entry entry(Key key, Entries type, YamlNode node)
      throws ConfigurationFormatException {
    List<String> names = type.fields().stream().map(Field::name).toList();
    if (!(node instanceof Keyed keyed)) {
      throw node.place()
          .wrong(
              "an entry of "
                  + key.name()
                  + " has the keys "
                  + String.join(", ", names)
                  + "; it is not "
                  + node.words());
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Pair pair : keyed.pairs()) {
      int index = names.indexOf(pair.name());
      if (index < 0) {
        throw pair.place()
            .wrong(
                "unknown key '"
                    + pair.name()
                    + "' in an entry of "
                    + key.name()
                    + "; it has "
                    + String.join(", ", names)
                    + "."
                    + NearMiss.question(pair.name(), names));
      }
      values.put(pair.name(), scalar(pair.name(), type.fields().get(index).type(), pair.value()));
    }
    for (Field field : type.fields()) {
      if (field.required() && !values.containsKey(field.name())) {
        throw node.place().wrong("an entry of " + key.name() + " lacks " + field.name());
      }
    }
    if (!type.anyOf().isEmpty() && type.anyOf().stream().noneMatch(values::containsKey)) {
      throw node.place()
          .wrong("an entry of " + key.name() + " needs " + String.join(" or ", type.anyOf()));
    }
    return new Setting.Entry(values, node.place());
  }
}
