package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.golivecheck.cli.Reports;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.rule.ReviewSettings.Traffic;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckCommandTest {
  private final Shell shell = new Shell();

  @Test
  void seriesAreMadeOnlyForReportsThatShowThem() {
    shell.run("-r", "text", "logs.zip");
    assertThat(shell.engine.asked().series()).isFalse();

    shell.run("-r", "json", "logs.zip");
    assertThat(shell.engine.asked().series()).isTrue();
  }

  @Nested
  final class ExitCodes {
    @ParameterizedTest
    @CsvSource({
      "PASS,       ,        error,   0",
      "PASS,       WARNING, error,   0",
      "PASS,       WARNING, warning, 1",
      "PASS,       WARNING, info,    1",
      "PASS,       INFO,    warning, 0",
      "PASS,       INFO,    info,    1",
      "PASS,       ERROR,   error,   1",
      "PASS,       ERROR,   never,   0",
      "FAIL,       ,        error,   1",
      "FAIL,       ERROR,   warning, 1",
      "FAIL,       ERROR,   never,   0",
      "NO_VERDICT, ,        error,   3",
      "NO_VERDICT, WARNING, warning, 3",
      "NO_VERDICT, ERROR,   never,   3",
    })
    void followVerdictAndFindings(Verdict verdict, Severity worst, String failOn, int exit) {
      Reports report = Reports.of(verdict);
      if (worst != null) {
        report.finding(worst);
      }
      shell.engine.report = report.build();

      assertThat(shell.run("--fail-on", failOn, "logs.zip").exit()).isEqualTo(exit);
    }

    @Test
    void failAtErrorsByDefault() {
      shell.engine.report = Reports.of(Verdict.PASS).finding(Severity.WARNING).build();
      assertThat(shell.run("logs.zip").exit()).isZero();

      shell.engine.report = Reports.of(Verdict.FAIL).finding(Severity.ERROR).build();
      assertThat(shell.run("logs.zip").exit()).isEqualTo(1);
    }

    @Test
    void unreadableInputWinsOverFail() {
      shell.engine.report =
          Reports.of(Verdict.FAIL)
              .finding(Severity.ERROR)
              .problem(ProblemCode.UNREADABLE_INPUT, "gone.zip", "there is no such file")
              .build();

      Result result = shell.run("logs.zip", "gone.zip");

      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.out()).startsWith("text says FAIL");
      assertThat(result.err())
          .isEqualTo("golive-check: cannot read gone.zip: there is no such file\n");
    }

    @Test
    void otherProblemsChangeNothing() {
      shell.engine.report =
          Reports.of(Verdict.PASS).problem(ProblemCode.DAMAGED_ENTRY, "a.zip!1.txt", "bad").build();

      assertThat(shell.run("a.zip").exit()).isZero();
    }

    @Test
    void allowEmptyExcusesLogsWithoutEntries() {
      shell.engine.report = Reports.of(Verdict.NO_VERDICT).withoutEntries().build();

      assertThat(shell.run("logs.zip").exit()).isEqualTo(3);
      assertThat(shell.run("--allow-empty", "logs.zip").exit()).isZero();
    }

    @Test
    void allowEmptyExcusesNeitherUnreadEntriesNorMissingInputs() {
      shell.engine.report = Reports.of(Verdict.NO_VERDICT).build();
      assertThat(shell.run("--allow-empty", "logs.zip").exit()).isEqualTo(3);

      shell.engine.report =
          Reports.of(Verdict.NO_VERDICT)
              .withoutEntries()
              .problem(ProblemCode.UNREADABLE_INPUT, "logs.zip", "gone")
              .build();
      assertThat(shell.run("--allow-empty", "logs.zip").exit()).isEqualTo(3);
    }

    @Test
    void internalErrorIsOnePlainLine() {
      shell.engine.failure = new IllegalStateException("eyJhbGciOi.secret");

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
      shell.engine.failure = new OutOfMemoryError("Java heap space");

      Result result = shell.run("logs.zip");

      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .isEqualTo("golive-check: out of memory; allow more by GOLIVE_CHECK_OPTS=-Xmx2g\n");
    }

    @Test
    void internalErrorShowsItsTraceToWhoAsks() {
      shell.engine.failure = new IllegalStateException("why");
      shell.environment = new Environment(Map.of("GOLIVE_CHECK_DEBUG", "1"), false, false, 0);

      assertThat(shell.run("logs.zip").err()).contains("IllegalStateException: why", "\tat ");
    }
  }

  @Nested
  final class Settings {
    @Test
    void areTheDefaultsWithoutOptions() {
      shell.run("a.zip", "-", "logs/*.txt");

      LogRequest asked = shell.engine.asked();
      assertThat(asked.inputs()).containsExactly("a.zip", "-", "logs/*.txt");
      assertThat(asked.settings()).isEqualTo(ReviewSettings.DEFAULT);
      assertThat(asked.format()).isEqualTo(FormatOptions.NONE);
      assertThat(asked.limits()).isEqualTo(ReadLimits.DEFAULT);
      assertThat(asked.redact()).isTrue();
      assertThat(asked.threads()).isZero();
    }

    @Test
    void takeEveryOption() {
      shell.run(
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

      LogRequest asked = shell.engine.asked();
      assertThat(asked.settings())
          .isEqualTo(
              new ReviewSettings(
                  Profile.STRICT,
                  Instant.parse("2026-11-24T00:00:00Z"),
                  Instant.parse("2026-11-23T00:00:00Z"),
                  Instant.parse("2026-11-23T10:00:00Z"),
                  "a1",
                  "u1",
                  "h1"));
      assertThat(asked.limits().maxRatio()).isEqualTo(50);
      assertThat(asked.limits().maxEntryBytes()).isEqualTo(2048);
      assertThat(asked.threads()).isEqualTo(3);
    }

    @Test
    void tellOfFormatsWhatLogsCannot() {
      shell.run(
          "--input-format=Request-Log",
          "--map=traceToken=trace",
          "--map",
          "url=req.url=raw",
          "--zone=Europe/Paris",
          "--log-format=$request $status",
          "a.log");

      assertThat(shell.engine.asked().format())
          .isEqualTo(
              new FormatOptions(
                  "request-log",
                  ZoneId.of("Europe/Paris"),
                  Map.of("trace-token", "trace", "url", "req.url=raw"),
                  "$request $status"));
    }

    @Test
    void tellTheTrafficOfTheIntegrationFromOther() {
      shell.run(
          "--gateway-host=Esign.Example.com",
          "--gateway-host=[::7]",
          "--integration-key= K1 ",
          "--account-alias=123=ABC",
          "--account-alias=124=ABC",
          "a.log");

      assertThat(shell.engine.asked().settings().traffic())
          .isEqualTo(
              new Traffic(
                  Set.of("esign.example.com", "[::7]"), Map.of("123", "abc", "124", "abc"), "K1"));
    }

    @Test
    void noRedactWarns() {
      Result result = shell.run("--no-redact", "a.zip");

      assertThat(shell.engine.asked().redact()).isFalse();
      assertThat(result.err()).startsWith("golive-check: warning: --no-redact");
    }

    @Test
    void checkCanBeNamed() {
      assertThat(shell.run("check", "--profile", "current", "a.zip").exit()).isZero();
      assertThat(shell.engine.asked().settings().profile()).isEqualTo(Profile.CURRENT);
    }

    @Test
    void doubleDashEndsTheOptions() {
      shell.run("-q", "--", "-r", "--help");

      assertThat(shell.engine.asked().inputs()).isEqualTo(List.of("-r", "--help"));
    }
  }

  @Nested
  final class Verbosity {
    @Test
    void quietPrintsNothingButTheReport() {
      shell.engine.report =
          Reports.of(Verdict.FAIL)
              .problem(ProblemCode.UNREADABLE_INPUT, "gone.zip", "there is no such file")
              .build();

      Result result = shell.run("-q", "--no-redact", "logs.zip");

      assertThat(result.err()).isEmpty();
      assertThat(result.out()).contains("detail=QUIET");
    }

    @Test
    void verboseTellsWhatWasRead() {
      Result result = shell.run("-v", "logs.zip");

      assertThat(result.err()).isEqualTo("golive-check: read logs.zip: 20 calls in 20 entries\n");
      assertThat(result.out()).contains("detail=VERBOSE");
    }

    @Test
    void nothingIsToldByDefault() {
      assertThat(shell.run("logs.zip").err()).isEmpty();
    }
  }

  @Nested
  final class Colour {
    private static final String COLOURED = "color=true";

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
          new Environment(Map.of("NO_COLOR", noColor, "TERM", term), terminal, false, 100);

      Result result = shell.run("--color", when, "logs.zip");

      assertThat(result.out().contains(COLOURED)).isEqualTo(colored);
      assertThat(result.out()).contains("width=100");
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
    assertThat(result.err()).contains("'frobnicate'. The commands are check, calls, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chek.zip", "./chek", "logs/chek", "logs\\chek", "chek*", "-"})
  void aFirstWordThatLooksLikeAFileIsAnInput(String word) {
    shell.run(word);

    assertThat(shell.engine.asked().inputs()).containsExactly(word);
  }

  @Test
  void afterTheNameOfTheCommandAnyWordIsAnInput() {
    shell.run("check", "chek");

    assertThat(shell.engine.asked().inputs()).containsExactly("chek");
  }

  @Test
  void commandAfterOptionsIsHintedAt() {
    assertThat(shell.run("-v", "calls", "logs.zip").err())
        .startsWith("golive-check: there is no file 'calls'; the command calls must come first\n");
  }
}
