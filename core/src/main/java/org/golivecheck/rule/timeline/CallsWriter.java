package org.golivecheck.rule.timeline;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.golivecheck.call.Grant;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.LogField;
import org.golivecheck.call.Operation;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Writes calls as bytes, by which one process hands them to another. A text, and what many calls
 * share, is written once, where it is first used; a time is written as the distance from that of
 * the call before.
 *
 * <p>The bytes begin with {@code GLC1}, their length and a checksum, so that {@link CallsReader}
 * refuses damaged ones and those of another version.
 */
public final class CallsWriter {
  static final int VERSION = 0x474C4331;

  static final int NO_TOKEN = 0;
  static final int GUID_TOKEN = 1;
  static final int TEXT_TOKEN = 2;

  /** Stands for no text among the values written before. */
  private static final Object NULL = new Object();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final Map<Object, Integer> written = new HashMap<>();

  /** Writes all that was given until now. */
  public void writeTo(DataOutput target) throws IOException {
    byte[] body = bytes.toByteArray();
    target.writeInt(VERSION);
    target.writeInt(body.length);
    target.writeInt(checksum(body));
    target.write(body);
  }

  static int checksum(byte[] body) {
    CRC32C checksum = new CRC32C();
    checksum.update(body);
    return (int) checksum.getValue();
  }

  void rows(CallRows rows) throws IOException {
    number(rows.size());
    long before = 0;
    for (int row = 0; row < rows.size(); row++) {
      signed(rows.ticks(row) - before);
      before = rows.ticks(row);
      token(rows, row);
      text(rows.urls.get(rows.url(row)));
      kind(rows.kind(row));
      detail(rows.detail(row));
      source(rows.source(row));
      number(rows.ordinal(row));
    }
  }

  private void token(CallRows rows, int row) throws IOException {
    String token = rows.token(row);
    if (token == null) {
      out.writeByte(NO_TOKEN);
    } else if (rows.hasGuid(row)) {
      out.writeByte(GUID_TOKEN);
      out.writeLong(rows.tokenHigh(row));
      out.writeLong(rows.tokenLow(row));
    } else {
      out.writeByte(TEXT_TOKEN);
      text(token);
    }
  }

  /** A source that ends in a number is written as what is before it, and the number. */
  private void source(String source) throws IOException {
    int start = source.length();
    while (start > 0 && start > source.length() - 9 && Ascii.isDigit(source.charAt(start - 1))) {
      start--;
    }
    while (start < source.length() && source.charAt(start) == '0') {
      start++;
    }
    text(source.substring(0, start));
    number(start == source.length() ? 0 : Long.parseLong(source.substring(start)) + 1);
  }

  private void kind(CallKind kind) throws IOException {
    if (isNew(kind)) {
      Operation operation = kind.operation();
      text(operation.api().name());
      text(operation.method());
      text(operation.template());
      text(operation.name());
      number(kind.status());
      text(kind.host());
      text(kind.exclusion() == null ? null : kind.exclusion().name());
      text(kind.caller());
      out.writeBoolean(kind.legacyAuthentication());
      signed(kind.hourlyLimit());
      out.writeBoolean(kind.timed());
      text(kind.key());
      text(kind.account());
      out.writeBoolean(kind.plainHttp());
    }
  }

  private void detail(CallDetail detail) throws IOException {
    if (isNew(detail)) {
      out.writeBoolean(detail.error() != null);
      if (detail.error() != null) {
        signed(detail.error().id());
      }
      text(detail.errorCode());
      text(detail.errorMessage());
      text(detail.grant().scopes());
      text(detail.grant().redirectUri());
      Grant.Kind kind = detail.grant().kind();
      text(kind == null ? null : kind.id());
      out.writeBoolean(detail.statusImplied());
      number(detail.itemErrors().size());
      for (ItemError error : detail.itemErrors()) {
        text(error.code());
        text(error.message());
      }
      signed(detail.hourlyRemaining());
      signed(detail.burstRemaining());
      signed(detail.largeBody());
    }
  }

  /** Writes the number of a value that was written before, or 0 before a new one. */
  private boolean isNew(Object value) throws IOException {
    Integer known = written.putIfAbsent(value, written.size() + 1);
    number(known == null ? 0 : known);
    return known == null;
  }

  /** Writes a text, or that there is none. */
  public void text(@Nullable String text) throws IOException {
    if (isNew(text == null ? NULL : text)) {
      byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
      number(text == null ? 0 : bytes.length + 1L);
      out.write(bytes);
    }
  }

  private void signed(long value) throws IOException {
    number((value << 1) ^ (value >> 63));
  }

  /** Writes a number that is not negative: seven bits per byte, the lowest first. */
  public void number(long value) throws IOException {
    long rest = value;
    for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
      out.writeByte((int) (rest & 0x7F) | 0x80);
    }
    out.writeByte((int) rest);
  }

  /** Writes a set of fields. */
  public void fields(Set<LogField> fields) throws IOException {
    number(fields.size());
    for (LogField field : fields) {
      text(field.name());
    }
  }
}
