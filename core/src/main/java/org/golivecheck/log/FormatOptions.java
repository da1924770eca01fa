package org.golivecheck.log;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.golivecheck.log.record.RecordField;
import org.jspecify.annotations.Nullable;

/**
 * What a log cannot say of its own format.
 *
 * @param format the name of the format that every text is taken to be of, one of {@link
 *     Logs#formats()}; null to tell it by content
 * @param zone the zone of times that name none; null where nobody said, and such times are problems
 * @param fields which column or path of a CSV or JSON log holds which field, by the field's name
 * @param logFormat the format string of an access log, as the proxy's configuration has it, or null
 */
public record FormatOptions(
    @Nullable String format,
    @Nullable ZoneId zone,
    Map<String, String> fields,
    @Nullable String logFormat) {

  /** Everything is told by content. */
  public static final FormatOptions NONE = new FormatOptions(null, null, Map.of(), null);

  /**
   * Checks the fields.
   *
   * @throws IllegalArgumentException if there is no such field, as {@link #checkField} says
   */
  public FormatOptions {
    fields = Map.copyOf(fields);
    for (String name : fields.keySet()) {
      checkField(name);
    }
  }

  /** Returns the names of the fields that a CSV or JSON log can hold. */
  public static List<String> fieldNames() {
    return RecordField.labels();
  }

  /**
   * Checks that there is a field with a name, in any case and with hyphens, underscores or neither.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static void checkField(String name) {
    RecordField.require(name);
  }
}
