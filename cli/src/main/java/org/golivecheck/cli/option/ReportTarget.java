package org.golivecheck.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code -r FORMAT[=FILE]}.
 *
 * @param format the name of the format
 * @param file where to write, or null for standard output
 */
public record ReportTarget(String format, @Nullable Path file) {

  /**
   * Returns what values of {@code -r} ask for, in order.
   *
   * @param values the values, each {@code FORMAT} or {@code FORMAT=FILE}
   * @param otherwise the format that goes to standard output if there is no value
   */
  public static List<ReportTarget> of(List<String> values, String otherwise) {
    if (values.isEmpty()) {
      return List.of(new ReportTarget(otherwise, null));
    }
    List<ReportTarget> targets = new ArrayList<>(values.size());
    for (String value : values) {
      int equals = value.indexOf('=');
      targets.add(
          equals < 0
              ? new ReportTarget(value, null)
              : new ReportTarget(value.substring(0, equals), Path.of(value.substring(equals + 1))));
    }
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
}
