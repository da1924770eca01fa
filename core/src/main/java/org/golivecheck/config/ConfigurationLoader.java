package org.golivecheck.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out how to run. */
public final class ConfigurationLoader {
  /** What the configuration file is called. */
  public static final String FILE_NAME = ConfigurationFile.NAME;

  /** The environment variable that names the configuration file. */
  public static final String FILE_VARIABLE = "GOLIVE_CHECK_CONFIG";

  private ConfigurationLoader() {}

  /**
   * Reads the configuration file, if there is one, and the environment.
   *
   * @param named the file that the command line names, or null
   * @param folder from which folder on to look upward for one where none is named, or null for not
   *     to look
   * @param variables the environment variables
   * @throws ConfigurationFormatException if a file is named and missing, or something in it or in
   *     the environment is unknown
   */
  public static Configuration load(
      @Nullable String named, @Nullable Path folder, Map<String, String> variables)
      throws ConfigurationFormatException {
    ConfigurationFile file = file(named, folder, variables);
    List<Setting> settings = new ArrayList<>();
    if (file != null) {
      settings.addAll(file.read(Keys.list()));
    }
    List<String> warnings = List.of();
    if (EnvironmentVariables.any(variables)) {
      settings.addAll(EnvironmentVariables.read(variables, Keys.list()));
      warnings = EnvironmentVariables.misspelt(variables, Keys.list());
    }
    return Configuration.of(file == null ? null : file.path().toString(), settings, warnings);
  }

  private static @Nullable ConfigurationFile file(
      @Nullable String named, @Nullable Path folder, Map<String, String> variables)
      throws ConfigurationFormatException {
    String name = named == null ? variables.getOrDefault(FILE_VARIABLE, "") : named;
    if (named != null || !name.isEmpty()) {
      return ConfigurationFile.named(name);
    }
    return folder == null ? null : ConfigurationFile.find(folder);
  }
}
