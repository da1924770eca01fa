package org.golivecheck.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No reader takes a log that another one knows better, in whatever order they are asked. */
class FixtureRecognitionTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "org", "golivecheck", "log", "formats");

  /** Read what the log of any application may hold, so they are asked last. */
  private static final Set<String> LAST = Set.of("app-log", "sdk-exceptions");

  static Stream<String> fixtures() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void aLogIsKnownByOneReaderAlone(String file) throws IOException {
    byte[] log = Files.readAllBytes(FOLDER.resolve(file));
    byte[] head = Arrays.copyOf(log, Math.min(log.length, 8_192));

    List<String> formats =
        LogReaders.ALL.stream()
            .filter(reader -> reader.recognises(head, head.length, FormatOptions.NONE))
            .map(reader -> reader.format().name())
            .toList();
    List<String> others = formats.stream().filter(format -> !LAST.contains(format)).toList();

    assertThat(others.isEmpty() ? formats : others).hasSize(1);
    assertThat(ReadLog.of(log, FormatOptions.NONE, ReadLimits.DEFAULT).format())
        .isEqualTo(formats.get(0));
  }
}
