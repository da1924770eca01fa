package org.golivecheck.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "##vso[task.complete]",
        "##[error]",
        "::error::x",
        "\n::error::x",
        "\u001b[2K\r  ::error::x",
        "##teamcity[buildStop]",
        "section_start:1:a\r\u001b[0K"
      })
  void noBuildServerObeysAFileNameInAMessage(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    Messages messages = new Messages(err, Messages.Level.VERBOSE);
    messages.error(name + ": no such file");
    messages.warning("Cannot read " + name);
    messages.progress(name);

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .doesNotContainPattern("##vso\\[|##\\[|##teamcity\\[|section_start:|\u001b")
        .doesNotContainPattern("(?:^|[\\r\\n])\\s*::");
  }
}
