package org.golivecheck.cli.option;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where fetched logs go.
 *
 * @param path the folder or the file, or null for standard output
 * @param folder whether it is a folder, in which every log gets a file of its own
 */
public record FetchTarget(@Nullable Path path, boolean folder) {
  static final OptionSpec OPTION =
      OptionSpec.value("output", "PATH", "Folder for zips, a FILE.zip, or - for standard output")
          .withLetter('o');

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'request-logs-'yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * Returns what {@code -o} names, or null where it was not given.
   *
   * @throws UsageException if it names nothing
   */
  public static @Nullable FetchTarget of(Arguments arguments) throws UsageException {
    String value = arguments.get(OPTION);
    if (value == null) {
      return null;
    }
    if (value.equals("-")) {
      return new FetchTarget(null, false);
    }
    try {
      if (!value.isBlank()) {
        Path path = Path.of(value);
        boolean file = value.toLowerCase(Locale.ROOT).endsWith(".zip") && !Files.isDirectory(path);
        return new FetchTarget(path, !file);
      }
    } catch (InvalidPathException e) {
      // told below, like an empty name
    }
    throw new UsageException("-o does not name a folder or a file: '" + value + "'");
  }

  /** Returns what to call a log. */
  public static String name(Instant fetched) {
    return NAME.format(fetched) + ".zip";
  }

  /** Returns the file for a log, or null for standard output. */
  public @Nullable Path file(Instant fetched) {
    if (path == null || !folder) {
      return path;
    }
    String name = NAME.format(fetched);
    Path file = path.resolve(name(fetched));
    for (int next = 2; Files.exists(file); next++) {
      file = path.resolve(name + "-" + next + ".zip");
    }
    return file;
  }
}
