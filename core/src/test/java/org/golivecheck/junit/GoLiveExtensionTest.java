package org.golivecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.golivecheck.config.Keys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class GoLiveExtensionTest {
  private static final Path REPORTS = Path.of(RecordedClasses.REPORTS);

  @BeforeAll
  static void removeReports() throws IOException {
    if (Files.isDirectory(REPORTS)) {
      try (Stream<Path> files = Files.list(REPORTS)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void aClassPassesWhoseCallsDoIncludingThoseOfCleaningUp() throws IOException {
    assertPasses(RecordedClasses.Passes.class);

    assertThat(REPORTS.resolve("passes.json"))
        .content()
        .contains("\"verdict\": \"PASS\"", "\"name\": \"Passes\"", "\"series\"");
    assertThat(REPORTS.resolve("passes.xml")).content().contains("<testsuite");
    try (Stream<Path> files = Files.list(REPORTS)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  @Test
  void classesThatShareAClientAreJudgedEachByItsOwnCalls() {
    assertPasses(RecordedClasses.SharesFirst.class);
    assertPasses(RecordedClasses.SharesSecond.class);
  }

  @Test
  void aRecorderThatIsSetTooLateIsRefusedWithWhatToDo() {
    assertThat(failure(RecordedClasses.SetsTheFieldTooLate.class))
        .hasMessageContaining("SetsTheFieldTooLate.recorder is null")
        .hasMessageContaining("static final CallRecorder recorder = new CallRecorder();")
        .hasMessageContaining("as a parameter of @BeforeAll");
  }

  @Test
  void aClassThatPollsFailsWithReasonsAndItsReport() {
    String message = failure(RecordedClasses.Polls.class).getMessage();

    Path report = REPORTS.resolve(RecordedClasses.Polls.class.getName() + ".md");
    assertThat(message)
        .startsWith(
            """
            The calls of org.golivecheck.junit.RecordedClasses$Polls would not pass:

            FAIL  classic profile: these calls would likely fail the review of the newest 20 calls.
            FAIL by the rules since October 2025, which count no calls (current profile).

            Why
              PL-001\
            """)
        .contains("To do:  Let DocuSign notify you of changes")
        .endsWith("\nReport: " + report.toAbsolutePath());
    assertThat(report).content().contains("PL-001");
  }

  @Test
  void whatIsExceptedFailsNothing() {
    assertPasses(RecordedClasses.FailsAsKnown.class);
    assertThat(failure(RecordedClasses.FailsUnlikeKnown.class))
        .hasMessageContaining("INVALID_REQUEST_BODY")
        .hasMessageNotContaining("ERROR  GL-001");
  }

  @Test
  void theProfileAndTheLevelDecide() {
    assertPasses(RecordedClasses.PassesCurrent.class);
    assertThat(failure(RecordedClasses.FailsOnWarning.class))
        .hasMessageContaining("RecordedClasses$FailsOnWarning pass, but not with failOn = WARNING:")
        .hasMessageContaining("WARNING  ER-validation");
  }

  @Test
  void aClassThatNeverFailsStillReports() {
    assertPasses(RecordedClasses.OnlyReports.class);

    assertThat(REPORTS.resolve("never.txt")).content().startsWith("FAIL  classic profile");
  }

  @Test
  void aRunWithoutAnyRecordedCallFailsAndSaysWhatToDo() {
    assertThat(failure(RecordedClasses.RecordsNothing.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "No call was recorded in org.golivecheck.junit.RecordedClasses$RecordsNothing, so")
        .hasMessageContaining("register(new RecordingClientFilter(recorder))");
    assertThat(failure(RecordedClasses.GetsNoAnswer.class))
        .hasMessageContaining("$GetsNoAnswer: 1 of its requests got no response");
  }

  @Test
  void testsWithoutCallAreCountedWhereOthersMakeSome() {
    assertPasses(RecordedClasses.ReplacesItsClient.class);

    assertThat(REPORTS.resolve("replaces.txt")).content().contains("Tests without a call: 3 of 4");
  }

  @Test
  void aCallAfterItsClassFailsWhatRunsNext() throws InterruptedException {
    assertPasses(RecordedClasses.CallsTooLate.class);
    Thread late = RecordedClasses.CallsTooLate.LATE[0];
    late.start();
    late.join();

    assertThat(failure(RecordedClasses.CallsAfterAnother.class))
        .hasMessageStartingWith("1 call belongs to no test class");
  }

  @Test
  void callsOfWhichNoneCountsFailWhateverIsExcepted() {
    assertThat(failure(RecordedClasses.CallsOtherApis.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("No call in this log counts for the review: 20 other-api")
        .hasMessageContaining("GL-012")
        .hasMessageContaining("Paths of eSignature begin with /restapi/v2.1/");
  }

  @Test
  void eachAccountIsJudgedByItselfIfAskedFor() {
    assertThat(failure(RecordedClasses.JudgesEachAccount.class))
        .hasMessageContaining("Calls of account 5f2c9b1e-0000-4000-8000-000000000002: Only 1 call");
    assertThat(REPORTS.resolve("accounts.json")).content().contains("\"each\": \"account\"");
  }

  @Test
  void aClassWhoseTestsAreDisabledOrAbortedIsNotJudged() {
    assertPasses(RecordedClasses.RunsNothing.class);
  }

  @Test
  void twoClassesDoNotWriteOneReport() {
    EngineExecutionResults run =
        run(RecordedClasses.SharesReport.class, RecordedClasses.SharesReportToo.class);

    assertThat(failures(run))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("write one report")
                    .hasMessageContaining("put {class} into the name"));
  }

  @Test
  void wrongSettingsAreSaidBeforeTheTests() {
    for (Class<?> type :
        List.of(RecordedClasses.WrongReport.class, RecordedClasses.WrongException.class)) {
      EngineExecutionResults run = run(type);

      run.testEvents().assertStatistics(stats -> stats.started(0));
      assertThat(failures(run)).singleElement().isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(failure(RecordedClasses.WrongReport.class))
        .hasMessage(
            "@GoLive(report = \"target/golive-extension-test/report.doc\"): the ending of the name"
                + " is not that of a format. Use one of: .csv, .htm, .html, .json, .md, .ndjson,"
                + " .sarif, .txt, .xml");
    assertThat(failure(RecordedClasses.NoSettings.class)).hasMessageContaining("has no @GoLive");
  }

  @Test
  void aReportThatCannotBeWrittenFails() {
    assertThat(failure(RecordedClasses.UnwritableReport.class))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write the report to ")
        .hasMessageContaining("pom.xml");
  }

  @Test
  void aRecorderOfTheClassIsUsedAndItsCallsAreAppended() throws IOException {
    assertPasses(RecordedClasses.OwnRecorder.class);
    assertPasses(RecordedClasses.OwnRecorder.class);

    assertThat(Files.readAllLines(REPORTS.resolve("calls.ndjson")))
        .hasSize(40)
        .allMatch(line -> line.contains("2026-11-02T09:30:00Z"));
  }

  @Test
  void nestedClassesShareARecorderUnlessTheyHaveTheirOwn() {
    assertPasses(RecordedClasses.Outer.class);

    assertThat(REPORTS.resolve("outer.json")).content().contains("\"total\": 20");
    assertThat(REPORTS.resolve("apart.json")).content().contains("\"total\": 21");
  }

  @Test
  void aConstructorGetsTheRecorderToo() {
    assertPasses(RecordedClasses.TakesItInConstructor.class);
  }

  @Test
  void classesThatRunAtOnceAreJudgedApart() {
    EngineExecutionResults run =
        EngineTestKit.engine("junit-jupiter")
            .selectors(
                selectClass(RecordedClasses.Parallel1.class),
                selectClass(RecordedClasses.Parallel2.class),
                selectClass(RecordedClasses.Parallel3.class))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
            .execute();

    run.containerEvents()
        .failed()
        .assertEventsMatchExactly(
            event(
                container(RecordedClasses.Parallel3.class),
                finishedWithFailure(instanceOf(AssertionError.class))));
    assertThat(REPORTS.resolve(RecordedClasses.Parallel1.class.getName() + ".json"))
        .content()
        .contains("\"total\": 20");
    assertThat(REPORTS.resolve(RecordedClasses.Parallel3.class.getName() + ".json"))
        .content()
        .contains("\"total\": 22", "PL-001");
  }

  @Test
  void aClassFollowsTheConfiguration() throws IOException {
    configure("suppressions: [{rule: GL-001, reason: Test classes are small.}]");
    assertPasses(RecordedClasses.SmallAsConfigured.class);
    assertThat(failure(RecordedClasses.PollsAsConfigured.class))
        .hasMessageContaining("FAIL  classic profile")
        .hasMessageContaining("PL-001");

    configure("profile: strict", "fail-on: never");
    assertPasses(RecordedClasses.PollsAsConfigured.class);

    configure("profile: current", "thresholds: {polling-interval: 1s}");
    assertThat(failure(RecordedClasses.PollsAsConfigured.class))
        .hasMessageContaining("FAIL  current profile");

    configure("profile: current", "each: account");
    assertThat(failure(RecordedClasses.PollsAsConfigured.class))
        .hasMessageContaining("Each judged by itself, 1 account: 1 FAIL");
  }

  @Test
  void theBaselineOfTheConfigurationIsBesideIt() throws IOException {
    configure("profile: current", "baseline: known.json");
    Files.writeString(
        REPORTS.resolve("known.json"),
        """
        {"schemaVersion": 1, "findings": [{"maxCount": 1, "fingerprint":
        "PL-001 /restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}"}]}
        """);
    assertPasses(RecordedClasses.PollsAsConfigured.class);

    Files.delete(REPORTS.resolve("known.json"));
    assertThat(failure(RecordedClasses.PollsAsConfigured.class))
        .hasMessageContaining("there is no baseline");
  }

  @Test
  void attributesTakePrecedenceOverTheConfiguration() throws IOException {
    configure("profile: strict");
    assertPasses(RecordedClasses.PollsUnlikeConfigured.class);
  }

  @Test
  void aClassCanDoWithoutConfiguration() {
    assertThat(failure(RecordedClasses.SmallWithoutConfiguration.class))
        .hasMessageContaining("GL-001");
  }

  @Test
  void aConfigurationThatIsMissingOrWrongIsAnError() throws IOException {
    assertThat(failure(RecordedClasses.MissesConfiguration.class))
        .hasMessageContaining("there is no configuration file target");
    configure("profil: strict");
    assertThat(failure(RecordedClasses.SmallAsConfigured.class))
        .hasMessageContaining("team.yml, line 1, column 1: unknown key 'profil'");
  }

  @Test
  void byDefaultTheFileOfTheProjectIsRead(@TempDir Path project) throws Exception {
    Files.writeString(project.resolve(".golive-check.yml"), "profile: strict");
    Path module = Files.createDirectories(project.resolve("a/b"));
    GoLive byDefault = RecordedClasses.RecordsNothing.class.getAnnotation(GoLive.class);

    assertThat(RecordedClass.configuration(byDefault, module).value(Keys.PROFILE))
        .isEqualTo("strict");
  }

  @Test
  void aFileThatMayNotBeReadByDefaultCanBeNamed(@TempDir Path project) throws Exception {
    Path file = Files.writeString(project.resolve(".golive-check.yml"), "profile: strict");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    GoLive byDefault = RecordedClasses.RecordsNothing.class.getAnnotation(GoLive.class);

    assertThatThrownBy(() -> RecordedClass.configuration(byDefault, project))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("to use it give @GoLive(config) with " + file);
  }

  private static void configure(String... lines) throws IOException {
    Files.createDirectories(REPORTS);
    Files.writeString(Path.of(RecordedClasses.TEAM), String.join("\n", lines));
  }

  private static EngineExecutionResults run(Class<?>... types) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(
            Stream.of(types).map(type -> selectClass(type)).toArray(DiscoverySelector[]::new))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
        .execute();
  }

  private static void assertPasses(Class<?> type) {
    assertThat(failures(run(type))).isEmpty();
  }

  private static Throwable failure(Class<?> type) {
    List<Throwable> failures = failures(run(type));
    assertThat(failures).hasSize(1);
    return failures.get(0);
  }

  private static List<Throwable> failures(EngineExecutionResults run) {
    return run.allEvents().failed().stream()
        .map(Event::getPayload)
        .flatMap(Optional::stream)
        .map(TestExecutionResult.class::cast)
        .map(TestExecutionResult::getThrowable)
        .flatMap(Optional::stream)
        .toList();
  }
}
