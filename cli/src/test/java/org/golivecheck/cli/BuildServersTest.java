package org.golivecheck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.cli.console.Environment;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No message makes a build agent obey a file name, an argument or a log. */
final class BuildServersTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "##vso[task.setvariable variable=a]b",
        "##[error]",
        "::set-output name=a::b",
        "\n::add-mask::b",
        "\r ::stop-commands::b",
        "##teamcity[buildStop]",
        "section_start:1:a[collapsed=true]\r\u001b[0K",
      })
  void noMessageContainsACommand(String payload) throws IOException {
    Path log = folder.resolve(payload + ".ndjson");
    Files.writeString(
        log,
        "{\"timestamp\":\"2026-11-23T09:00:00Z\",\"method\":\"GET\",\"url\":\"https://"
            + "demo.docusign.net/restapi/v2.1/accounts/8812734/users\",\"status\":400,\"errorCode\":\"X\"}\n"
            + "{\"method\":\"GET\",\"url\":\"https://demo.docusign.net/a\"}\n");
    Path noLog = Files.write(folder.resolve(payload), new byte[] {1, 2, 3});
    String missing = folder.resolve("missing" + payload).toString();
    String out = folder.resolve("out.zip").toString();
    List<List<String>> lines = new ArrayList<>();
    for (String command : List.of("check", "calls", "redact", "support", "ready")) {
      for (String input : List.of(log.toString(), noLog.toString(), missing)) {
        lines.add(
            command.equals("redact") || command.equals("support")
                ? List.of(command, "-v", input, "-o", out)
                : List.of(command, "-v", input));
      }
      lines.add(List.of(command, "--" + payload, log.toString()));
      lines.add(List.of(command, "--zone=" + payload, log.toString()));
      lines.add(List.of(command, "--map=" + payload, log.toString()));
      lines.add(List.of(command, "--input-format=" + payload, log.toString()));
      lines.add(List.of(command, "--config=" + missing, log.toString()));
      lines.add(List.of(command, "-r", payload, log.toString()));
      lines.add(List.of(command, "-r", "json=" + missing + "/r", log.toString()));
    }
    lines.add(List.of(payload));
    lines.add(List.of("explain", payload));
    lines.add(List.of("report", missing));
    lines.add(List.of("report", noLog.toString()));
    lines.add(List.of("check", "--baseline", missing, log.toString()));
    lines.add(List.of("check", "--baseline", noLog.toString(), log.toString()));
    lines.add(List.of("fetch", "-o", out, "--base-uri", payload));
    lines.add(List.of("fetch", "-o", out, "--token-file", missing));
    lines.add(List.of("help", payload));

    for (List<String> line : lines) {
      String printed = printed(line);
      assertThat(printed)
          .as(String.join(" ", line))
          .isNotEmpty()
          .doesNotContainPattern("##vso\\[|##\\[|##teamcity\\[|section_(?:start|end):|\u001b")
          .doesNotContainPattern("(?:^|[\\r\\n])\\s*::");
    }
  }

  private static String printed(List<String> line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Main.run(
        line.toArray(String[]::new),
        new ByteArrayInputStream(new byte[0]),
        out,
        new PrintStream(out, true, UTF_8),
        Environment.NONE);
    return out.toString(UTF_8);
  }
}
