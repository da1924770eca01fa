package org.golivecheck.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A configuration file.
 *
 * @param path its path, as messages and reports show it
 * @param named whether the user named it; else it was found
 */
record ConfigurationFile(Path path, boolean named) {

  /** Returns what it sets; names of files are then relative to the working folder. */
  List<Setting> read() throws ConfigurationFormatException {
    List<Setting> settings = new ArrayList<>();
    for (Setting setting : ConfigurationReader.read(path.toString(), text())) {
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
      throw new ConfigurationFormatException("the configuration " + path + " is not UTF-8 text");
    } catch (IOException e) {
      throw new ConfigurationFormatException(
          "cannot read the configuration "
              + path
              + (Files.isDirectory(path) ? ": it is a folder" : ""));
    }
  }

  private Setting located(Setting setting) throws ConfigurationFormatException {
    ValueType type = setting.key().type();
    if (!type.file() && !type.report()) {
      return setting;
    }
    List<String> values = new ArrayList<>();
    for (String value : setting.values()) {
      int file = type.file() ? 0 : value.indexOf('=') + 1;
      values.add(
          type.report() && file == 0
              ? value
              : value.substring(0, file) + located(setting, value.substring(file)));
    }
    return Setting.of(setting.key(), values, setting.origin());
  }

  /**
   * Returns where a file is. A configuration that was found in some folder above must not make this
   * program write elsewhere, since the user may not know of it.
   */
  private String located(Setting setting, String name) throws ConfigurationFormatException {
    Path folder = path.getParent() == null ? Path.of("") : path.getParent();
    Path file = Path.of(name);
    if (!named && (file.isAbsolute() || file.normalize().startsWith(".."))) {
      throw new ConfigurationFormatException(
          "the configuration "
              + setting.origin()
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
