package org.golivecheck.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md names packages, classes and files that exist. */
class ArchitecturePageTest {
  private static final Pattern NAME = Pattern.compile("`([\\w./-]+)`");
  private static final Path TOP = Path.of("..");
  private static final List<Path> SOURCES =
      List.of(TOP.resolve("core/src"), TOP.resolve("cli/src"));

  @Test
  void everyPackageClassAndFileOfThePageExists() throws IOException {
    String page = Files.readString(TOP.resolve("ARCHITECTURE.md"));
    List<String> missing = new ArrayList<>();
    List<MatchResult> names = NAME.matcher(page).results().toList();
    for (MatchResult name : names) {
      if (!exists(name.group(1))) {
        missing.add(name.group(1));
      }
    }

    assertThat(names).hasSizeGreaterThan(60);
    assertThat(missing).isEmpty();
  }

  private static boolean exists(String name) throws IOException {
    if (Files.exists(TOP.resolve(name))) {
      return true;
    }
    // A class, or a package of core or of the command.
    String end = Character.isUpperCase(name.charAt(0)) ? name + ".java" : name.replace('.', '/');
    for (Path source : SOURCES) {
      try (Stream<Path> paths = Files.walk(source)) {
        if (paths.anyMatch(path -> path.endsWith(end))) {
          return true;
        }
      }
    }
    return false;
  }
}
