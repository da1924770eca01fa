package org.golivecheck.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.golivecheck.call.Wildcard;
import org.jspecify.annotations.Nullable;

/**
 * What a key is set to.
 *
 * @param values its values; one for a key that takes a single one, none for entries
 * @param entries its entries; none for a key that takes values
 * @param origin what set it
 */
public record Setting(Key key, List<String> values, List<Entry> entries, Origin origin) {

  /** Copies the lists. */
  public Setting {
    values = List.copyOf(values);
    entries = List.copyOf(entries);
  }

  /**
   * One entry.
   *
   * @param fields what its keys are set to
   * @param place where it begins
   */
  record Entry(Map<String, String> fields, Place place) {
    @Nullable String get(String name) {
      return fields.get(name);
    }

    String get(String name, String otherwise) {
      return fields.getOrDefault(name, otherwise);
    }

    /** Returns a pattern, or null where there is none. */
    @Nullable Wildcard pattern(String name) {
      String pattern = fields.get(name);
      return pattern == null ? null : Wildcard.of(pattern);
    }
  }

  /** Returns what it is set to, in one line. */
  public String words() {
    if (key.type() instanceof Entries) {
      return entries.size() == 1 ? "1 entry" : entries.size() + " entries";
    }
    return values.isEmpty() ? "nothing" : String.join(", ", values);
  }

  /** Returns each entry in one line. */
  public List<String> entryWords() {
    return entries.stream()
        .map(
            entry ->
                entry.fields().entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining(", ")))
        .toList();
  }

  static Setting of(Key key, List<String> values, Origin origin) {
    return new Setting(key, values, List.of(), origin);
  }
}
