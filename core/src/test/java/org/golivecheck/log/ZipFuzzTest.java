package org.golivecheck.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.golivecheck.log.ZipBytes.Entry;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read from a file and from a pipe: to the end, without an exception. */
class ZipFuzzTest {
  private static final ReadLimits LIMITS =
      ReadLimits.DEFAULT
          .with("entries", 50)
          .with("entry-bytes", 1 << 16)
          .with("total-bytes", 1 << 18)
          .with("ratio", 50)
          .with("line-bytes", 256)
          .with("headers", 20)
          .with("depth", 20)
          .with("text-bytes", 1 << 20)
          .with("seconds", 3_600);

  static Stream<byte[]> seeds() {
    return Stream.of(
        ZipBytes.of("CALL a", "BAD", ""),
        new ZipBytes().zip64().add(new Entry("a", "CALL a").zip64()).bytes(),
        new ZipBytes().add(Entry.stored("a", "CALL a").descriptor(4, true)).bytes(),
        new ZipBytes().add(new Entry("a", "CALL a").descriptor(8, false)).bytes(),
        new ZipBytes().add(new Entry("a", "CALL a").encrypted()).bytes(),
        new ZipBytes().add(new Entry("a", "CALL a").at(0)).reversed().bytes(),
        new ZipBytes().add(Entry.stored("b.zip", ZipBytes.of("CALL b"))).bytes(),
        new ZipBytes().add(new Entry("a", "CALL a")).withoutDirectory(),
        gzip(ZipBytes.of("CALL a")),
        "UEsDBAoAAAAAAAAAIQ==".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @DictionaryEntries({
    "PK\\x01\\x02",
    "PK\\x03\\x04",
    "PK\\x05\\x06",
    "PK\\x06\\x06",
    "PK\\x06\\x07",
    "PK\\x07\\x08",
    "CALL a\\x0a"
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreReadFromPipesAndFiles(byte[] bytes) throws IOException {
    check(LogSource.of("-", new ByteArrayInputStream(bytes)));
    Path file = Path.of("target", "fuzz.zip");
    Files.write(file, bytes);
    check(LogSource.of(file));
  }

  private static void check(LogSource source) {
    try (LogCalls logs = Logs.open(List.of(source), LIMITS, 1, List.of(new CallLines()), null)) {
      long calls = logs.stream().count();
      LogInput input = logs.summary().inputs().get(0);

      assertThat(input.calls()).isEqualTo(calls);
      assertThat(input.entries()).isGreaterThanOrEqualTo(calls == 0 ? 0 : 1);
    }
  }
}
