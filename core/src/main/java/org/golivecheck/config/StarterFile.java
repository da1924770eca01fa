package org.golivecheck.config;

/** The file to start from: every key with what it does, all of them switched off. */
public final class StarterFile {
  private static final String HEAD =
      """
      # How golive-check runs in this folder and below. Everything is optional: to set a key, remove
      # the # before it. Lines that begin with "# " only explain. The command line takes precedence
      # over environment variables (GOLIVE_CHECK_PROFILE and so on), and these over this file;
      # golive-check config show prints what applies.
      #
      # An editor completes and checks the file if it begins with the line
      # # yaml-language-server: $schema=golive-check.schema.json
      # and the schema is beside it: golive-check config schema > golive-check.schema.json
      """;

  private StarterFile() {}

  /** Returns its text. */
  public static String text() {
    StringBuilder text = new StringBuilder(HEAD);
    String open = null;
    for (Key key : Keys.list()) {
      String section = key.section();
      if (section != null && !section.equals(open)) {
        text.append("\n# ").append(Keys.about(section)).append("\n#").append(section).append(":\n");
      }
      open = section;
      append(key, text);
    }
    return text.toString();
  }

  private static void append(Key key, StringBuilder text) {
    if (key.section() == null) {
      text.append('\n');
    }
    text.append("# ").append(key.description());
    if (key.type().listed()) {
      text.append(" It takes ").append(key.words()).append('.');
    }
    if (!key.otherwise().isEmpty()) {
      text.append(" Default: ").append(key.otherwise()).append('.');
    }
    text.append('\n');
    if (key.shape() == Key.Shape.ENTRIES) {
      for (Key.Field field : key.fields()) {
        text.append("# ").append(field.name()).append(": ").append(field.description());
        text.append(field.required() ? " Required.\n" : "\n");
      }
      text.append('#').append(key.ownName()).append(":\n");
      key.example().lines().forEach(line -> text.append("#  ").append(line).append('\n'));
    } else {
      text.append('#').append(key.section() == null ? "" : "  ").append(key.ownName());
      text.append(": ").append(key.example()).append('\n');
    }
  }
}
