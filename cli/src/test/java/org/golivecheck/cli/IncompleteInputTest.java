package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.render.ReportFormats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the command says and how it ends where not everything could be read. */
class IncompleteInputTest {
  private static final String PATH =
      "/restapi/v2.1/accounts/11111111-1111-4111-8111-111111111111/envelopes";

  @TempDir private Path folder;

  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void writeLogs() throws IOException {
    write("good.ndjson", records(20, 201));
    write("few.ndjson", records(3, 201));
    write("errors.ndjson", records(3, 400));
    write(
        "polling.ndjson",
        record(0, "GET", PATH + "/" + "0".repeat(8) + GUID_END, 200)
            + "\n"
            + record(1, "GET", PATH + "/" + "0".repeat(8) + GUID_END, 200)
            + "\n");
    write("cut.ndjson", records(20, 201).stripTrailing().substring(0, 2_000));
    write("notes.txt", "Remember the milk.\n");
    write("empty.log", "");
    write("app.log", "2026-11-23 12:00:00,000 INFO a\n2026-11-23 12:00:01,000 INFO b\n");
    write("logs/good.ndjson", records(20, 201));
    write("logs/README.md", "# Logs of last night\n");
    write("docs/README.md", "# Nothing here\n");
    byte[] zip = zip();
    Files.write(folder.resolve("good.zip"), zip);
    Files.write(folder.resolve("cut.zip"), Arrays.copyOf(zip, zip.length * 9 / 10));
  }

  private static final String GUID_END = "-0000-4000-8000-000000000000";

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String records(int count, int status) {
    StringBuilder log = new StringBuilder();
    IntStream.range(0, count)
        .forEach(i -> log.append(record(i, "POST", PATH, status)).append('\n'));
    return log.toString();
  }

