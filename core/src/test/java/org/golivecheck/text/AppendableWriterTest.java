package org.golivecheck.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AppendableWriterTest {

  @Test
  void passesOnEveryKindOfWrite() throws IOException {
    StringBuilder out = new StringBuilder();
    try (AppendableWriter writer = new AppendableWriter(out)) {
      writer.write(new char[] {'x', 'a', 'b', 'x'}, 1, 2);
      writer.write("xcdx", 1, 2);
      writer.write('e');
      writer.write("f");
    }

    assertThat(out.toString()).isEqualTo("abcdef");
  }
}
