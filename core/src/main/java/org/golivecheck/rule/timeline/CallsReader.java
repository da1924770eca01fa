package org.golivecheck.rule.timeline;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Grant;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.LogField;
import org.golivecheck.call.Operation;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;
import org.golivecheck.text.Guid;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CallsWriter} wrote. */
public final class CallsReader {
  private static final int STEP = 1 << 16;

  private final DataInputStream in;
  private final List<@Nullable Object> read = new ArrayList<>();

  /**
   * Takes the bytes of one writer, and checks them.
   *
   * @throws IOException if they are damaged or cut off, or were written by another version
   */
  public CallsReader(DataInput source) throws IOException {
    if (source.readInt() != CallsWriter.VERSION) {
      throw new IOException("These are not calls as this version of golive-check writes them");
    }
    int length = source.readInt();
    int checksum = source.readInt();
    if (length < 0) {
      throw new IOException("The calls that golive-check wrote are damaged: no length");
    }
    // In steps, so that a wrong length asks for no more memory than there are bytes.
    byte[] body = new byte[Math.min(length, STEP)];
    for (int done = 0; done < length; done = body.length) {
      body = done == 0 ? body : Arrays.copyOf(body, (int) Math.min(length, 2L * done));
      source.readFully(body, done, body.length - done);
    }
    if (CallsWriter.checksum(body) != checksum) {
      throw new IOException("The calls that golive-check wrote are damaged: the checksum differs");
    }
    in = new DataInputStream(new ByteArrayInputStream(body));
  }

  /**
   * Adds the calls to rows.
   *
   * @param errors the catalogue by which their errors were classified
   * @return how many were left out, because there is no room for their texts
   */
  long rows(CallRows rows, ErrorCatalog errors) throws IOException {
    long size = number();
    long ticks = 0;
    long leftOut = 0;
    for (long row = 0; row < size; row++) {
      ticks += signed();
      boolean added =
          rows.add(ticks, token(), known(), kind(), detail(errors), source(), (int) number());
      leftOut += added ? 0 : 1;
    }
    return leftOut;
  }

  private @Nullable String token() throws IOException {
    return switch (in.readByte()) {
      case CallsWriter.NO_TOKEN -> null;
      case CallsWriter.GUID_TOKEN -> Guid.text(in.readLong(), in.readLong());
      default -> text();
    };
  }

  private String source() throws IOException {
    String start = known();
    long number = number();
    return number == 0 ? start : start + (number - 1);
  }

  private CallKind kind() throws IOException {
    int number = (int) number();
    if (number > 0) {
      return (CallKind) before(number);
    }
    int place = reserve();
    CallKind kind =
        new CallKind(
            new Operation(ApiFamily.valueOf(known()), known(), known(), known()),
            (int) number(),
            known(),
            exclusion(text()),
            text(),
            in.readBoolean(),
            signed(),
            in.readBoolean(),
            text(),
            text(),
            in.readBoolean());
    read.set(place, kind);
    return kind;
  }

  private static @Nullable Exclusion exclusion(@Nullable String name) {
    return name == null ? null : Exclusion.valueOf(name);
  }

  private CallDetail detail(ErrorCatalog errors) throws IOException {
    int number = (int) number();
    if (number > 0) {
      return (CallDetail) before(number);
    }
    int place = reserve();
    ErrorClass error = in.readBoolean() ? errors.row((int) signed()) : null;
    String code = text();
    String message = text();
    Grant grant = new Grant(text(), text(), Grant.Kind.of(text()));
    boolean statusImplied = in.readBoolean();
    List<ItemError> items = new ArrayList<>();
    for (long left = number(); left > 0; left--) {
      items.add(new ItemError(known(), known()));
    }
    CallDetail detail =
        new CallDetail(
            error, code, message, grant, statusImplied, items, signed(), signed(), signed());
    read.set(place, detail);
    return detail;
  }

  private int reserve() {
    read.add(null);
    return read.size() - 1;
  }

  private Object before(int number) {
    return Objects.requireNonNull(read.get(number - 1));
  }

  private String known() throws IOException {
    return Objects.requireNonNull(text());
  }

  /** Reads a text, or null. */
  public @Nullable String text() throws IOException {
    int number = (int) number();
    if (number > 0) {
      return (String) read.get(number - 1);
    }
    int length = (int) number();
    String text =
        length == 0 ? null : new String(in.readNBytes(length - 1), StandardCharsets.UTF_8);
    read.add(text);
    return text;
  }

  private long signed() throws IOException {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  /** Reads a number that is not negative. */
  public long number() throws IOException {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = in.readUnsignedByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
  }

  /** Reads a set of fields. */
  public Set<LogField> fields() throws IOException {
    EnumSet<LogField> fields = EnumSet.noneOf(LogField.class);
    for (long left = number(); left > 0; left--) {
      fields.add(LogField.valueOf(known()));
    }
    return fields;
  }
}
