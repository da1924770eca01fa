package org.golivecheck.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.golivecheck.text.NearMiss;
import org.jspecify.annotations.Nullable;

/**
 * One {@code -r FORMAT[=FILE]}.
 *
 * @param format the name of the format
 * @param file where to write, or null for standard output
 */
public record ReportTarget(String format, @Nullable Path file) {

  /**
   * Reads the values of all {@code -r}.
   *
   * @param values the values as typed
   * @param formats the formats there are
   * @param otherwise the format that goes to standard output where nothing is typed
   * @return the targets in order
   * @throws UsageException if a format is unknown, or two reports would go to one place
   */
  public static List<ReportTarget> parse(
      List<String> values, List<String> formats, String otherwise) throws UsageException {
    if (values.isEmpty()) {
      return List.of(new ReportTarget(otherwise, null));
    }
    List<ReportTarget> targets = new ArrayList<>(values.size());
    for (String value : values) {
      targets.add(parse(value, formats));
    }
    refuseCollisions(targets);
    return targets;
  }

  /** Returns what is written, for a message. */
  public String words() {
    return "the " + format + " report";
  }

  /** Returns whether it goes to standard output. */
  public boolean toStandardOutput() {
    return file == null;
  }

  private static ReportTarget parse(String value, List<String> formats) throws UsageException {
    int equals = value.indexOf('=');
    String typed = equals < 0 ? value : value.substring(0, equals);
    String format = typed.toLowerCase(Locale.ROOT);
    if (!formats.contains(format)) {
      throw new UsageException(
          "unknown report format '"
              + typed
              + "'; there is "
              + String.join(", ", formats)
              + "."
              + NearMiss.question(typed, formats));
    }
    if (equals < 0 || value.substring(equals + 1).equals("-")) {
      return new ReportTarget(format, null);
    }
    if (equals == value.length() - 1) {
      throw new UsageException("-r " + value + " lacks the name of a file after '='");
    }
    try {
      return new ReportTarget(format, Path.of(value.substring(equals + 1)));
    } catch (InvalidPathException e) {
      throw new UsageException("-r " + value + " does not name a file: " + e.getReason());
    }
  }

  private static void refuseCollisions(List<ReportTarget> targets) throws UsageException {
    Set<Path> files = new HashSet<>();
    boolean standardOutput = false;
    for (ReportTarget target : targets) {
      if (target.file() == null) {
        if (standardOutput) {
          throw new UsageException(
              "only one report can go to standard output; write the others to files:"
                  + " -r FORMAT=FILE");
        }
        standardOutput = true;
      } else if (!files.add(target.file().toAbsolutePath().normalize())) {
        throw new UsageException("two reports would be written to " + target.file());
      }
    }
  }
}
