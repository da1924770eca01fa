package org.golivecheck.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.golivecheck.config.LogSources;
import org.golivecheck.config.ValueType;
import org.golivecheck.log.LogSource;
import org.jspecify.annotations.Nullable;

/** The option {@code -o} of the commands that make one zip of logs. */
public final class OutputFile {
  public static final OptionSpec OPTION =
      OptionSpec.value("output", ValueType.FILE, "Write the zip to FILE; - for standard output")
          .withLetter('o');

  private OutputFile() {}

  /**
   * Returns the file to write, or null for standard output.
   *
   * @throws UsageException if there is none, or it is one of the logs to read
   */
  public static @Nullable Path of(Arguments arguments, LogRequest request) throws UsageException {
    String value = arguments.get(OPTION);
    if (value == null) {
      throw new UsageException(
          "no output given; name a file with -o FILE, or - for standard output");
    }
    if (value.equals("-")) {
      return null;
    }
    Path file = Path.of(value);
    refuseOverwriting(request, file);
    return file;
  }

  /** Refuses to write over a log, also one in a folder or matched by a pattern. */
  private static void refuseOverwriting(LogRequest request, Path file) throws UsageException {
    for (LogSource source : LogSources.parse(request.inputs(), request.stdin())) {
      if (source instanceof LogSource.PathSource input && isOrContains(input.path(), file)) {
        throw new UsageException("the output would overwrite the input " + input.name());
      }
    }
  }

  private static boolean isOrContains(Path input, Path file) {
    try {
      return Files.exists(file)
          && (Files.isSameFile(input, file)
              || (Files.isDirectory(input) && file.toRealPath().startsWith(input.toRealPath())));
    } catch (IOException e) {
      return false;
    }
  }
}
