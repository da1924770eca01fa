package org.golivecheck.cli.config;

import java.util.List;
import java.util.Map;

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
  record Entry(Map<String, String> fields, Place place) {}

  static Setting of(Key key, List<String> values, Origin origin) {
    return new Setting(key, values, List.of(), origin);
  }
}
