package org.golivecheck.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ZipBytes.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The zip reader: every kind of entry, and every way in which a zip can be broken. */
class ZipsTest {
  @TempDir private Path folder;

  private List<Reads> both(byte[] zip) {
    return List.of(file(zip), Reads.bytes(zip));
  }

  private Reads file(byte[] zip) {
    try {
      return Reads.path(Files.write(folder.resolve("a.zip"), zip));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Entry call(String token) {
    return new Entry(token + ".txt", "CALL " + token + "\n" + "body ".repeat(50));
  }

  private static Entry storedCall(String token) {
    return Entry.stored(token + ".txt", "CALL " + token + "\nPK\7\10 PK\3\4 PK");
  }

  static Stream<Arguments> soundEntries() {
    return Stream.of(
        Arguments.of("deflated", call("a")),
        Arguments.of("stored", storedCall("a")),
        Arguments.of("zip64", call("a").zip64()),
        Arguments.of("stored zip64", storedCall("a").zip64()),
        Arguments.of("descriptor", call("a").descriptor(4, true)),
        Arguments.of("descriptor without mark", call("a").descriptor(4, false)),
        Arguments.of("long descriptor", call("a").descriptor(8, true)),
        Arguments.of("long descriptor without mark", call("a").descriptor(8, false)),
        Arguments.of("zip64 descriptor", call("a").zip64().descriptor(8, true)),
        Arguments.of("stored descriptor", storedCall("a").descriptor(4, true)),
        Arguments.of("stored long descriptor", storedCall("a").descriptor(8, true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("soundEntries")
  void soundEntryIsReadBetweenOthers(String what, Entry entry) {
    byte[] zip = new ZipBytes().add(call("0")).add(entry).add(call("z")).bytes();

    for (Reads reads : both(zip)) {
      assertThat(reads.codes()).isEmpty();
      assertThat(reads.tokens()).containsExactly("0", "a", "z");
    }
  }

  @Test
  void zip64DirectoryIsRead() {
    byte[] zip = new ZipBytes().zip64().add(call("a").zip64()).add(call("b")).bytes();

    for (Reads reads : both(zip)) {
      assertThat(reads.codes()).isEmpty();
      assertThat(reads.tokens()).containsExactly("a", "b");
    }
    byte[] behindOthers = ZipBytes.join("other bytes".getBytes(UTF_8), zip);
    assertThat(file(behindOthers).tokens()).containsExactly("a", "b");
    assertThat(file(behindOthers).codes()).isEmpty();
  }

  static Stream<Arguments> faultyEntries() {
    return Stream.of(
        Arguments.of(call("x").encrypted(), ProblemCode.ENCRYPTED),
        Arguments.of(call("x").encrypted().descriptor(4, true), ProblemCode.ENCRYPTED),
        Arguments.of(call("x").method(12), ProblemCode.UNSUPPORTED_COMPRESSION),
        Arguments.of(call("x").method(9).descriptor(4, true), ProblemCode.UNSUPPORTED_COMPRESSION),
        Arguments.of(call("x").wrongCrc(), ProblemCode.DAMAGED_ENTRY),
        Arguments.of(storedCall("x").wrongCrc(), ProblemCode.DAMAGED_ENTRY),
        Arguments.of(call("x").wrongCrc().descriptor(4, true), ProblemCode.DAMAGED_ENTRY),
        Arguments.of(call("x").damaged(), ProblemCode.DAMAGED_ENTRY),
        Arguments.of(call("x").damaged().descriptor(4, true), ProblemCode.DAMAGED_ENTRY),
        Arguments.of(call("x").statedSize(3), ProblemCode.DAMAGED_ENTRY),
        Arguments.of(call("x").statedSize(3000), ProblemCode.DAMAGED_ENTRY));
  }

  @ParameterizedTest
  @MethodSource("faultyEntries")
  void faultyEntryIsOneProblemAndTheOthersStillCount(Entry entry, ProblemCode code) {
    byte[] zip = new ZipBytes().add(call("a")).add(entry).add(call("b")).bytes();

    for (Reads reads : both(zip)) {
      assertThat(reads.tokens()).containsExactly("a", "b");
      assertThat(reads.problem().code()).isEqualTo(code);
      assertThat(reads.problem().source()).endsWith("!x.txt");
      assertThat(reads.input().entries()).isEqualTo(3);
      assertThat(reads.input().calls()).isEqualTo(2);
      assertThat(reads.summary().incomplete()).isFalse();
    }
  }

  @Test
  void problemsOfADamagedEntryAreReplacedByItsDamage() {
    byte[] zip = new ZipBytes().add(new Entry("x.txt", "BAD\nBAD").wrongCrc()).bytes();

    for (Reads reads : both(zip)) {
      assertThat(reads.codes()).containsExactly(ProblemCode.DAMAGED_ENTRY);
    }
  }

  @Test
  void veryManyCallsOfADamagedEntryAreNotAllHeldBack() {
    String many = IntStream.range(0, 3000).mapToObj(i -> "CALL t\n").reduce("", String::concat);
    byte[] zip = new ZipBytes().add(new Entry("x.txt", many).wrongCrc()).bytes();

    for (Reads reads : both(zip)) {
      assertThat(reads.input().calls()).isEqualTo(reads.calls().size()).isEqualTo(2048);
      assertThat(reads.codes()).containsExactly(ProblemCode.DAMAGED_ENTRY);
    }
  }

  @Test
  void entriesInTheBytesOfAnotherAreDamaged() {
    Reads reads = file(new ZipBytes().add(call("a")).add(call("c")).add(call("a").at(0)).bytes());

    assertThat(reads.tokens()).containsExactly("a", "c");
    assertThat(reads.problem().code()).isEqualTo(ProblemCode.DAMAGED_ENTRY);
    assertThat(reads.problem().message()).contains("another entry");
  }

  @Test
  void orderOfTheDirectoryDoesNotMatter() {
    Reads reads = file(new ZipBytes().add(call("a")).add(call("b")).reversed().bytes());

    assertThat(reads.tokens()).containsExactly("a", "b");
    assertThat(reads.codes()).isEmpty();
  }

  @Test
  void namesAreOnlyNames() {
    byte[] zip =
        new ZipBytes()
            .add(new Entry("../../etc/passwd", "CALL a"))
            .add(new Entry("/absolute", "CALL b"))
            .add(new Entry("same", "CALL c"))
            .add(new Entry("same", "CALL d"))
            .add(new Entry("\u00e4.txt", "CALL e").utf8())
            .add(new Entry("\u00f6.txt", "CALL f"))
            .add(new Entry(new byte[] {(byte) 0x81, '.', 't'}, "CALL g".getBytes(ISO_8859_1)))
            .bytes();

    assertThat(Reads.bytes(zip).calls())
        .containsExactlyInAnyOrder(
            "-!../../etc/passwd a",
            "-!/absolute b",
            "-!same c",
            "-!same d",
            "-!\u00e4.txt e",
            "-!\u00f6.txt f",
            "-!\u00fc.t g");
    assertThat(file(zip).calls()).hasSize(7);
  }

  @Test
  void zipCutAnywhereKeepsEveryWholeEntryAndSaysThatItIsCut() {
    byte[] whole =
        new ZipBytes()
            .add(call("a"))
            .add(storedCall("b"))
            .add(call("c").descriptor(4, true))
            .add(call("d"))
            .bytes();
    int[] ends = {endOf("b.txt", whole), endOf("c.txt", whole), endOf("d.txt", whole)};
    for (int length = 30; length < whole.length; length++) {
      for (Reads reads : both(Arrays.copyOf(whole, length))) {
        assertThat(reads.codes()).as("cut at %d", length).contains(ProblemCode.TRUNCATED_ARCHIVE);
        assertThat(reads.codes()).hasSize(1);
        assertThat(reads.summary().incomplete()).isTrue();
        for (int i = 0; i < ends.length; i++) {
          if (length >= ends[i]) {
            assertThat(reads.tokens()).contains(String.valueOf((char) ('a' + i)));
          }
        }
      }
    }
  }

  /** Returns where the local header before a name starts. */
  private static int endOf(String name, byte[] zip) {
    return new String(zip, ISO_8859_1).indexOf(name) - 30;
  }

  @Test
  void zipWithAnyByteWrongLosesNothingInSilence() {
    byte[] whole =
        new ZipBytes()
            .zip64()
            .add(call("a"))
            .add(storedCall("b").zip64())
            .add(call("c").descriptor(4, true))
            .add(storedCall("d").descriptor(8, true))
            .bytes();
    Random random = new Random(7);
    for (int i = 0; i < whole.length; i++) {
      byte[] broken = whole.clone();
      broken[i] ^= (byte) (1 + random.nextInt(255));
      for (Reads reads : both(broken)) {
        assertThat(List.of("a", "b", "c", "d")).as("byte %d", i).containsAll(reads.tokens());
        assertThat(reads.tokens().size() == 4 || !reads.codes().isEmpty())
            .as("byte %d: what is lost is reported", i)
            .isTrue();
      }
    }
  }

  @Test
  void brokenDirectoryIsAProblemButEveryEntryIsRead() {
    ZipBytes good = new ZipBytes().add(call("a")).add(call("b"));
    byte[] shifted = new ZipBytes().add(call("a")).add(call("b")).bytes(7, 2);
    byte[] miscounted = good.bytes(0, 5);
    byte[] outside = new ZipBytes().add(call("a")).add(call("b").at(1 << 20)).bytes();

    for (byte[] zip : List.of(shifted, miscounted, outside)) {
      Reads reads = file(zip);
      assertThat(reads.tokens()).containsExactly("a", "b");
      assertThat(reads.codes()).containsExactly(ProblemCode.TRUNCATED_ARCHIVE);
    }
  }

  @Test
  void damageBetweenEntriesIsOvercome() {
    byte[] before = new ZipBytes().add(call("a")).withoutDirectory();
    byte[] zip = new ZipBytes().raw(before).raw(new byte[99]).add(call("b")).bytes();

    Reads reads = Reads.bytes(zip);
    assertThat(reads.tokens()).containsExactly("a", "b");
    assertThat(reads.codes()).isEmpty();
  }

  @Test
  void zipThatShrinksWhileItIsReadIsToldAndKeepsWhatWasRead() throws IOException {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < 20; i++) {
      zip.add(Entry.stored(i + ".txt", "CALL " + i + "\n" + "x".repeat(1 << 16)));
    }
    Path file = Files.write(folder.resolve("a.zip"), zip.bytes());
    List<LogSource> sources = List.of(LogSource.of(file));
    try (LogCalls logs = Logs.open(sources, ReadLimits.DEFAULT, 1, List.of(new CallLines()), null);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      Iterator<ApiCall> calls = logs.stream().iterator();
      assertThat(calls.next().traceToken()).isEqualTo("0");
      channel.truncate(1 << 10);
      long more = 0;
      while (calls.hasNext()) {
        calls.next();
        more++;
      }

      assertThat(more).isLessThan(19);
      assertThat(logs.summary().problems())
          .extracting(row -> row.problem().code())
          .containsExactly(ProblemCode.UNREADABLE_INPUT);
      assertThat(logs.summary().problems().get(0).problem().message()).contains("changed");
    }
  }

  @Test
  void lostStartIsOvercome() {
    byte[] whole = ZipBytes.of("CALL a", "CALL b", "CALL c");
    byte[] rest = Arrays.copyOfRange(whole, 20, whole.length);

    for (Reads reads : both(rest)) {
      assertThat(reads.tokens()).containsExactly("b", "c");
      assertThat(reads.codes()).containsExactly(ProblemCode.TRUNCATED_ARCHIVE);
    }
  }
}
