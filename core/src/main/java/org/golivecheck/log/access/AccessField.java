package org.golivecheck.log.access;

import java.util.Locale;
import org.golivecheck.log.record.Alias;
import org.golivecheck.log.record.Alias.Unit;
import org.golivecheck.log.record.NameNode;
import org.golivecheck.log.record.RecordField;
import org.golivecheck.log.record.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of one field of a line.
 *
 * @param alias the field of a call; null for a header, and for a field that says nothing about a
 *     call
 * @param kind which headers it is one of
 * @param header the name of a header; empty if it is not a header
 */
record AccessField(@Nullable Alias alias, NameNode.Kind kind, String header) {
  static final AccessField NOTHING = new AccessField(null, NameNode.Kind.NAMES, "");

  /** If several fields of a line have the same meaning, the first in this order is used. */
  static AccessField of(RecordField field, int rank) {
    return of(field, rank, Unit.MILLIS);
  }

  static AccessField of(RecordField field, int rank, Unit unit) {
    return new AccessField(new Alias(field, rank, unit), NameNode.Kind.NAMES, "");
  }

  static AccessField of(Alias alias) {
    return new AccessField(alias, NameNode.Kind.NAMES, "");
  }

  /** Returns the field of a header of the request; hyphens may be underscores. */
  static AccessField requestHeader(String name) {
    return switch (plain(name)) {
      case "host" -> of(RecordField.HOST, 0);
      case "user-agent" -> of(RecordField.USER_AGENT, 0);
      case "referer" -> of(RecordField.REFERER, 0);
      case "origin" -> of(RecordField.ORIGIN, 0);
      case "x-docusign-sdk" -> of(RecordField.SDK, 0);
      case "content-length" -> of(RecordField.REQUEST_BYTES, 0);
      default -> new AccessField(null, NameNode.Kind.REQUEST_HEADERS, plain(name));
    };
  }

  /** Returns the field of a header of the response; hyphens may be underscores. */
  static AccessField responseHeader(String name) {
    return plain(name).equals("x-docusign-tracetoken")
        ? of(RecordField.TRACE_TOKEN, 0)
        : new AccessField(null, NameNode.Kind.RESPONSE_HEADERS, plain(name));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isNothing() {
    return alias == null && header.isEmpty();
  }

  /** Returns whether this is a field. */
  boolean is(RecordField field) {
    return alias != null && alias.field() == field;
  }

  /** Sets the value in a record. */
  void put(String value, RecordValues values) {
    if (alias != null) {
      values.put(alias, value);
    } else if (!value.isEmpty() && !value.equals("-")) {
      values.header(kind, header, value);
    }
  }
}
