package org.golivecheck.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.golivecheck.config.LogSources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people name on a command line: files, folders, patterns, standard input and nonsense. */
class LogSourcesTest {
  private static final InputStream NOTHING = InputStream.nullInputStream();

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    write("b.txt", "CALL b");
    write("a.txt", "CALL a");
    write("sub/c.txt", "CALL c");
    write("sub/deep/d.txt", "CALL d");
    write(".hidden.txt", "CALL hidden");
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private Reads read(String... args) {
    List<String> absolute = List.of(args).stream().map(a -> folder + "/" + a).toList();
    return Reads.all(LogSources.parse(absolute, NOTHING), ReadLimits.DEFAULT, 1);
  }

  private List<String> names(Reads reads) {
    return reads.calls().stream()
        .map(line -> line.substring(folder.toString().length() + 1, line.lastIndexOf(' ')))
        .map(name -> name.replace(File.separatorChar, '/'))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.txt          | a.txt b.txt",
        "?.txt          | a.txt b.txt",
        "{b,x}.txt      | b.txt",
        "**/*.txt       | a.txt b.txt sub/c.txt sub/deep/d.txt",
        "*/*.txt        | sub/c.txt",
        "s*/deep/?.txt  | sub/deep/d.txt",
        "sub/*.txt      | sub/c.txt",
        ".*.txt         | .hidden.txt",
        "s*             | sub/c.txt sub/deep/d.txt",
        "**             | a.txt b.txt sub/c.txt sub/deep/d.txt",
      })
  void patternStandsForWhatItMatches(String pattern, String expected) {
    Reads reads = read(pattern);

    assertThat(names(reads)).containsExactly(expected.split(" "));
    assertThat(reads.codes()).isEmpty();
  }

  @Test
  void patternNamesItsMatchesInOrder() {
    assertThat(LogSources.parse(List.of(folder + "/?.txt"), NOTHING))
        .extracting(LogSource::name)
        .containsExactly(folder.resolve("a.txt").toString(), folder.resolve("b.txt").toString());
  }

  @ParameterizedTest
  @CsvSource({"*.zip, matches no file", "nowhere/*, matches no file", "nowhere.zip, not exist"})
  void whatIsNotThereIsAnUnreadableInput(String arg, String reason) {
    Reads reads = read(arg, "a.txt");

    assertThat(reads.tokens()).containsExactly("a");
    assertThat(reads.problem().code()).isEqualTo(ProblemCode.UNREADABLE_INPUT);
    assertThat(reads.problem().source()).endsWith(arg);
    assertThat(reads.problem().message()).contains(reason);
    assertThat(reads.summary().incomplete()).isTrue();
    assertThat(reads.summary().inputs()).hasSize(2);
  }

  @Test
  void brokenPatternsAndNamesAreUnreadableInputs() {
    List<String> args = List.of(folder + "/{a", folder + "/nul\0", folder + "/*\0");
    Reads reads = Reads.all(LogSources.parse(args, NOTHING), ReadLimits.DEFAULT, 1);

    assertThat(reads.codes()).hasSize(3).containsOnly(ProblemCode.UNREADABLE_INPUT);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void fileWhoseNameLooksLikeAPatternIsThatFile() throws IOException {
    write("[1]*.txt", "CALL star");

    assertThat(read("[1]*.txt").tokens()).containsExactly("star");
  }

  @Test
  void dashIsStandardInputAndReadOnce() {
    InputStream stdin = new ByteArrayInputStream("CALL in".getBytes(UTF_8));
    Reads reads =
        Reads.all(LogSources.parse(List.of("-", "-", "/dev/stdin"), stdin), ReadLimits.DEFAULT, 1);

    assertThat(reads.calls()).containsExactly("- in");
    assertThat(reads.input().name()).isEqualTo("-");
  }

  @Test
  void folderIsOneInputWhoseFilesAreNamedFromIt() throws IOException {
    write("sub/empty.txt", "");
    write("sub/.DS_Store", "x");
    write("sub/logs.zip", "no log");
    Reads reads = read("sub");

    assertThat(names(reads)).containsExactly("sub/c.txt", "sub/deep/d.txt");
    assertThat(reads.input().name()).isEqualTo(folder + File.separator + "sub");
    assertThat(reads.input().entries()).isEqualTo(2);
    assertThat(reads.input().calls()).isEqualTo(2);
    assertThat(reads.input().skipped()).isEqualTo(3);
    assertThat(reads.summary().incomplete()).isFalse();
    assertThat(reads.problem().source()).isEqualTo(folder.resolve("sub") + "/logs.zip");
  }

  @Test
  void fileGivenTwiceIsReadOnce() throws IOException {
    Path link = folder.resolve("sub/link.txt");
    assumeTrue(canLink(link, folder.resolve("a.txt")));
    Files.createLink(folder.resolve("hard.txt"), folder.resolve("a.txt"));

    assertThat(read("a.txt", "a.txt", "sub/../a.txt", "sub/link.txt", "hard.txt").calls())
        .hasSize(1);
    assertThat(read("sub", "sub/c.txt", "sub").tokens()).containsExactly("c", "d");
    assertThat(read("sub/c.txt", "sub").tokens()).containsExactly("c", "d");
  }

  private static boolean canLink(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  @Test
  void linksAreFollowedWhereNamedButNotInsideAFolder() {
    assumeTrue(canLink(folder.resolve("sub/link.txt"), folder.resolve("a.txt")));
    assumeTrue(canLink(folder.resolve("sub/up"), folder));

    assertThat(read("sub").tokens()).containsExactly("c", "d");
    assertThat(read("sub").input().skipped()).isEqualTo(2);
    assertThat(read("sub/link.txt").tokens()).containsExactly("a");
    assertThat(read("sub/up").tokens()).contains("a", "b", "c", "d");
    assertThat(read("sub/up").codes()).isEmpty();
  }

  @Test
  void linkToNothingIsAnUnreadableInput() {
    assumeTrue(canLink(folder.resolve("sub/broken"), folder.resolve("nothing")));

    assertThat(read("sub/broken").codes()).containsExactly(ProblemCode.UNREADABLE_INPUT);
  }

  @Test
  void linkThatLeadsToItselfIsAnUnreadableInput() {
    assumeTrue(canLink(folder.resolve("one"), folder.resolve("two")));
    assumeTrue(canLink(folder.resolve("two"), folder.resolve("one")));

    assertThat(read("one", "a.txt").tokens()).containsExactly("a");
    assertThat(read("one", "a.txt").codes()).containsExactly(ProblemCode.UNREADABLE_INPUT);
  }

  @Test
  void devicesAreRefused() {
    assumeTrue(Files.exists(Path.of("/dev/zero")));
    Reads reads = Reads.path(Path.of("/dev/zero"));

    assertThat(reads.problem().code()).isEqualTo(ProblemCode.UNREADABLE_INPUT);
    assertThat(reads.problem().message()).contains("device", "standard input");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void pipesAreRefusedAndDoNotHang() throws IOException, InterruptedException {
    Path pipe = folder.resolve("sub/pipe");
    Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeTrue(process.waitFor() == 0);

    assertThat(read("sub/pipe").codes()).containsExactly(ProblemCode.UNREADABLE_INPUT);
    assertThat(read("sub").codes()).containsExactly(ProblemCode.UNKNOWN_FORMAT);
    assertThat(read("sub").tokens()).containsExactly("c", "d");
  }

  @Test
  void fileThatVanishesIsAnUnreadableInput() throws IOException {
    List<LogSource> sources = LogSources.parse(List.of(folder + "/sub"), NOTHING);
    try (LogCalls logs =
        Logs.open(sources, ReadLimits.DEFAULT, 1, List.of(new CallLines()), null)) {
      Files.delete(folder.resolve("sub/c.txt"));
      assertThat(logs.stream().map(call -> call.traceToken())).containsExactly("d");
      assertThat(logs.summary().incomplete()).isTrue();
    }
  }
}
