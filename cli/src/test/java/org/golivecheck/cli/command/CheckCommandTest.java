package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.TestLog;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.rule.ReviewSettings.Traffic;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckCommandTest {
  private final Shell shell = new Shell();

  @TempDir Path folder;

  @Test
  void seriesAreMadeOnlyForReportsThatShowThem() {
    Path text = folder.resolve("r.txt");
    Path json = folder.resolve("r.json");

    shell.run("-r", "text=" + text, "-r", "json=" + json, "logs.zip");
    assertThat(json).content().contains("\"series\"");
    assertThat(text).content().doesNotContain("series");
  }

  @Test
  void eachInputHasAVerdictInAnOverviewBeforeTheDetails() throws IOException {
    Path polls = Files.write(folder.resolve("polls.zip"), TestLog.polling(1).zip());

    Result result = shell.run("--each", "input", "logs.zip", polls.toString());

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("FAIL  classic profile")
        .containsSubsequence(
            "Each judged by itself, 2 inputs: 1 FAIL, 1 PASS\n",
            "  FAIL  ",
            "polls.zip",
            "  PASS  ",
            "logs.zip",
            "calls countable",
            "Why\n  PL-001  Calls in ",
            "Findings");
    assertThat(shell.run("--each", "input", "logs.zip").exit()).isZero();
    assertThat(shell.run("--each", "input", "-r", "json", "logs.zip").out())
        .contains("\"each\": \"input\"", "\"parts\": [", "\"name\": \"logs.zip\"");
  }

  @Test
  void aFolderStandsForItsDirectChildrenAsInputs() throws IOException {
    Path customers = folder.resolve("customers");
    Files.createDirectories(customers.resolve("b/nights"));
    Files.write(customers.resolve("a.zip"), TestLog.clean().zip());
    Files.write(customers.resolve("b/nights/1.zip"), TestLog.polling(1).zip());
    Files.writeString(customers.resolve("README.md"), "# Notes\n\nNo log.\n");

    JsonNode report =
        new ObjectMapper()
            .readTree(shell.run("--each", "input", "-r", "json", customers.toString()).out());

    assertThat(report.path("parts")).hasSize(2);
    assertThat(report.at("/parts/0/name").asText())
        .isEqualTo(customers.resolve("a.zip").toString());
    assertThat(report.at("/parts/1/name").asText()).isEqualTo(customers.resolve("b").toString());
    assertThat(report.at("/parts/0/verdict").asText()).isEqualTo("PASS");
    assertThat(report.at("/parts/1/verdict").asText()).isEqualTo("FAIL");
  }

  @Nested
  final class ExitCodes {
    @ParameterizedTest
    @CsvSource({
      "clean,   error,   0",
      "clean,   warning, 0",
      "clean,   info,    0",
      "warned,  error,   0",
      "warned,  warning, 1",
      "warned,  info,    1",
      "warned,  never,   0",
      "polling, error,   1",
      "polling, warning, 1",
      "polling, never,   0",
      "empty,   error,   3",
      "empty,   never,   3",
    })
    void followVerdictAndFindings(String log, String failOn, int exit) {
      shell.log =
          switch (log) {
            case "clean" -> TestLog.clean();
            case "warned" -> TestLog.warned();
            case "polling" -> TestLog.polling(1);
            default -> TestLog.empty();
          };

      assertThat(shell.run("--fail-on", failOn, "logs.zip").exit()).isEqualTo(exit);
    }

    @Test
    void failAtErrorsByDefault() {
      shell.log = TestLog.warned();
      assertThat(shell.run("logs.zip").exit()).isZero();

      shell.log = TestLog.polling(1);
      assertThat(shell.run("logs.zip").exit()).isEqualTo(1);
    }

    @Test
    void unreadableInputWinsOverFail() {
      shell.log = TestLog.polling(1);

      Result result = shell.run("logs.zip", "gone.zip");

      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.out()).startsWith("FAIL  classic profile");
      assertThat(result.err())
          .isEqualTo("golive-check: cannot read gone.zip: does not exist; check the name\n");
    }

    @Test
    void otherProblemsChangeNothing() {
      List<String> entries = new ArrayList<>(TestLog.clean().entries());
      entries.add("{\"timestamp\":\"yesterday\"");
      shell.log = new TestLog(entries);

      assertThat(shell.run("logs.zip"))
          .extracting(Result::exit, Result::err)
          .containsExactly(0, "");
    }

    @Test
    void allowEmptyExcusesLogsWithoutEntries() {
      shell.log = TestLog.empty();

      assertThat(shell.run("logs.zip").exit()).isEqualTo(3);
      assertThat(shell.run("--allow-empty", "logs.zip").exit()).isZero();
    }

    @Test
    void allowEmptyExcusesNeitherUnreadEntriesNorMissingInputs() {
      shell.log = TestLog.of("no call");
      assertThat(shell.run("--allow-empty", "logs.zip").exit()).isEqualTo(3);

      shell.log = TestLog.empty();
      assertThat(shell.run("--allow-empty", "logs.zip", "gone.zip").exit()).isEqualTo(3);
    }

    @Test
    void internalErrorIsOnePlainLine() {
      shell.out = failing(new IllegalStateException("eyJhbGciOi.secret"));

      Result result = shell.run("logs.zip");

      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .isEqualTo(
              "golive-check: internal error (IllegalStateException); please report it, with what"
                  + " GOLIVE_CHECK_DEBUG=1 shows\n");
    }

    @Test
    void outOfMemoryIsOnePlainLine() {
      shell.out = failing(new OutOfMemoryError("Java heap space"));

      Result result = shell.run("logs.zip");

      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .isEqualTo("golive-check: out of memory; allow more by GOLIVE_CHECK_OPTS=-Xmx2g\n");
    }

    @Test
    void internalErrorShowsItsTraceToWhoAsks() {
      shell.out = failing(new IllegalStateException("why"));
      shell.environment = new Environment(Map.of("GOLIVE_CHECK_DEBUG", "1"), false, false, 0, null);

      assertThat(shell.run("logs.zip").err()).contains("IllegalStateException: why", "\tat ");
    }
  }

  private static OutputStream failing(Throwable failure) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        if (failure instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) failure;
      }
    };
  }

  @Nested
  final class Settings {
    @Test
    void areTheDefaultsWithoutOptions() {
      LogRequest asked = shell.asked("a.zip", "-", "logs/*.txt");
      assertThat(asked.inputs()).containsExactly("a.zip", "-", "logs/*.txt");
      assertThat(asked.settings()).isEqualTo(ReviewSettings.DEFAULT);
      assertThat(asked.format()).isEqualTo(FormatOptions.NONE);
      assertThat(asked.limits()).isEqualTo(ReadLimits.DEFAULT);
      assertThat(asked.redact()).isTrue();
      assertThat(asked.threads()).isZero();
    }

    @Test
    void takeEveryOption() {
      LogRequest asked =
          shell.asked(
              "--profile=STRICT",
              "--as-of=2026-11-24T00:00:00Z",
              "--since",
              "2026-11-23",
              "--until",
              "2026-11-23T12:00:00+02:00",
              "--account=a1",
              "--user=u1",
              "--host=h1",
              "--threads=3",
              "--limit=ratio=50",
              "--limit",
              "entry-bytes=2k",
              "a.zip");

      assertThat(asked.settings())
          .isEqualTo(
              ReviewSettings.of(Profile.STRICT)
                  .withAsOf(Instant.parse("2026-11-24T00:00:00Z"))
                  .withSince(Instant.parse("2026-11-23T00:00:00Z"))
                  .withUntil(Instant.parse("2026-11-23T10:00:00Z"))
                  .withAccount("a1")
                  .withUser("u1")
                  .withHost("h1"));
      assertThat(asked.limits().maxRatio()).isEqualTo(50);
      assertThat(asked.limits().maxEntryBytes()).isEqualTo(2048);
      assertThat(asked.threads()).isEqualTo(3);
    }

    @Test
    void tellOfFormatsWhatLogsCannot() {
      LogRequest asked =
          shell.asked(
              "--input-format=Request-Log",
              "--map=traceToken=trace",
              "--map",
              "url=req.url=raw",
              "--zone=Europe/Paris",
              "--log-format=$request $status",
              "a.log");

      assertThat(asked.format())
          .isEqualTo(
              new FormatOptions(
                  "request-log",
                  ZoneId.of("Europe/Paris"),
                  Map.of("trace-token", "trace", "url", "req.url=raw"),
                  "$request $status"));
    }

    @Test
    void tellTheTrafficOfTheIntegrationFromOther() {
      LogRequest asked =
          shell.asked(
              "--gateway-host=Esign.Example.com",
              "--gateway-host=[::7]",
              "--integration-key= K1 ",
              "--account-alias=123=ABC",
              "--account-alias=124=ABC",
              "a.log");

      assertThat(asked.settings().traffic())
          .isEqualTo(
              new Traffic(
                  Set.of("esign.example.com", "[::7]"), Map.of("123", "abc", "124", "abc"), "K1"));
    }

    @Test
    void noRedactWarns() {
      assertThat(shell.asked("--no-redact", "logs.zip").redact()).isFalse();
      assertThat(shell.run("--no-redact", "logs.zip").err())
          .startsWith("golive-check: warning: --no-redact");
    }

    @Test
    void checkCanBeNamed() {
      assertThat(shell.run("check", "--profile", "current", "logs.zip"))
          .extracting(Result::exit, Result::err)
          .containsExactly(0, "");
    }

    @Test
    void doubleDashEndsTheOptions() {
      assertThat(shell.asked("-q", "--", "-r", "--help").inputs())
          .isEqualTo(List.of("-r", "--help"));
    }
  }

  @Nested
  final class Verbosity {
    @Test
    void quietPrintsTheWholeReportAndNothingElse() {
      Result result = shell.run("-q", "--no-redact", "logs.zip", "gone.zip");

      assertThat(result.err()).isEmpty();
      assertThat(result.out()).isEqualTo(shell.run("--no-redact", "logs.zip", "gone.zip").out());
    }

    @Test
    void verboseTellsWhatWasRead() {
      Result result = shell.run("-v", "logs.zip");

      assertThat(result.err()).isEqualTo("golive-check: read logs.zip: 20 calls in 20 entries\n");
    }

    @Test
    void nothingIsToldByDefault() {
      assertThat(shell.run("logs.zip").err()).isEmpty();
    }
  }

  @Nested
  final class Colour {
    private static final String COLOURED = "\u001b[";

    @ParameterizedTest
    @CsvSource({
      "true,  '',  xterm, auto,   true",
      "true,  1,   xterm, auto,   false",
      "true,  '',  dumb,  auto,   false",
      "false, '',  xterm, auto,   false",
      "false, 1,   dumb,  always, true",
      "true,  '',  xterm, never,  false",
    })
    void dependsOnTerminalEnvironmentAndOption(
        boolean terminal, String noColor, String term, String when, boolean colored) {
      shell.environment =
          new Environment(Map.of("NO_COLOR", noColor, "TERM", term), terminal, false, 100, null);

      Result result = shell.run("--color", when, "logs.zip");

      assertThat(result.out().contains(COLOURED)).isEqualTo(colored);
    }
  }

  @ParameterizedTest
  @CsvSource({"chek, check", "explian, explain", "Calls, calls"})
  void aFirstWordThatIsNoFileIsTakenForAMistypedCommand(String word, String meant) {
    Result result = shell.run(word, "logs.zip");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .startsWith(
            "golive-check: there is neither a command nor a file '"
                + word
                + "'. Did you mean "
                + meant
                + "?\n");
  }

  @Test
  void aFirstWordLikeNoCommandIsAnsweredByAllOfThem() {
    Result result = shell.run("frobnicate");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("'frobnicate'. The commands are check, open, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chek.zip", "./chek", "logs/chek", "logs\\chek", "chek*", "-"})
  void aFirstWordThatLooksLikeAFileIsAnInput(String word) {
    assertThat(shell.run(word).exit()).isEqualTo(3);
  }

  @Test
  void afterTheNameOfTheCommandAnyWordIsAnInput() {
    assertThat(shell.run("check", "chek").err()).startsWith("golive-check: cannot read chek: ");
  }

  @Test
  void commandAfterOptionsIsHintedAt() {
    assertThat(shell.run("-v", "calls", "logs.zip").err())
        .startsWith("golive-check: there is no file 'calls'; the command calls must come first\n");
  }
}
