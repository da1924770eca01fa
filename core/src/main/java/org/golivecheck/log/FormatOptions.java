package org.golivecheck.log;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.golivecheck.log.access.AccessFormats;
import org.golivecheck.log.record.RecordField;
import org.jspecify.annotations.Nullable;

/**
 * What a log does not say about its own format.
 *
 * @param format the name of the format of every text, one of {@link Logs#formats()}; null to detect
 *     it by content
 * @param zone the zone of times without a zone; null if it is unknown, so that such times are
 *     problems
 * @param fields the column or path of a CSV or JSON log that contains each field, by the field's
 *     name
 * @param logFormat the format string of an access log, as the proxy's configuration has it, or null
 */
public record FormatOptions(
    @Nullable String format,
    @Nullable ZoneId zone,
    Map<String, String> fields,
    @Nullable String logFormat) {

  /** Everything is detected by content. */
  public static final FormatOptions NONE = new FormatOptions(null, null, Map.of(), null);

  /**
   * Checks the fields and the format of access logs.
   *
   * @throws IllegalArgumentException if there is no such field, as {@link #checkField} says, or the
   *     format of access logs is not sufficient, as {@link #checkLogFormat} says
   */
  public FormatOptions {
    fields = Map.copyOf(fields);
    for (String name : fields.keySet()) {
      checkField(name);
    }
    checkLogFormat(logFormat);
  }

  /**
   * Checks the format of an access log: its lines have to show the method, the path and the status.
   *
   * @param format in the syntax of nginx, Apache or Envoy; null is accepted
   * @throws IllegalArgumentException if it lacks one of them; the message says which
   */
  public static void checkLogFormat(@Nullable String format) {
    if (format != null) {
      AccessFormats.check(format);
    }
  }

  /** Returns the names of the fields that a CSV or JSON log can contain. */
  public static List<String> fieldNames() {
    return RecordField.labels();
  }

  /**
   * Checks that there is a field with a name, in any case and with hyphens, underscores or neither.
   *
   * @throws IllegalArgumentException if there is no such field; the message lists the fields
   */
  public static void checkField(String name) {
    RecordField.require(name);
  }
}