  private static String record(int minute, String method, String path, int status) {
    return String.format(
        Locale.ROOT,
        "{\"timestamp\":\"2026-11-23T12:%02d:00Z\",\"method\":\"%s\",\"url\":"
            + "\"https://demo.docusign.net%s\",\"status\":%d}",
        minute,
        method,
        path,
        status);
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 20; i++) {
        zip.putNextEntry(new ZipEntry("call" + i + ".ndjson"));
        zip.write(record(i, "POST", PATH, 201).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
    Session session =
        new Session(
            new ByteArrayInputStream(
                records(20, 201).substring(0, 700).getBytes(StandardCharsets.UTF_8)),
            out,
            new Messages(err, Messages.Level.NORMAL),
            Environment.NONE);
    ExitCode exit = Main.run(List.of(arguments), session);
    return new Run(
        exit.code(), out.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
  }

  private String[] inputs(String names) {
    return Arrays.stream(names.split(" "))
        .map(name -> name.startsWith("-") ? name : folder + "/" + name)
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          good.ndjson                     | classic | PASS       | 0 |
          good.ndjson gone.zip            | classic | NO_VERDICT | 3 | gone.zip: does not exist
          good.ndjson gone.zip            | strict  | NO_VERDICT | 3 | gone.zip: does not exist
          good.ndjson gone.zip            | current | NO_VERDICT | 3 | gone.zip: does not exist
          good.ndjson gone.zip gone.zip   | classic | NO_VERDICT | 3 | check the name
          few.ndjson gone.zip             | classic | NO_VERDICT | 3 | gone.zip: does not exist
          few.ndjson gone.zip             | strict  | NO_VERDICT | 3 | gone.zip: does not exist
          errors.ndjson gone.zip          | classic | FAIL       | 3 | gone.zip: does not exist
          errors.ndjson gone.zip          | strict  | FAIL       | 3 | gone.zip: does not exist
          errors.ndjson gone.zip          | current | NO_VERDICT | 3 | gone.zip: does not exist
          polling.ndjson gone.zip         | classic | FAIL       | 3 | gone.zip: does not exist
          polling.ndjson gone.zip         | current | FAIL       | 3 | gone.zip: does not exist
          gone.zip                        | classic | NO_VERDICT | 3 | gone.zip: does not exist
          gone.zip --fail-on=never        | classic | NO_VERDICT | 3 | gone.zip: does not exist
          gone.zip --allow-empty          | classic | NO_VERDICT | 3 | gone.zip: does not exist
          errors.ndjson --fail-on=never   | classic | FAIL       | 0 |
          good.ndjson *.har               | classic | NO_VERDICT | 3 | *.har: matches no file
          good.ndjson notes.txt           | classic | NO_VERDICT | 3 | has to be a log
          good.ndjson note*               | classic | NO_VERDICT | 3 | has to be a log
          good.ndjson empty.log           | classic | PASS       | 0 |
          good.ndjson app.log             | classic | PASS       | 0 |
          logs                            | classic | PASS       | 0 |
          docs                            | classic | NO_VERDICT | 3 | no call to judge
          docs --allow-empty              | classic | NO_VERDICT | 0 | no call to judge
          empty.log                       | classic | NO_VERDICT | 3 | no call to judge
          empty.log --allow-empty         | classic | NO_VERDICT | 0 | no call to judge
          cut.ndjson                      | classic | NO_VERDICT | 3 | cut.ndjson: The log ends
          good.zip                        | strict  | PASS       | 0 |
          cut.zip                         | classic | NO_VERDICT | 3 | cut.zip: is not a complete archive
          cut.zip                         | strict  | NO_VERDICT | 3 | cut.zip: is not a complete archive
          cut.zip                         | current | NO_VERDICT | 3 | cut.zip: is not a complete archive
          good.zip --limit=entries=19     | classic | NO_VERDICT | 3 | --limit entries=VALUE
          good.zip --limit=entry-bytes=99 | classic | NO_VERDICT | 3 | --limit entry-bytes=VALUE
          -                               | classic | NO_VERDICT | 3 | The log ends in the middle
          """)
  void endsAndSays(String names, String profile, String verdict, int exit, String said) {
    List<String> arguments = new ArrayList<>(List.of("check", "--profile=" + profile, "-rjson"));
    arguments.addAll(List.of(inputs(names)));

    Run run = run(arguments.toArray(new String[0]));

    assertThat(run.out()).contains("\"verdict\": \"" + verdict + "\"");
    assertThat(run.exit()).isEqualTo(exit);
    if (said != null) {
      assertThat(run.out()).contains("GL-000", said);
      assertThat(run.err()).contains(said);
    }
  }

  static List<String> formats() {
    return ReportFormats.names();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyReportIsWrittenAndSaysWhatIsMissing(String format) throws IOException {
    Path file = folder.resolve("report");

    Run run = run(folder + "/good.ndjson", folder + "/gone.zip", "-r" + format + "=" + file);

    assertThat(run.exit()).isEqualTo(3);
    assertThat(Files.readString(file)).contains("gone.zip").contains("does not exist");
  }

  @ParameterizedTest
  @CsvSource({"good.ndjson gone.zip", "errors.ndjson cut.zip"})
  void aSavedReportEndsAsItsRun(String names) {
    List<String> arguments = new ArrayList<>(List.of(inputs(names)));
    arguments.add("-rjson=" + folder.resolve("saved.json"));
    assertThat(run(arguments.toArray(new String[0])).exit()).isEqualTo(3);

    assertThat(run("report", folder + "/saved.json").exit()).isEqualTo(3);
    assertThat(run("report", folder + "/saved.json", "--fail-on=never").exit()).isEqualTo(3);
  }

  @Test
  void otherCommandsDoWhatTheyCanAndTellTheRest() {
    String safe = folder + "/safe.zip";

    for (String command : List.of("calls", "redact", "support")) {
      List<String> arguments = new ArrayList<>(List.of(command));
      arguments.addAll(List.of(inputs("entry.txt gone.zip")));
      if (!command.equals("calls")) {
        arguments.addAll(List.of("-o", safe));
      }
      assertThat(run(arguments.toArray(new String[0])).exit()).as(command).isEqualTo(3);
      writeEntry();
      Run run = run(arguments.toArray(new String[0]));
      assertThat(run.exit()).as(command + run.err()).isZero();
      assertThat(run.err()).contains("gone.zip: does not exist");
      assertThat(folder.resolve("entry.txt").toFile().delete()).isTrue();
    }
  }

  private void writeEntry() {
    try {
      write(
          "entry.txt",
          "Timestamp: 2026-11-23T12:00:00.0000000Z\r\n\r\nPOST https://demo.docusign.net"
              + PATH
              + "\r\nAccept: */*\r\n\r\n201 Created\r\n\r\nContent-Type: application/json\r\n\r\n{}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
