package org.golivecheck.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One key of the configuration: the single source of its parsing, environment variable, option,
 * help, schema, starter file and documentation.
 *
 * @param name the key; a dot separates the name of its section from its own
 * @param shape how many values it has
 * @param type what one value is; of pairs, what the name is
 * @param otherwise the value if it is not set, for people; empty for none
 * @param example a value worth showing, as YAML
 * @param description what it does, in one sentence; help shows it up to the first semicolon
 * @param option the option of the command line that does the same, without dashes, or null
 * @param fields the keys of an entry; empty for a key without entries
 * @param anyOf the keys of which every entry has at least one
 */
public record Key(
    String name,
    Shape shape,
    ValueType type,
    String otherwise,
    String example,
    String description,
    @Nullable String option,
    List<Field> fields,
    List<String> anyOf) {
  /** The beginning of the names of environment variables. */
  static final String PREFIX = "GOLIVE_CHECK_";

  /** How many values a key has. */
  public enum Shape {
    /** One. */
    ONE,
    /** Any number of them. */
    LIST,
    /** Names with texts: in a file keys with values, elsewhere {@code NAME=TEXT}. */
    PAIRS,
    /** A list of entries, each with keys of its own. */
    ENTRIES
  }

  /**
   * A key of an entry.
   *
   * @param name the key
   * @param required whether every entry has it
   * @param description what it means, in one sentence
   */
  public record Field(String name, ValueType type, boolean required, String description) {}

  /** Declares a key without entries. */
  Key(
      String name,
      Shape shape,
      ValueType type,
      String otherwise,
      String example,
      String description,
      @Nullable String option) {
    this(name, shape, type, otherwise, example, description, option, List.of(), List.of());
  }

  /** Declares a list of entries. */
  Key(String name, String example, String description, List<Field> fields, List<String> anyOf) {
    this(
        name,
        Shape.ENTRIES,
        ValueType.text("", "a list of entries"),
        "",
        example,
        description,
        null,
        fields,
        anyOf);
  }

  /** Returns whether it takes more than one value. */
  public boolean many() {
    return shape != Shape.ONE;
  }

  /** Returns what it does and takes, for the help of its option. */
  public String help() {
    int end = description.indexOf(';');
    String text = description.substring(0, end < 0 ? description.length() - 1 : end);
    if (type.listed() || type.report()) {
      List<String> values = new ArrayList<>();
      for (String value : type.values()) {
        values.add(value.equals(otherwise) ? value + " (default)" : value);
      }
      return text + ": " + String.join(", ", values);
    }
    return text + (otherwise.isEmpty() || type.flag() ? "" : " (default: " + otherwise + ")");
  }

  /** Returns what it takes, for people. */
  String words() {
    return (shape == Shape.LIST ? "a list, each " : "") + type.words();
  }

  /** Returns the environment variable that sets it, or null if only a file can. */
  public @Nullable String variable() {
    return shape == Shape.ENTRIES
        ? null
        : PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }

  /** Returns the section that contains it, or null for none. */
  @Nullable String section() {
    int dot = name.indexOf('.');
    return dot < 0 ? null : name.substring(0, dot);
  }

  boolean inSection(String section) {
    return section.equals(section());
  }

  /** Returns its name within its section. */
  String ownName() {
    return name.substring(name.indexOf('.') + 1);
  }

  /** Returns whether its option says the opposite, as {@code --no-redact} does. */
  public boolean reversed() {
    return type.flag() && option != null && option.startsWith("no-");
  }

  /**
   * Reads the values of this key as a file, a variable or the command line have them.
   *
   * @param texts the values; pairs as {@code NAME=TEXT}
   * @return the values in their usual spelling
   * @throws UnfitValueException if one does not fit, or they contradict each other
   */
  public List<String> read(List<String> texts) throws UnfitValueException {
    if (shape != Shape.PAIRS) {
      return type.read(texts);
    }
    List<String> values = new ArrayList<>();
    for (String text : texts) {
      values.add(pair(text));
    }
    refuseContradictions(values);
    return values;
  }

  private String pair(String text) throws UnfitValueException {
    int equals = text.indexOf('=');
    String left = text.substring(0, Math.max(equals, 0)).strip();
    String right = text.substring(equals + 1).strip();
    if (left.isEmpty() || right.isEmpty()) {
      throw new UnfitValueException(
          "takes %s, not '%s'%s"
              .formatted(
                  type.argument(),
                  ValueType.shown(text),
                  type.values().isEmpty() ? "" : "; FIELD is " + String.join(", ", type.values())));
    }
    return type.read(left) + "=" + right;
  }

  /** Refuses a name with two texts, and the alias of an alias. */
  private void refuseContradictions(List<String> pairs) throws UnfitValueException {
    boolean aliases = name.equals(Keys.ACCOUNT_ALIASES.name());
    Map<String, String> known = new LinkedHashMap<>();
    for (String pair : pairs) {
      String left = pair.substring(0, pair.indexOf('='));
      String right = pair.substring(pair.indexOf('=') + 1);
      if (aliases && left.equalsIgnoreCase(right)) {
        throw new UnfitValueException(
            "takes two ids of the same account, not '" + ValueType.shown(pair) + "'");
      }
      String before = known.put(left.toLowerCase(Locale.ROOT), right);
      if (before != null && !(aliases && before.equalsIgnoreCase(right))) {
        throw new UnfitValueException("names " + left + " twice, as " + before + " and " + right);
      }
    }
    for (String right : aliases ? known.values() : List.<String>of()) {
      if (known.containsKey(right.toLowerCase(Locale.ROOT))) {
        throw new UnfitValueException(
            "has "
                + right
                + " on both sides; write the same id on the right for all ids of an account");
      }
    }
  }

  /** Returns the JSON Schema of its value. */
  Map<String, Object> schema() {
    return switch (shape) {
      case ONE -> type.schema();
      case LIST -> ConfigurationSchema.of("type", List.of("array", "null"), "items", type.schema());
      case PAIRS ->
          ConfigurationSchema.of(
              "type",
              List.of("object", "null"),
              "additionalProperties",
              ValueType.text("", "").schema(),
              "propertyNames",
              type.values().isEmpty() ? Map.of("pattern", "^[^=]*[^=\\s][^=]*$") : type.schema());
      case ENTRIES ->
          ConfigurationSchema.of("type", List.of("array", "null"), "items", entrySchema());
    };
  }

  private Map<String, Object> entrySchema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Field field : fields) {
      properties.put(field.name(), described(field.description(), field.type().schema()));
    }
    return ConfigurationSchema.of(
        "type",
        "object",
        "additionalProperties",
        false,
        "required",
        fields.stream().filter(Field::required).map(Field::name).toList(),
        "anyOf",
        anyOf.stream().map(name -> Map.of("required", List.of(name))).toList(),
        "properties",
        properties);
  }

  /** Returns a schema with a description before it. */
  static Map<String, Object> described(String description, Map<String, Object> schema) {
    Map<String, Object> described = ConfigurationSchema.of("description", description);
    described.putAll(schema);
    return described;
  }
}
