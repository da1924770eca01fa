package org.golivecheck.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.golivecheck.log.ZipBytes.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens at the limits: never an exception, and the message names the option. */
class LimitsTest {
  private static final String LONG = "CALL long\n" + "x".repeat(3 << 20);

  @TempDir private Path folder;

  private List<Reads> both(byte[] bytes, ReadLimits limits) throws IOException {
    Path file = Files.write(folder.resolve("a.zip"), bytes);
    return List.of(Reads.path(file, limits), Reads.bytes(bytes, limits));
  }

  private static ReadLimits limit(String name, long value) {
    return ReadLimits.DEFAULT.with(name, value);
  }

  @Test
  void entryWithTooManyBytesIsSkipped() throws IOException {
    byte[] zip = ZipBytes.of("CALL a", LONG, "CALL b");

    for (Reads reads : both(zip, limit("entry-bytes", 100_000))) {
      assertThat(reads.tokens()).containsExactly("a", "b");
      assertThat(reads.problem().code()).isEqualTo(ProblemCode.ENTRY_LIMIT);
      assertThat(reads.problem().source()).endsWith("!1.txt");
      assertThat(reads.problem().message()).contains("--limit entry-bytes=VALUE", "100000");
      assertThat(reads.summary().incomplete()).isTrue();
    }
  }

  @Test
  void entryOfJustSoManyBytesIsRead() throws IOException {
    for (Reads reads : both(ZipBytes.of("CALL a"), limit("entry-bytes", 6))) {
      assertThat(reads.tokens()).containsExactly("a");
      assertThat(reads.codes()).isEmpty();
    }
    for (Reads reads : both(ZipBytes.of("CALL a"), limit("entry-bytes", 5))) {
      assertThat(reads.codes()).containsExactly(ProblemCode.ENTRY_LIMIT);
    }
  }

  @Test
  void plainTextHasTheLimitOfAnEntry() throws IOException {
    for (Reads reads : both(LONG.getBytes(UTF_8), limit("entry-bytes", 100_000))) {
      assertThat(reads.calls()).isEmpty();
      assertThat(reads.codes()).containsExactly(ProblemCode.ENTRY_LIMIT);
    }
  }

  @Test
  void plainTextOfMoreThanAGigabyteIsReadToItsEnd() {
    byte[] blanks = new byte[1 << 20];
    Arrays.fill(blanks, (byte) ' ');
    blanks[blanks.length - 1] = '\n';
    List<InputStream> parts = new ArrayList<>();
    parts.add(new ByteArrayInputStream("CALL first\n".getBytes(UTF_8)));
    for (int i = 0; i <= 1 << 10; i++) {
      parts.add(new ByteArrayInputStream(blanks));
    }
    parts.add(new ByteArrayInputStream("CALL last\n".getBytes(UTF_8)));
    InputStream log = new SequenceInputStream(Collections.enumeration(parts));

    Reads reads = Reads.all(List.of(LogSource.of("a.log", log)), ReadLimits.DEFAULT, 1);

    assertThat(reads.tokens()).containsExactly("first", "last");
    assertThat(reads.codes()).isEmpty();
  }

  @Test
  void aLogOfManyCallsIsReadToTheLimitAndIncomplete() throws IOException {
    byte[] log = "CALL a\n".repeat(200_000).getBytes(UTF_8);
    for (Reads reads : both(log, limit("entry-bytes", 700_000))) {
      assertThat(reads.calls()).hasSizeBetween(1_024, 100_000);
      assertThat(reads.codes()).containsExactly(ProblemCode.LIMIT_REACHED);
      assertThat(reads.problem().code().incomplete()).isTrue();
      assertThat(reads.problem().message()).contains("--limit entry-bytes=VALUE");
    }
  }

  @Test
  void entryThatInflatesTooMuchIsSkipped() throws IOException {
    byte[] zip =
        new ZipBytes()
            .add(new Entry("a", "CALL a"))
            .add(new Entry("long", LONG).descriptor(4, true))
            .add(new Entry("b", "CALL b"))
            .bytes();
    for (Reads reads : both(zip, limit("ratio", 100))) {
      assertThat(reads.tokens()).containsExactly("a", "b");
      assertThat(reads.problem().code()).isEqualTo(ProblemCode.ENTRY_LIMIT);
      assertThat(reads.problem().message()).contains("--limit ratio=VALUE");
    }
    byte[] gzip = ContainersTest.gzip(LONG.getBytes(UTF_8));
    assertThat(Reads.bytes(gzip, limit("ratio", 100)).codes())
        .containsExactly(ProblemCode.ENTRY_LIMIT);
  }

