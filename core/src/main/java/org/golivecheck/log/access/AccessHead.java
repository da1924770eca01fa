package org.golivecheck.log.access;

import java.util.List;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.record.RecordField;
import org.golivecheck.log.record.RecordValues;
import org.golivecheck.log.text.LogTimes;
import org.jspecify.annotations.Nullable;

/** Detects the format of an access log by its first lines. */
final class AccessHead {
  private AccessHead() {}

  /** Returns the format of the first line that has one, or null if none has. */
  static @Nullable AccessFormat format(byte[] head, int length, FormatOptions options) {
    String given = options.logFormat();
    List<AccessFormat> formats =
        given == null ? AccessFormats.KNOWN : List.of(AccessFormats.parse(given));
    RecordValues values = new RecordValues();
    TimeCell time = new TimeCell();
    int from = 0;
    while (from < length) {
      int end = from;
      while (end < length && head[end] != '\n') {
        end++;
      }
      int to = end > from && head[end - 1] == '\r' ? end - 1 : end;
      for (AccessFormat format : formats) {
        values.clear();
        time.clear();
        if (format.match(head, from, to, values, time) >= 0 && isCall(values, time)) {
          return format;
        }
      }
      from = end + 1;
    }
    return null;
  }

  /** Returns whether a line of a format has what every call has. */
  static boolean isCall(RecordValues values, TimeCell time) {
    String line = values.get(RecordField.REQUEST_LINE);
    String url = values.get(RecordField.URL);
    String path = values.get(RecordField.PATH);
    String status = values.get(RecordField.STATUS);
    boolean asked =
        (line != null && line.indexOf(" /") > 0)
            || (line != null && line.contains(" http"))
            || (url != null && url.indexOf('/') >= 0)
            || (path != null && path.startsWith("/"));
    boolean timed = time.isRead() || isTime(values.get(RecordField.STARTED));
    boolean responded = status != null && !status.isEmpty() && Character.isDigit(status.charAt(0));
    return asked && responded && (timed || isTime(values.get(RecordField.TIMESTAMP)));
  }

  private static boolean isTime(@Nullable String text) {
    return text != null && LogTimes.value(text) != null;
  }
}
