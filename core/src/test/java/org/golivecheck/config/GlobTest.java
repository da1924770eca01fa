package org.golivecheck.config;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "*.zip, a.zip, true",
    "*.zip, a/b.zip, false",
    "**/*.zip, a/b/c.zip, true",
    "**/*.zip, c.zip, true",
    "**, a/b, true",
    "a?c, abc, true",
    "a?c, a/c, false",
    "'{a,b*}.log', bcd.log, true",
    "'{a,b*}.log', c.log, false",
    "'{,x}{a,b}', xb, true",
    "[a-c]x, bx, true",
    "[!a-c]x, bx, false",
    "a\\*, a*, true",
    "a\\*, ab, false",
    "*a*b*, xaxbx, true",
    "*a*b*, xbxax, false"
  })
  void matchesAsShellsDo(String pattern, String path, boolean matches) {
    assertThat(new PathPattern.Glob(pattern).matches(path)).isEqualTo(matches);
  }

  @Property
  void agreesWithJava(@ForAll("patterns") String pattern, @ForAll("paths") String path) {
    assertThat(new PathPattern.Glob(pattern).matches(path))
        .isEqualTo(
            FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(path)));
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of("a", "b", "/a", "*", "?", "{a,bb}", "[ab]", "[!a]")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        // No two stars: before a slash they match no folder too, which they do not in Java.
        .map(parts -> String.join("", parts).replaceAll("\\*+", "*"))
        .filter(pattern -> !pattern.startsWith("/"));
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of("a", "b", "/a", "/b", "bb")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(parts -> String.join("", parts))
        .filter(path -> !path.startsWith("/"));
  }

  @Test
  @Timeout(value = 10, unit = SECONDS)
  void manyStarsTakeLittleTime() {
    assertThat(new PathPattern.Glob("a*".repeat(20) + "b").matches("a".repeat(200))).isFalse();
    assertThat(new PathPattern.Glob("**/a*".repeat(20) + "b").matches("a/".repeat(200))).isFalse();
  }
}
