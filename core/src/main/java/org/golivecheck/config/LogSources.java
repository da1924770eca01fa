package org.golivecheck.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.log.LogSource;

/** Creates sources from command line arguments. */
public final class LogSources {
  private static final String STANDARD_INPUT = "-";
  private static final String STANDARD_INPUT_FILE = "/dev/stdin";

  private LogSources() {}

  /**
   * Returns the sources that arguments name.
   *
   * <p>An argument is a file or folder; {@code -} for standard input; or, if no file has that very
   * name, a pattern: {@code *} and {@code ?} match within a name, {@code **} also folders, <code>
   * {a,b}</code> either. A pattern is replaced by the paths that it matches, sorted. It matches
   * names that start with a dot only if it has that dot itself. An argument that cannot be found
   * becomes a source too, and a problem when it is read.
   *
   * @param args the arguments
   * @param stdin standard input; read only if named
   */
  public static List<LogSource> parse(List<String> args, InputStream stdin) {
    List<LogSource> sources = new ArrayList<>();
    for (String arg : args) {
      if (arg.equals(STANDARD_INPUT) || arg.equals(STANDARD_INPUT_FILE)) {
        sources.add(LogSource.of(arg, stdin));
      } else if (!PathPattern.isPattern(arg) || exists(arg)) {
        sources.add(file(arg));
      } else {
        sources.addAll(matches(arg));
      }
    }
    return sources;
  }

  /** Returns whether an argument is the name of a file or folder. */
  public static boolean exists(String arg) {
    try {
      return Files.exists(Path.of(arg));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static LogSource file(String arg) {
    try {
      return LogSource.of(Path.of(arg));
    } catch (InvalidPathException e) {
      return new LogSource.UnresolvedSource(arg, "is not a valid file name: " + e.getReason());
    }
  }

  private static List<LogSource> matches(String arg) {
    try {
      List<Path> paths = new PathPattern(arg).paths();
      return paths.isEmpty()
          ? List.of(new LogSource.UnresolvedSource(arg, "matches no file; check the pattern"))
          : paths.stream().map(LogSource::of).toList();
    } catch (IllegalArgumentException | IOException e) {
      return List.of(
          new LogSource.UnresolvedSource(arg, "cannot be matched with files: " + e.getMessage()));
    }
  }
}
