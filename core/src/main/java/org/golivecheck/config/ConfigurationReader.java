package org.golivecheck.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.golivecheck.config.Key.Field;
import org.golivecheck.config.Key.Shape;
import org.golivecheck.config.YamlReader.Items;
import org.golivecheck.config.YamlReader.Keyed;
import org.golivecheck.config.YamlReader.Node;
import org.golivecheck.config.YamlReader.Pair;
import org.golivecheck.config.YamlReader.Place;
import org.golivecheck.config.YamlReader.Value;
import org.golivecheck.text.NearMiss;
import org.jspecify.annotations.Nullable;

/** Reads the settings of a configuration file, and refuses unknown keys and values. */
final class ConfigurationReader {
  /** A key for editors, which has no effect. */
  static final String SCHEMA = "$schema";

  private final List<Key> keys = Keys.list();
  private final List<Setting> settings = new ArrayList<>();

  private ConfigurationReader() {}

  /**
   * Reads a file.
   *
   * @param name its name, for messages
   * @param text its content
   * @return what it sets, in its order
   */
  static List<Setting> read(String name, String text) throws ConfigurationFormatException {
    ConfigurationReader reader = new ConfigurationReader();
    Node root = YamlReader.read(name, text);
    if (root != null) {
      reader.readSection(null, root);
    }
    return reader.settings;
  }

  private void readSection(@Nullable String section, Node node)
      throws ConfigurationFormatException {
    if (!(node instanceof Keyed keyed)) {
      // A text that is not a configuration may be a secret, so the message does not repeat it.
      boolean secret = section == null && node instanceof Value;
      throw node.place()
          .wrong(
              "%sneeds keys with values, such as %s, not %s"
                  .formatted(
                      section == null ? "" : section + " ",
                      example(section),
                      secret ? "a text" : node.words()));
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
    String elsewhere = null;
    for (Key key : keys) {
      String own = key.section();
      if (section == null || section.equals(own)) {
        here.add(section == null && own != null ? own : key.ownName());
      }
      if (elsewhere == null && key.ownName().equals(pair.name()) && !Objects.equals(section, own)) {
        elsewhere = own == null ? " It belongs in no section." : " It belongs in " + own + ".";
      }
    }
    return pair.place()
        .wrong(
            "unknown key '%s'%s.%s"
                .formatted(
                    ValueType.shown(pair.name()),
                    section == null ? "" : " in " + section,
                    elsewhere == null
                        ? NearMiss.question(pair.name(), here.stream().distinct().toList())
                        : elsewhere));
  }

  private static boolean missing(Node node) {
    return node instanceof Value value && value.missing();
  }

  private void readValue(Key key, Node node, Place place) throws ConfigurationFormatException {
    if (missing(node) && key.many()) {
      return;
    }
    if (key.shape() == Shape.ENTRIES) {
      settings.add(new Setting(key, List.of(), entries(key, node), place.words()));
    } else {
      settings.add(Setting.of(key, values(key, node), place.words()));
    }
  }

  private static List<String> values(Key key, Node node) throws ConfigurationFormatException {
    List<String> values = new ArrayList<>();
    if (key.shape() == Shape.PAIRS) {
      if (!(node instanceof Keyed keyed)) {
        throw node.place()
            .wrong(
                key.name() + " takes keys with values, " + key.words() + ", not " + node.words());
      }
      for (Pair pair : keyed.pairs()) {
        if (pair.name().indexOf('=') >= 0) {
          throw pair.place()
              .wrong(key.name() + " takes names without '=', not '" + pair.name() + "'");
        }
        String name = "the value of " + ValueType.shown(pair.name());
        String value = pair.name() + "=" + text(name, "a text", pair.value());
        read(key, List.of(value), pair.place());
        values.add(value);
      }
    } else {
      // A single value is a list of one.
      boolean list = key.shape() == Shape.LIST && node instanceof Items;
      for (Node item : list ? ((Items) node).items() : List.of(node)) {
        String value = text(key.name(), key.type().words(), item);
        read(key, List.of(value), item.place());
        values.add(value);
      }
    }
    return read(key, values, node.place());
  }

  private static List<String> read(Key key, List<String> values, Place place)
      throws ConfigurationFormatException {
    try {
      return key.read(values);
    } catch (UnfitValueException e) {
      throw place.wrong(key.name() + " " + e.getMessage());
    }
  }

  private static String text(String name, String words, Node node)
      throws ConfigurationFormatException {
    if (!(node instanceof Value value) || value.missing()) {
      throw node.place().wrong(name + " takes " + words + ", not " + node.words());
    }
    return value.text();
  }

  private static List<Map<String, String>> entries(Key key, Node node)
      throws ConfigurationFormatException {
    if (!(node instanceof Items items)) {
      throw node.place()
          .wrong(key.name() + " takes a list, each entry after a dash, not " + node.words());
    }
    List<Map<String, String>> entries = new ArrayList<>();
    for (Node item : items.items()) {
      entries.add(entry(key, item));
    }
    return entries;
  }

  private static Map<String, String> entry(Key key, Node node) throws ConfigurationFormatException {
    List<String> names = key.fields().stream().map(Field::name).toList();
    String entry = "an entry of " + key.name();
    if (!(node instanceof Keyed keyed)) {
      throw node.place()
          .wrong(
              entry + " has the keys " + String.join(", ", names) + "; it is not " + node.words());
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Pair pair : keyed.pairs()) {
      int index = names.indexOf(pair.name());
      if (index < 0) {
        throw pair.place()
            .wrong(
                "unknown key '%s' in %s; it has %s.%s"
                    .formatted(
                        ValueType.shown(pair.name()),
                        entry,
                        String.join(", ", names),
                        NearMiss.question(pair.name(), names)));
      }
      ValueType type = key.fields().get(index).type();
      try {
        values.put(pair.name(), type.read(text(pair.name(), type.words(), pair.value())));
      } catch (UnfitValueException e) {
        throw pair.value().place().wrong(pair.name() + " " + e.getMessage());
      }
    }
    for (Field field : key.fields()) {
      if (field.required() && !values.containsKey(field.name())) {
        throw node.place().wrong(entry + " lacks " + field.name());
      }
    }
    if (key.anyOf().stream().noneMatch(values::containsKey)) {
      throw node.place().wrong(entry + " needs " + String.join(" or ", key.anyOf()));
    }
    return values;
  }
}
