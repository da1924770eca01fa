package org.golivecheck.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps the Java examples of the documentation the very text that is compiled and run here. */
class ReadmeTest {
  @ParameterizedTest
  @CsvSource({"../README.md, LibraryExampleTest", "../core/docs/in-your-build.md, CallsInJavaTest"})
  void theJavaExampleIsTheOneThatIsCompiled(Path page, String name) throws IOException {
    String test =
        Files.readString(Path.of("src/test/java/org/golivecheck/samples", name + ".java"));
    String example =
        test.substring(test.indexOf("// example\n") + 11, test.indexOf("  // end")).indent(-2);

    assertThat(Files.readString(page)).contains("```java\n" + example + "```");
  }
}
