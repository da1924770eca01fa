package org.golivecheck.render.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.GoLiveReport.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogPathsTest {

  @ParameterizedTest
  @CsvSource({
    "logs.zip, logs.zip!01_OK_GetEnvelope.txt, logs.zip",
    "logs.zip, logs.zip!inner.zip!01.txt, logs.zip",
    "logs/a.txt, logs/a.txt, logs/a.txt",
    "./logs//a.zip, ./logs//a.zip!1.txt, logs/a.zip",
    "logs\\a.zip, logs\\a.zip!1.txt, logs/a.zip",
    "logs/../a.zip, logs/../a.zip!1.txt, a.zip",
    "why!.zip, why!.zip!1.txt, why!.zip",
    "why!.txt, why!.txt, why!.txt",
    "-, -!1.txt, stdin",
    "-, -, stdin",
    "/home/somebody/a.zip, /home/somebody/a.zip!1.txt, a.zip",
    "C:\\Users\\somebody\\a.zip, C:\\Users\\somebody\\a.zip!1.txt, a.zip",
    "../a.zip, ../a.zip!1.txt, a.zip",
    "logs/../../b/a.zip, logs/../../b/a.zip!1.txt, a.zip",
    "known.zip, unknown.zip!1.txt, unknown.zip",
    "known.zip, .., .golive-check.yml",
  })
  void sourceLiesInItsLog(String input, String source, String path) {
    assertThat(paths(input).ofSource(source)).isEqualTo(path);
  }

  @Test
  void findingThatNoCallShowsLiesInTheFirstLogOrElseInTheConfiguration() {
    assertThat(paths("a.zip", "b.zip").ofLog()).isEqualTo("a.zip");
    assertThat(paths().ofLog()).isEqualTo(".golive-check.yml");
  }

  private static LogPaths paths(String... names) {
    Redactor redactor = Redactor.secretsOnly();
    List<Input> inputs =
        Stream.of(names)
            .map(name -> new Input(redactor.redact(name), "request-log", 1, 1, 0))
            .toList();
    return new LogPaths(inputs);
  }
}
