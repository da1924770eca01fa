package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inside the command, calls go one way: command, option, then fetch and console. */
class ArchitectureTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "org", "golivecheck", "cli");

  /** A type of a package of the command, or of the package itself. */
  private static final Pattern NAME =
      Pattern.compile("org\\.golivecheck\\.cli\\.(?:(\\w+)\\.)?[A-Z]");

  private static final Map<String, Set<String>> BELOW =
      Map.of(
          "command", Set.of("option", "fetch", "console"),
          "option", Set.of("fetch", "console"),
          "fetch", Set.of(),
          "console", Set.of());

  @ParameterizedTest
  @ValueSource(strings = {"command", "option", "fetch", "console"})
  void aPackageUsesOnlyThoseBelowIt(String name) throws IOException {
    Set<String> allowed = new HashSet<>(BELOW.get(name));
    allowed.add(name);
    for (Path source : sources(SOURCES.resolve(name))) {
      Matcher used = NAME.matcher(Files.readString(source));
      while (used.find()) {
        assertThat(allowed).as(source.toString()).contains(String.valueOf(used.group(1)));
      }
    }
  }

  @Test
  void everyPackageHasItsPlace() throws IOException {
    try (Stream<Path> packages = Files.list(SOURCES)) {
      assertThat(packages.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(BELOW.keySet());
    }
  }

  @Test
  void onlyFetchUsesANetwork() throws IOException {
    for (Path source : sources(SOURCES)) {
      if (!source.startsWith(SOURCES.resolve("fetch"))) {
        assertThat(Files.readString(source))
            .as(source.toString())
            .doesNotContain("java.net.http", "java.net.Socket", "java.net.URL;");
      }
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).isNotEmpty();
      return sources;
    }
  }
}
