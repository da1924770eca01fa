package org.golivecheck.log.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.log.record.RecordField;

/** Collects the parts of a log format: texts that are the same in every line, and fields. */
final class FormatBuilder {
  private final List<byte[]> texts = new ArrayList<>();
  private final List<AccessField> fields = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /** Adds text. */
  FormatBuilder text(String part) {
    text.append(part);
    return this;
  }

  /** Adds text. */
  FormatBuilder text(char part) {
    text.append(part);
    return this;
  }

  /**
   * Adds a field.
   *
   * @throws IllegalArgumentException if it is unclear where the previous field ends
   */
  FormatBuilder field(AccessField field) {
    if (text.length() == 0 && !fields.isEmpty()) {
      int last = fields.size() - 1;
      fields.set(last, joined(fields.get(last), field));
    } else {
      texts.add(text.toString().getBytes(StandardCharsets.UTF_8));
      text.setLength(0);
      fields.add(field);
    }
    return this;
  }

  /** Host, path and query make one URL if there is no text between them. */
  private static AccessField joined(AccessField first, AccessField second) {
    if (first.isNothing() && second.isNothing()) {
      return first;
    }
    boolean url = isOfUrl(first) && (isOfUrl(second) || second.isNothing());
    if (!url) {
      throw new IllegalArgumentException(
          "the log format has two fields with nothing between them, which cannot be told apart in"
              + " a line");
    }
    return AccessField.of(RecordField.URL, 0);
  }

  private static boolean isOfUrl(AccessField field) {
    return field.is(RecordField.URL)
        || field.is(RecordField.PATH)
        || field.is(RecordField.HOST)
        || field.is(RecordField.QUERY);
  }

  /**
   * Returns the format.
   *
   * @throws IllegalArgumentException if its lines do not show what every call has
   */
  AccessFormat build() {
    texts.add(text.toString().getBytes(StandardCharsets.UTF_8));
    boolean line = has(RecordField.REQUEST_LINE);
    if (!line && !has(RecordField.METHOD)) {
      throw missing("the method ($request, %r or %REQ(:METHOD)%)");
    }
    if (!line && !has(RecordField.URL) && !has(RecordField.PATH)) {
      throw missing("the path ($request, %r or %REQ(:PATH)%)");
    }
    if (!has(RecordField.STATUS)) {
      throw missing("the status ($status, %>s or %RESPONSE_CODE%)");
    }
    return new AccessFormat(texts.toArray(new byte[0][]), fields.toArray(new AccessField[0]));
  }

  private boolean has(RecordField wanted) {
    return fields.stream().anyMatch(field -> field.is(wanted));
  }

  private static IllegalArgumentException missing(String what) {
    return new IllegalArgumentException("the log format has no field for " + what);
  }
}
