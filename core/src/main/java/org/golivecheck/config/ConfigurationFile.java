package org.golivecheck.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file.
 *
 * @param path where it is, as messages and reports show it
 * @param named whether the user named it; else it was found
 */
record ConfigurationFile(Path path, boolean named) {
  static final String NAME = ".golive-check.yml";
  private static final String OTHER_NAME = ".golive-check.yaml";

  /** Returns the file that the user named. */
  static ConfigurationFile named(String name) throws ConfigurationFormatException {
    try {
      if (!name.isBlank()) {
        return new ConfigurationFile(Path.of(name), true);
      }
    } catch (InvalidPathException e) {
      // reported below, like an empty name
    }
    throw new ConfigurationFormatException("--config does not name a file: '" + name + "'");
  }

  /**
   * Returns the file of a folder or of the nearest folder above it that has one, or null.
   *
   * @throws ConfigurationFormatException if there is one whose name ends in {@code .yaml}: nobody
   *     would notice that it is not read
   */
  static @Nullable ConfigurationFile find(Path folder) throws ConfigurationFormatException {
    Path here = Path.of("").toAbsolutePath();
    for (Path at = folder; at != null; at = at.getParent()) {
      Path shown = here.startsWith(at) ? here.relativize(at) : at;
      if (Files.isRegularFile(at.resolve(NAME))) {
        return new ConfigurationFile(shown.resolve(NAME), false);
      }
      if (Files.isRegularFile(at.resolve(OTHER_NAME))) {
        throw new ConfigurationFormatException(
            "there is a " + shown.resolve(OTHER_NAME) + ", which is not read; name it " + NAME);
      }
    }
    return null;
  }

  /** Returns what it sets; names of files are then relative to the working folder. */
  List<Setting> read(List<Key> keys) throws ConfigurationFormatException {
    List<Setting> settings = new ArrayList<>();
    for (Setting setting : ConfigurationReader.read(path.toString(), text(), keys)) {
      settings.add(located(setting));
    }
    return settings;
  }

  private String text() throws ConfigurationFormatException {
    try {
      String text = Files.readString(path);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new ConfigurationFormatException(
          "there is no configuration " + path + "; golive-check config init makes one");
    } catch (CharacterCodingException e) {
      throw new ConfigurationFormatException("the configuration " + path + " is no UTF-8 text");
    } catch (IOException e) {
      throw new ConfigurationFormatException(
          "cannot read the configuration "
              + path
              + (Files.isDirectory(path) ? ": it is a folder" : ""));
    }
  }

  private Setting located(Setting setting) throws ConfigurationFormatException {
    ValueType type = setting.key().type();
    if (type instanceof FileName) {
      return Setting.of(
          setting.key(), List.of(located(setting, setting.values().get(0))), setting.origin());
    }
    if (type instanceof ListOf list && list.element() instanceof ReportName) {
      List<String> values = new ArrayList<>();
      for (String value : setting.values()) {
        int equals = value.indexOf('=');
        boolean file = equals >= 0 && !value.endsWith("=-");
        values.add(
            file
                ? value.substring(0, equals + 1) + located(setting, value.substring(equals + 1))
                : value);
      }
      return Setting.of(setting.key(), values, setting.origin());
    }
    return setting;
  }

  /**
   * Returns where a file is. One that the user never looked at, since it lies in some folder above,
   * must not make this program write anywhere.
   */
  private String located(Setting setting, String name) throws ConfigurationFormatException {
    Path folder = path.getParent() == null ? Path.of("") : path.getParent();
    Path file = Path.of(name);
    if (!named && (file.isAbsolute() || file.normalize().startsWith(".."))) {
      throw new ConfigurationFormatException(
          "the configuration "
              + setting.origin().words()
              + ": "
              + setting.key().name()
              + " names '"
              + name
              + "', which is not in the folder of the file; that needs --config "
              + path);
    }
    return folder.resolve(file).toString();
  }
}
