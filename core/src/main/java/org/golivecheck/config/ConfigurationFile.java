package org.golivecheck.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file.
 *
 * @param path its path, as messages and reports show it
 * @param folder the folder from which it was found, or null if the user named it
 * @param owners who owns files
 */
record ConfigurationFile(Path path, @Nullable Path folder, FileOwners owners) {
  private static final int MAX_BYTES = 1 << 20;

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
      String objection = folder == null ? null : owners.objection(path, folder);
      if (objection != null) {
        throw new ConfigurationFormatException(
            ("the configuration %s was found but not named, and %s; to use it give "
                    + "--config %s")
                .formatted(path, objection, path));
      }
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new ConfigurationFormatException(
            "cannot read the configuration "
                + path
                + (Files.isDirectory(path) ? ": it is a folder" : ": it is not a regular file"));
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(path)) {
        bytes = in.readNBytes(MAX_BYTES + 1);
      }
      if (bytes.length > MAX_BYTES) {
        throw new ConfigurationFormatException(
            "the configuration " + path + " is larger than 1 MB; name a smaller file");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new ConfigurationFormatException(
          "there is no configuration file " + path + "; golive-check config init writes one");
    } catch (CharacterCodingException e) {
      throw new ConfigurationFormatException("the configuration " + path + " is not UTF-8 text");
    } catch (IOException e) {
      throw new ConfigurationFormatException("cannot read the configuration " + path);
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
   * Returns the path of a file that a setting names. A configuration that was found must not make
   * this program write outside of its folder, since the user may not know about it.
   */
  private String located(Setting setting, String name) throws ConfigurationFormatException {
    Path parent = path.getParent() == null ? Path.of("") : path.getParent();
    Path file = parent.resolve(name);
    if (folder == null) {
      return file.toString();
    }
    Path inside = Path.of(name).normalize();
    if (inside.isAbsolute()
        || inside.startsWith("..")
        || !isBelow(parent, parent.resolve(inside))) {
      throw new ConfigurationFormatException(
          ("the configuration %s: %s names '%s', which is not in the folder of the file; "
                  + "that needs --config %s")
              .formatted(setting.origin(), setting.key().name(), name, path));
    }
    return parent.resolve(inside).toString();
  }

  /** Returns whether a file, which need not exist, is below a folder with all links resolved. */
  private static boolean isBelow(Path folder, Path file) {
    try {
      Path root = folder.toRealPath();
      for (Path at = file.toAbsolutePath(); at != null; at = at.getParent()) {
        if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
          return at.toRealPath().startsWith(root);
        }
      }
    } catch (IOException e) {
      // a link to nothing
    }
    return false;
  }
}
