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
 * @param origin the file and line, variable or option that sets it, for people
 */
public record Setting(
    Key key, List<String> values, List<Map<String, String>> entries, String origin) {

  /** Copies the lists. */
  public Setting {
    values = List.copyOf(values);
    entries = List.copyOf(entries);
  }

  /** Returns a key with a value that fits, set by a program. */
  public static Setting of(Key key, String value) {
    return of(key, List.of(value), "the program");
  }

  static Setting of(Key key, List<String> values, String origin) {
    return new Setting(key, values, List.of(), origin);
  }

  /**
   * Returns what an option sets.
   *
   * @param values its values; none for an option without a value
   * @param option the option as typed, for messages
   * @throws UnfitValueException if a value does not fit
   */
  public static Setting typed(Key key, List<String> values, String option)
      throws UnfitValueException {
    return of(
        key,
        key.type().flag() ? List.of(String.valueOf(!key.reversed())) : key.read(values),
        option);
  }

  /** Returns what it is set to, in one line. */
  public String words() {
    if (key.shape() == Key.Shape.ENTRIES) {
      return entries.size() == 1 ? "1 entry" : entries.size() + " entries";
    }
    return values.isEmpty() ? "nothing" : String.join(", ", values);
  }

  /** Returns each entry in one line. */
  public List<String> entryWords() {
    return entries.stream()
        .map(
            entry ->
                entry.entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining(", ")))
        .toList();
  }

  /** Returns the pattern of a field of an entry, or null if the entry has none. */
  static @Nullable Wildcard pattern(Map<String, String> entry, String field) {
    String pattern = entry.get(field);
    return pattern == null ? null : Wildcard.of(pattern);
  }
}
