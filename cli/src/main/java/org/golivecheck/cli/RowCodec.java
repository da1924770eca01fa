package org.golivecheck.cli;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows as bytes, for the temporary file of one run. */
final class RowCodec {
  private static final int NULL = -1;

  private RowCodec() {}

  /** Writes a row. */
  static void write(CallRow row, DataOutput out) throws IOException {
    Instant timestamp = row.timestamp();
    out.writeLong(timestamp.getEpochSecond());
    out.writeInt(timestamp.getNano());
    text(row.method(), out);
    text(row.host(), out);
    text(row.path(), out);
    text(row.resource(), out);
    text(row.operation(), out);
    out.writeInt(row.status());
    text(row.errorCode(), out);
    text(row.message(), out);
    text(row.traceToken(), out);
    out.writeLong(row.durationMillis());
    text(row.userAgent(), out);
    text(row.source(), out);
    text(row.excluded(), out);
    text(row.query(), out);
  }

  /** Reads what {@link #write} wrote. */
  static CallRow read(DataInput in) throws IOException {
    return new CallRow(
        Instant.ofEpochSecond(in.readLong(), in.readInt()),
        required(in),
        text(in),
        required(in),
        required(in),
        text(in),
        in.readInt(),
        text(in),
        text(in),
        text(in),
        in.readLong(),
        text(in),
        required(in),
        text(in),
        text(in));
  }

  private static void text(@Nullable String text, DataOutput out) throws IOException {
    if (text == null) {
      out.writeInt(NULL);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable String text(DataInput in) throws IOException {
    int length = in.readInt();
    if (length == NULL) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String required(DataInput in) throws IOException {
    String text = text(in);
    if (text == null) {
      throw new IOException("the temporary file was changed");
    }
    return text;
  }
}
