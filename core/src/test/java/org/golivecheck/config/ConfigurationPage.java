package org.golivecheck.config;

import org.golivecheck.config.Key.Field;

/** The tables of the documentation page, as the keys declare them. */
final class ConfigurationPage {
  private ConfigurationPage() {}

  static String tables() {
    StringBuilder text = new StringBuilder("\n## Every key\n\n");
    text.append("| key | takes | default | environment variable | option |\n");
    text.append("|---|---|---|---|---|\n");
    for (Key key : Keys.list()) {
      text.append("| `").append(key.name()).append("` | ");
      text.append(escaped(key.words())).append(" | ");
      text.append(key.otherwise().isEmpty() ? "" : escaped(key.otherwise())).append(" | ");
      text.append(key.variable() == null ? "" : "`" + key.variable() + "`").append(" | ");
      text.append(key.option() == null ? "" : "`--" + key.option() + "`").append(" |\n");
    }
    text.append("\n## What they do\n");
    for (Key key : Keys.list()) {
      text.append("\n**`").append(key.name()).append("`**: ").append(key.description());
      text.append('\n');
      if (key.shape() == Key.Shape.ENTRIES) {
        text.append("\n| in an entry | takes | says |\n|---|---|---|\n");
        for (Field field : key.fields()) {
          text.append("| `").append(field.name()).append('`');
          text.append(field.required() ? ", required" : "").append(" | ");
          text.append(escaped(field.type().words())).append(" | ");
          text.append(escaped(field.description())).append(" |\n");
        }
        text.append("\n```yaml\n").append(key.name()).append(":\n");
        key.example().lines().forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("```\n");
      }
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("*", "\\*");
  }
}
