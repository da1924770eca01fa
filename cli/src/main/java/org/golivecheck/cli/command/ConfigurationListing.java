package org.golivecheck.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.cli.config.Configuration;
import org.golivecheck.cli.config.ConfigurationLoader;
import org.golivecheck.cli.config.Key;
import org.golivecheck.cli.config.Keys;
import org.golivecheck.cli.config.Setting;
import org.golivecheck.cli.console.Messages;

/** What every key is set to, and by what. */
final class ConfigurationListing {
  private static final int MAX_COLUMN = 40;
  private static final int MARGIN = 2;

  private record Row(String key, String value, String origin, List<String> entries) {}

  private ConfigurationListing() {}

  /** Returns the text. */
  static String of(Configuration configuration) {
    List<Row> rows = new ArrayList<>();
    int keys = 0;
    int values = 0;
    for (Key key : Keys.list()) {
      Row row = row(key, configuration);
      rows.add(row);
      keys = Math.max(keys, row.key().length());
      values = Math.max(values, row.value().length());
    }
    StringBuilder text = new StringBuilder(head(configuration));
    for (Row row : rows) {
      text.append(padded(row.key(), keys)).append(padded(row.value(), values));
      text.append(row.origin()).append('\n');
      for (String entry : row.entries()) {
        text.append("  - ").append(Messages.oneLine(entry)).append('\n');
      }
    }
    return text.toString();
  }

  private static String head(Configuration configuration) {
    return configuration.file() == null
        ? "No configuration file: there is no "
            + ConfigurationLoader.FILE_NAME
            + " in this folder or above.\n\n"
        : "Configuration file: " + Messages.oneLine(configuration.file()) + "\n\n";
  }

  private static Row row(Key key, Configuration configuration) {
    Setting setting = configuration.get(key);
    if (setting == null) {
      String otherwise = key.otherwise().isEmpty() ? "-" : key.otherwise();
      return new Row(key.name(), otherwise, "default", List.of());
    }
    return new Row(
        key.name(),
        Messages.oneLine(setting.words()),
        Messages.oneLine(setting.origin().words()),
        setting.entryWords());
  }

  private static String padded(String text, int widest) {
    int width = Math.min(widest, MAX_COLUMN);
    return text + " ".repeat(Math.max(0, width - text.length()) + MARGIN);
  }
}
