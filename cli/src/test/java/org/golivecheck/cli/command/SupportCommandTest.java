package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.golivecheck.cli.Main;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.console.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command on the library itself and a sample, and its usage on a fake. */
final class SupportCommandTest {
  private static final Path SAMPLES = Path.of("../samples/logs");
  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  @TempDir private Path folder;

  private Result support(String... arguments) {
    return run("support", arguments);
  }

  private static Result run(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of(arguments));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            line.toArray(new String[0]),
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Environment.NONE);
    return new Result(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private Map<String, byte[]> caseOf(String sample, String... options) throws IOException {
    Path file = folder.resolve("case.zip");
    List<String> arguments =
        new ArrayList<>(List.of(SAMPLES.resolve(sample).toString(), "-o", file.toString()));
    arguments.addAll(List.of(options));

    Result result = support(arguments.toArray(new String[0]));

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).isEmpty();
    return entries(Files.readAllBytes(file));
  }

  private static String text(Map<String, byte[]> entries, String name) {
    return new String(entries.get(name), StandardCharsets.UTF_8);
  }

  @Test
  void writesALetterToEverybodyWhoHasToActInTheOrderInWhichToAsk() throws IOException {
    Map<String, byte[]> entries = caseOf("permission-errors.zip");

    assertThat(entries.keySet())
        .startsWith("README.txt", "1-account-administrator.txt", "2-docusign-support.txt")
        .contains("report.txt", "report.html", "report.json")
        .endsWith("logs.zip")
        .noneMatch(name -> name.contains("integration-provider"));
    assertThat(text(entries, "README.txt"))
        .containsSubsequence("1-account-administrator.txt", "2-docusign-support.txt", "logs.zip");
    assertThat(text(entries, "1-account-administrator.txt"))
        .contains("Subject: [Demo] USER_LACKS_PERMISSIONS on Envelopes:create (3 calls)")
        .contains("Environment: Demo (demo.docusign.net)")
        .contains("Third-party engineer to contact: [fill in: ")
        .contains("2026-10-05T09:15:00.123Z  400  8105626f-750f-3f86-8d13-0d37a97930a1")
        .doesNotContain("ACCOUNT_LACKS_PERMISSIONS");
    assertThat(text(entries, "2-docusign-support.txt"))
        .contains("ACCOUNT_LACKS_PERMISSIONS on Connect:createConfiguration (1 call)")
        .contains("Connect not enabled for account");
  }

  @Test
  void writesToTheProviderOfAnIntegrationThatPolls() throws IOException {
    Map<String, byte[]> entries = caseOf("polls-every-minute.zip");

    assertThat(text(entries, "1-integration-provider.txt"))
        .contains("Envelope resource polled on Envelopes:get (11 calls)")
        .contains("Expected: the calls keep the rules of the Go-Live review")
        .contains("and 1 more")
        .doesNotContain("Third-party engineer");
  }

  @Test
  void itsReportHasTheCharts() throws IOException {
    assertThat(text(caseOf("polls-every-minute.zip"), "report.html")).contains("id=\"polling\"");
  }

  @Test
  void fillsInWhatTheConfigurationSays() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("golive.yml"),
            """
            integration-key: 3f2504e0-4f89-41d3-9a0c-0305e82c3301
            ready:
              account-id: 5f2c9b1e-0000-4000-8000-000000000001
              contact: Jo, ISV
              classification: third-party
            """);
    String letter =
        text(
            caseOf("permission-errors.zip", "--config", file.toString()), "2-docusign-support.txt");

    assertThat(letter)
        .contains("Account ID: 5f2c9b1e-0000-4000-8000-000000000001\n")
        .contains("Integration key: 3f2504e0-4f89-41d3-9a0c-0305e82c3301\n")
        .contains("Third-party engineer to contact: Jo, ISV\n")
        .contains("APIs & Development (For Developers | Technical Resources) > Third-Party")
        .doesNotContain("Docusign APIs");
  }

  @Test
  void namesBothRoutesWhereTheKindOfIntegrationIsUnknown() throws IOException {
    Map<String, byte[]> entries = caseOf("permission-errors.zip");

    assertThat(text(entries, "2-docusign-support.txt"))
        .contains("Open the case at: ", "Third-Party integrations", "Docusign APIs");
    assertThat(text(entries, "1-account-administrator.txt")).doesNotContain("Open the case at");
    assertThat(text(entries, "README.txt"))
        .contains("no control over the integration or the Go-Live review", "Docusign APIs");
  }

  @Test
  void containsTheChecklistOfTheRedactedLogs() throws IOException {
    assertThat(text(caseOf("polls-every-minute.zip"), "checklist.md"))
        .contains("- [x] **Developer account**", "- [ ] **Verdict on the calls**: not met");
  }

  @Test
  void fillsInWhatTheUserSays() throws IOException {
    Map<String, byte[]> entries =
        caseOf(
            "permission-errors.zip", "--contact", "Jo, ISV", "--expected", "The envelope is sent");

    assertThat(text(entries, "2-docusign-support.txt"))
        .contains("Third-party engineer to contact: Jo, ISV\n")
        .contains("Expected: The envelope is sent\n");
  }

  @Test
  void listsTheNewestCallsWhereNothingWasFound() throws IOException {
    Path clean = folder.resolve("clean.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(clean))) {
      for (Map.Entry<String, byte[]> entry :
          entries(Files.readAllBytes(SAMPLES.resolve("passes.zip"))).entrySet()) {
        if (new String(entry.getValue(), StandardCharsets.UTF_8).contains("POST https://")) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          zip.write(entry.getValue());
        }
      }
    }

    Map<String, byte[]> entries = caseOf(clean.toAbsolutePath().toString());

    assertThat(text(entries, "2-docusign-support.txt"))
        .contains("Seen: [fill in: what happened instead]")
        .containsPattern("Newest calls [^\\n]*\\n(  2026-[^\\n]*\\n){10}\\n");
  }

  @Test
  void speaksOfTheRedactedLogsAloneSoThatNoIdOfTheOriginalGetsOut() throws IOException {
    Path sample = SAMPLES.resolve("permission-errors.zip");
    Map<String, byte[]> entries = caseOf("permission-errors.zip");
    StringBuilder original = new StringBuilder();
    for (byte[] entry : entries(Files.readAllBytes(sample)).values()) {
      original.append(new String(entry, StandardCharsets.UTF_8));
    }
    List<String> accounts =
        original
            .toString()
            .lines()
            .filter(line -> line.startsWith("POST ") || line.startsWith("GET "))
            .flatMap(line -> GUID.matcher(line).results().map(match -> match.group()))
            .distinct()
            .toList();

    assertThat(accounts).isNotEmpty();
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      if (!entry.getKey().equals("logs.zip")) {
        assertThat(new String(entry.getValue(), StandardCharsets.UTF_8))
            .as(entry.getKey())
            .doesNotContain(accounts.stream().map(id -> id.substring(0, 8)).toList());
      }
    }
    for (byte[] entry : entries(entries.get("logs.zip")).values()) {
      assertThat(new String(entry, StandardCharsets.UTF_8)).doesNotContain(accounts);
    }
  }

  @Test
  void theAttachedLogsGiveTheVerdictOfTheAttachedReport() throws IOException {
    Map<String, byte[]> entries = caseOf("permission-errors.zip");
    Path logs = Files.write(folder.resolve("logs.zip"), entries.get("logs.zip"));

    Result again = run("check", logs.toString());

    assertThat(again.exit()).isEqualTo(1);
    assertThat(text(entries, "report.txt").lines().limit(30))
        .containsExactlyElementsOf(again.out().lines().limit(30).toList());
  }

  @Test
  void aSupportCaseIsReadAsTheLogsInIt() throws IOException {
    caseOf("permission-errors.zip");

    Result of = run("calls", folder.resolve("case.zip").toString(), "-r", "csv");
    Result logs = run("calls", SAMPLES.resolve("permission-errors.zip").toString(), "-r", "csv");

    assertThat(of.exit()).as(of.err()).isZero();
    assertThat(of.err()).isEmpty();
    assertThat(of.out().lines().count()).isEqualTo(logs.out().lines().count()).isGreaterThan(1);
  }

  @Test
  void writesNothingWhereNothingCanBeRead() throws IOException {
    Path log = Files.writeString(folder.resolve("x.txt"), "not a log");
    Path file = folder.resolve("case.zip");

    Result result = support(log.toString(), "-o", file.toString());

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("nothing was written");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"support logs.zip", "support -o case.zip", "support a.zip -o b --x"})
  void asksForWhatIsMissing(String line) {
    assertThat(new Shell().run(line.split(" ")).exit()).isEqualTo(2);
  }

  @Test
  void saysInEveryPartThatTheOriginalWasNotReadToItsEnd() throws IOException {
    byte[] whole = Files.readAllBytes(SAMPLES.resolve("passes.zip"));
    Path cut = folder.resolve("cut.zip");
    Files.write(cut, Arrays.copyOf(whole, whole.length * 9 / 10));
    Path file = folder.resolve("case.zip");

    Result result = support(cut.toString(), "-o", file.toString());

    assertThat(result.exit()).as(result.err()).isZero();
    Map<String, byte[]> entries = entries(Files.readAllBytes(file));
    assertThat(text(entries, "report.json")).contains("\"verdict\": \"NO_VERDICT\"");
    assertThat(text(entries, "report.txt")).contains("GL-000").contains("cut.zip");
    assertThat(entries.keySet())
        .filteredOn(name -> name.matches("[1-9]-.*txt"))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(text(entries, name)).contains("Not all was read: ").contains("cut.zip"));
  }
}
