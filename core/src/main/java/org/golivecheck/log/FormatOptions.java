package org.golivecheck.log;

import java.time.ZoneId;
import java.util.Map;
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

  /** Copies the map. */
  public FormatOptions {
    fields = Map.copyOf(fields);
  }
}
