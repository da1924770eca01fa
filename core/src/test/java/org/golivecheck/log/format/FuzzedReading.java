package org.golivecheck.log.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;

/** Has a reader read any bytes: they are never an exception, and their parts play no role. */
public final class FuzzedReading {
  private static final ReadLimits SMALL =
      ReadLimits.DEFAULT
          .with("entries", 50)
          .with("entry-bytes", 1 << 16)
          .with("total-bytes", 1 << 18)
          .with("ratio", 50)
          .with("line-bytes", 40)
          .with("headers", 5)
          .with("depth", 20)
          .with("text-bytes", 1 << 20)
          .with("seconds", 3_600);
  private static final ReadLimits SHORT_LINES =
      ReadLimits.DEFAULT.with("line-bytes", 16).with("depth", 8);

  private FuzzedReading() {}

  /** Checks that bytes are read the same whole and in parts, within the limits and below. */
  public static void check(LogReader reader, byte[] bytes) {
    reader.recognises(bytes, Math.min(bytes.length, 8_192), FormatOptions.NONE);
    for (ReadLimits limits : List.of(ReadLimits.DEFAULT, SMALL, SHORT_LINES)) {
      List<Object> whole = read(reader, new ByteArrayInputStream(bytes), limits);
      List<Object> parts = read(reader, inParts(bytes, 1 + bytes.length % 7), limits);
      assertThat(parts).isEqualTo(whole);
    }
  }

  private static List<Object> read(LogReader reader, InputStream in, ReadLimits limits) {
    List<Object> read = new ArrayList<>();
    try {
      ReadContext context = new ReadContext(limits, FormatOptions.NONE, read::add);
      reader
          .open(context)
          .read(
              "log",
              in,
              call -> {
                assertThat(call.source()).startsWith("log");
                read.add(call);
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  private static InputStream inParts(byte[] bytes, int size) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public int read(byte[] into, int offset, int count) {
        return super.read(into, offset, Math.min(count, size));
      }
    };
  }
}