  @Test
  void archiveOfTooManyEntriesIsReadInPart() throws IOException {
    for (Reads reads : both(ZipBytes.of("CALL a", "CALL b", "CALL c"), limit("entries", 2))) {
      assertThat(reads.tokens()).containsExactly("a", "b");
      assertThat(reads.problem().code()).isEqualTo(ProblemCode.LIMIT_REACHED);
      assertThat(reads.problem().message()).contains("--limit entries=VALUE");
      assertThat(reads.summary().incomplete()).isTrue();
    }
    for (Reads reads : both(ZipBytes.of("CALL a", "CALL b"), limit("entries", 2))) {
      assertThat(reads.codes()).isEmpty();
    }
  }

  @Test
  void inputThatInflatesToTooMuchIsReadInPart() throws IOException {
    byte[] nested =
        new ZipBytes().add(Entry.stored("in.zip", ZipBytes.of("CALL a", LONG, "CALL b"))).bytes();
    for (byte[] zip : List.of(ZipBytes.of("CALL a", LONG, "CALL b"), nested)) {
      for (Reads reads : both(zip, limit("total-bytes", 2 << 20))) {
        assertThat(reads.tokens()).containsExactly("a");
        assertThat(reads.problem().code()).isEqualTo(ProblemCode.LIMIT_REACHED);
        assertThat(reads.problem().message()).contains("--limit total-bytes=VALUE");
      }
    }
  }

  @Test
  void archiveInAnEntryThatInflatesTooMuchIsIncomplete() throws IOException {
    byte[] inner =
        new ZipBytes().add(new Entry("a", "CALL a")).add(Entry.stored("l", LONG)).bytes();
    byte[] zip = new ZipBytes().add(new Entry("in.zip".getBytes(UTF_8), inner)).bytes();

    for (Reads reads : both(zip, limit("ratio", 100))) {
      assertThat(reads.codes()).containsExactly(ProblemCode.LIMIT_REACHED);
      assertThat(reads.problem().source()).endsWith("!in.zip");
    }
  }

  @Test
  void readingEndsWhenItsTimeIsUp() throws IOException {
    byte[] line = "CALL a\n".getBytes(UTF_8);
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            LockSupport.parkNanos(1_000_000);
            int count = Math.min(length, line.length);
            System.arraycopy(line, 0, into, offset, count);
            return count;
          }
        };
    Path file = Files.writeString(folder.resolve("late.txt"), "CALL late");
    List<LogSource> sources = List.of(LogSource.of("-", endless), LogSource.of(file));
    Reads reads = Reads.all(sources, limit("seconds", 1), 1);

    assertThat(reads.tokens()).doesNotContain("late");
    assertThat(reads.codes()).hasSize(2).containsOnly(ProblemCode.LIMIT_REACHED);
    assertThat(reads.summary().problems())
        .allMatch(row -> row.problem().message().contains("--limit seconds=VALUE"));
    assertThat(reads.summary().incomplete()).isTrue();
  }

  @Test
  void limitsAreSetByName() {
    assertThat(ReadLimits.names())
        .allSatisfy(
            changed ->
                assertThat(ReadLimits.names())
                    .allSatisfy(
                        name ->
                            assertThat(limit(changed, 7).get(name))
                                .isEqualTo(
                                    name.equals(changed) ? 7 : ReadLimits.DEFAULT.get(name))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReadLimits.DEFAULT.with("seconds", 1L << 31))
        .withMessageContaining("2147483647");
    assertThat(ReadLimits.DEFAULT.with("line-bytes", 7).maxLineBytes()).isEqualTo(7);
    assertThat(ReadLimits.DEFAULT.with("headers", 7).maxHeaders()).isEqualTo(7);
    assertThat(ReadLimits.DEFAULT.with("depth", 7).maxDepth()).isEqualTo(7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReadLimits.DEFAULT.with("width", 7))
        .withMessageContaining("entry-bytes");
    assertThatIllegalArgumentException().isThrownBy(() -> ReadLimits.DEFAULT.with("depth", 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReadLimits.DEFAULT.with("ratio", 1L << 31));
  }
}
