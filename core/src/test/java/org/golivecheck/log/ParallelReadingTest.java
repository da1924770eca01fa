package org.golivecheck.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ZipBytes.Entry;
import org.junit.jupiter.api.Test;

/** Any number of threads reads the same calls and the same problems. */
class ParallelReadingTest {
  private static Path folder = Path.of("");

  @BeforeContainer
  static void createFolder() throws IOException {
    folder = Files.createTempDirectory("parallel");
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Returns an archive with entries of many sizes, some of them faulty. */
  private static byte[] archive(Random random, int entries, int largest) {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < entries; i++) {
      byte[] body = new byte[random.nextInt(largest)];
      random.nextBytes(body);
      byte[] text = ZipBytes.join(("CALL " + i + "\n").getBytes(UTF_8), body);
      Entry entry =
          random.nextBoolean()
              ? Entry.stored(i + ".txt", text)
              : new Entry((i + ".txt").getBytes(UTF_8), text);
      switch (random.nextInt(8)) {
        case 0 -> entry.wrongCrc();
        case 1 -> entry.encrypted();
        case 2 -> entry.method(12);
        default -> {}
      }
      zip.add(entry);
    }
    return zip.bytes();
  }

  @Property(tries = 4)
  void anyNumberOfThreadsReadsTheSame(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int threads) throws IOException {
    Random random = new Random(seed);
    Path large = Files.write(folder.resolve("large.zip"), archive(random, 450, 20_000));
    Files.createDirectories(folder.resolve("many"));
    for (int i = 0; i < 9; i++) {
      Files.write(folder.resolve("many/" + i + ".zip"), archive(random, 12, 40_000));
    }
    Files.writeString(folder.resolve("many/unknown"), "unknown");
    List<LogSource> sources = List.of(LogSource.of(large), LogSource.of(folder.resolve("many")));

    Reads one = Reads.all(sources, ReadLimits.DEFAULT, 1);
    Reads several = Reads.all(sources, ReadLimits.DEFAULT, threads);

    try (LogCalls logs = Logs.open(sources, ReadLimits.DEFAULT, threads)) {
      Stream<ApiCall> calls = logs.stream();
      assertThat(calls.isParallel()).isTrue();
      assertThat(calls.spliterator().trySplit()).isNotNull();
    }
    assertThat(several).isEqualTo(one);
    assertThat(one.calls()).hasSizeGreaterThan(200);
    assertThat(one.summary().problems()).hasSizeGreaterThan(40);
  }

  @Property(tries = 2)
  void limitsDoNotDependOnThreads(@ForAll long seed) throws IOException {
    Path file = folder.resolve("limits.zip");
    Files.write(file, archive(new Random(seed), 450, 20_000));
    List<LogSource> sources = List.of(LogSource.of(file));
    for (ReadLimits limits :
        List.of(
            ReadLimits.DEFAULT.with("entries", 300),
            ReadLimits.DEFAULT.with("total-bytes", 3_000_000),
            ReadLimits.DEFAULT.with("entry-bytes", 10_000))) {
      assertThat(Reads.all(sources, limits, 4)).isEqualTo(Reads.all(sources, limits, 1));
    }
  }

  @Test
  void smallWorkIsNotSplit() {
    List<LogSource> sources = List.of(LogSource.of(Path.of("nowhere")));
    try (LogCalls logs = Logs.open(sources, ReadLimits.DEFAULT, 0)) {
      assertThat(logs.stream().isParallel()).isFalse();
    }
  }

  @Test
  void negativeNumberOfThreadsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Logs.open(new ArrayList<>(), ReadLimits.DEFAULT, -1));
  }
}
