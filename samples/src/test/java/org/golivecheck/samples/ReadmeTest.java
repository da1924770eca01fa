package org.golivecheck.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the README's Java example the very text that is compiled and run here. */
class ReadmeTest {
  @Test
  void theJavaExampleIsTheOneThatIsCompiled() throws IOException {
    String test =
        Files.readString(Path.of("src/test/java/org/golivecheck/samples/LibraryExampleTest.java"));
    String example =
        test.substring(test.indexOf("// example\n") + 11, test.indexOf("  // end")).indent(-2);

    assertThat(Files.readString(Path.of("../README.md"))).contains("```java\n" + example + "```");
  }
}
