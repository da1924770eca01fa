package org.golivecheck.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.golivecheck.call.Wildcard;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.TestLog;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.render.ReportFormatException;
import org.golivecheck.render.SavedReport;
import org.golivecheck.report.FindingState;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.ReviewSettings.Traffic;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.TrafficPattern;
import org.golivecheck.rule.error.CustomError;
import org.golivecheck.rule.error.ErrorCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code .golive-check.yml}, {@code --config} and the environment. */
final class ConfigurationTest {
  private final Shell shell = new Shell();
  private final Map<String, String> variables = new HashMap<>();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void at() {
    file = folder.resolve(".golive-check.yml");
  }

  private Result run(Path where, String... arguments) {
    shell.environment = new Environment(variables, false, false, 0, where);
    return shell.run(arguments);
  }

  private LogRequest asked(Path where, String... arguments) {
    shell.environment = new Environment(variables, false, false, 0, where);
    return shell.asked(arguments);
  }

  /** Returns the report that a run writes as JSON. */
  private GoLiveReport written() throws IOException {
    String json = run(folder, "-q", "-rjson", "logs.zip").out();
    try {
      return SavedReport.read(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), new Redactor());
    } catch (ReportFormatException e) {
      throw new AssertionError(e);
    }
  }

  private void write(String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private Profile profile(String... more) {
    String[] arguments = new String[more.length + 1];
    System.arraycopy(more, 0, arguments, 0, more.length);
    arguments[more.length] = "logs.zip";
    assertThat(run(folder, arguments).exit()).isZero();
    return shell.asked(arguments).settings().profile();
  }

  @Test
  void commandLineBeatsEnvironmentBeatsFileBeatsDefault() throws IOException {
    assertThat(profile()).isEqualTo(Profile.CLASSIC);
    write("profile: current");
    assertThat(profile()).isEqualTo(Profile.CURRENT);
    variables.put("GOLIVE_CHECK_PROFILE", "strict");
    assertThat(profile()).isEqualTo(Profile.STRICT);
    assertThat(profile("--profile=classic")).isEqualTo(Profile.CLASSIC);
    variables.put("GOLIVE_CHECK_PROFILE", "");
    assertThat(profile()).isEqualTo(Profile.CURRENT);
  }

  @Test
  void theNearestFileUpwardIsTaken() throws IOException {
    write("profile: current");
    Path deep = Files.createDirectories(folder.resolve("a/b/c"));

    assertThat(asked(deep, "logs.zip").settings().profile()).isEqualTo(Profile.CURRENT);

    Files.writeString(folder.resolve("a/.golive-check.yml"), "account: x");
    LogRequest asked = asked(deep, "logs.zip");
    assertThat(asked.settings().profile()).isEqualTo(Profile.CLASSIC);
    assertThat(asked.settings().account()).isEqualTo("x");
  }

  @Test
  void aNamedFileTakesThePlaceOfTheOneFound() throws IOException {
    write("profile: current", "account: x");
    Path other = Files.writeString(folder.resolve("other.yml"), "profile: strict");
    Path third = Files.writeString(folder.resolve("third.yml"), "");

    LogRequest asked = asked(folder, "--config", other.toString(), "logs.zip");
    assertThat(asked.settings().profile()).isEqualTo(Profile.STRICT);
    assertThat(asked.settings().account()).isNull();
    variables.put("GOLIVE_CHECK_CONFIG", other.toString());
    assertThat(profile()).isEqualTo(Profile.STRICT);
    assertThat(profile("--config", third.toString())).isEqualTo(Profile.CLASSIC);
  }

  @Test
  void everyOptionCanBeSet() throws IOException {
    write(
        "each: account",
        "account: 1234",
        "user: u",
        "host: demo.docusign.net",
        "threads: 3",
        "redact: false",
        "limits:",
        "  entries: 2K",
        "  depth: 7");

    LogRequest asked = asked(folder, "--limit", "depth=9", "logs.zip");

    assertThat(asked.settings().each()).isEqualTo(PartKind.ACCOUNT);
    assertThat(asked(folder, "--each=key", "logs.zip").settings().each()).isEqualTo(PartKind.KEY);
    assertThat(asked.settings().account()).isEqualTo("1234");
    assertThat(asked.settings().user()).isEqualTo("u");
    assertThat(asked.settings().host()).isEqualTo("demo.docusign.net");
    assertThat(asked.threads()).isEqualTo(3);
    assertThat(asked.redact()).isFalse();
    assertThat(asked.limits())
        .isEqualTo(ReadLimits.DEFAULT.with("entries", 2_048).with("depth", 9));
    assertThat(shell.run("logs.zip").err()).contains("shows personal data");
  }

  @Test
  void whatLogsCannotSayCanBeSet() throws IOException {
    write(
        "integration-key: K",
        "gateway-hosts: [esign.example.com, b.example.com]",
        "account-aliases: {12: 5f2c9b1e-0000-4000-8000-000000000001}",
        "zone: Europe/Paris",
        "log-format: '%r %s'",
        "map:",
        "  status: sc-status");

    LogRequest asked = asked(folder, "logs.zip");
    assertThat(asked.settings().traffic())
        .isEqualTo(
            new Traffic(
                Set.of("esign.example.com", "b.example.com"),
                Map.of("12", "5f2c9b1e-0000-4000-8000-000000000001"),
                "K"));
    assertThat(asked.format())
        .isEqualTo(
            new FormatOptions(
                null, ZoneId.of("Europe/Paris"), Map.of("status", "sc-status"), "%r %s"));

    variables.put("GOLIVE_CHECK_MAP", "status=s, method=m");
    assertThat(asked(folder, "logs.zip").format().fields())
        .isEqualTo(Map.of("status", "s", "method", "m"));
  }

  @Test
  void aComplaintOfTheCommandNamesWhereTheValueStands() throws IOException {
    write("# first", "gateway-hosts: ['https://x']");

    assertThat(run(folder, "logs.zip").err())
        .startsWith(
            "golive-check: the configuration "
                + file
                + ", line 2, column 17: gateway-hosts takes the name of a host");
    assertThat(run(folder, "--gateway-host", "http://y", "logs.zip").err())
        .startsWith("golive-check: --gateway-host takes the name of a host");
  }

  @Test
  void theGateObeysIt() throws IOException {
    shell.log = TestLog.warned();
    write("fail-on: warning");
    assertThat(run(folder, "logs.zip").exit()).isEqualTo(1);

    shell.log = TestLog.empty();
    write("allow-empty: false");
    assertThat(run(folder, "logs.zip").exit()).isEqualTo(3);
    write("allow-empty: true");
    assertThat(run(folder, "logs.zip").exit()).isZero();
  }

  @Test
  void aSuppressedFindingDoesNotFailAndIsCounted() throws IOException {
    shell.log = TestLog.polling(1);
    write("suppressions:", "- rule: pl-001", "  reason: known to us");

    assertThat(run(folder, "logs.zip").exit()).isZero();
    GoLiveReport report = written();
    assertThat(report.gate().suppressions()).hasSize(1);
    assertThat(report.gate().suppressions().get(0).reason().toString()).isEqualTo("known to us");
    assertThat(report.gate().suppressions().get(0).findings()).isEqualTo(1);
    assertThat(report.findings().get(0).state().kind()).isEqualTo(FindingState.Kind.SUPPRESSED);
  }

  @Test
  void aSuppressionOfAnotherOperationOrOfAPastDayDoesNotHold() throws IOException {
    shell.log = TestLog.polling(1);

    write("suppressions: [{rule: PL-001, operation: 'Users:*', reason: x}]");
    assertThat(run(folder, "logs.zip").exit()).isEqualTo(1);
    write("suppressions: [{rule: PL-001, resource: '*/users/*', reason: x}]");
    assertThat(run(folder, "logs.zip").exit()).isEqualTo(1);
    write("suppressions: [{rule: PL-001, until: 2020-12-31, reason: x}]");
    assertThat(run(folder, "logs.zip").exit()).isEqualTo(1);
    assertThat(written().gate().suppressions().get(0).expired()).isTrue();
    write("suppressions: [{rule: GL-002, reason: x}]");
    assertThat(run(folder, "logs.zip").exit()).isEqualTo(1);
    write("suppressions: [{rule: PL-001, until: 2999-12-31, reason: x}]");
    assertThat(run(folder, "logs.zip").exit()).isZero();
  }

  @Test
  void thresholdsCanBeSetAlsoByTheEnvironment() throws IOException {
    write(
        "thresholds:",
        "  window-size: 30",
        "  polling-interval: 20m",
        "  calls-per-hour: 5000",
        "  calls-per-burst: 100");
    variables.put("GOLIVE_CHECK_THRESHOLDS_POLLING_INTERVAL", "90s");

    assertThat(asked(folder, "logs.zip").settings().thresholds())
        .isEqualTo(new Thresholds(30, Duration.ofSeconds(90), 5_000, 100));
  }

  @Test
  void trafficCanBeExcluded() throws IOException {
    write("excluded-traffic:", "- user-agent: kube-probe/*", "- {path: '*/x', host: h}");

    assertThat(asked(folder, "logs.zip").settings().ignored())
        .containsExactly(
            new TrafficPattern(null, null, Wildcard.of("kube-probe/*")),
            new TrafficPattern(Wildcard.of("*/x"), Wildcard.of("h"), null));
  }

  @Test
  void errorsOfATeamsOwnCanBeTaught() throws IOException {
    write(
        "error-classes:",
        "- {code: ACME_1, category: consent, remedy: Ask Ann.}",
        "- {message: '*busy*', status: 503, category: service, actor: end-user, retry: once,"
            + " remedy: Wait.}");

    assertThat(asked(folder, "logs.zip").settings().errors())
        .isEqualTo(
            ErrorCatalog.get()
                .withCustomErrors(
                    List.of(
                        new CustomError(
                            "ACME_1",
                            null,
                            0,
                            new CustomError.Advice(
                                "consent", "consenting-user", "after-fix", "Ask Ann.")),
                        new CustomError(
                            null,
                            Wildcard.of("*busy*"),
                            503,
                            new CustomError.Advice("service", "end-user", "once", "Wait.")))));
  }

  @Test
  void errorsOfATeamsOwnAreExplained() throws IOException {
    write("error-classes: [{code: ACME_1, category: consent, remedy: Ask Ann.}]");

    assertThat(run(folder, "explain", "acme_1").out()).contains("Ask Ann.");
    assertThat(run(folder, "explain", "ACME_11").err()).contains("Did you mean ACME_1?");
    assertThat(run(folder, "explain", "consent_required").exit()).isZero();
  }

  @Test
  void filesLieBesideTheConfiguration() throws IOException {
    shell.log = TestLog.polling(1);
    write("baseline: known.json", "reports: [text, json=out.json]");
    Files.writeString(
        folder.resolve("known.json"),
        "{\"schemaVersion\": 1, \"findings\": [{\"fingerprint\": \""
            + TestLog.POLLING
            + "\", \"maxCount\": 1}]}");
    Path deep = Files.createDirectories(folder.resolve("a/b"));

    Result result = run(deep, "-q", "logs.zip");

    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("FAIL  classic profile");
    assertThat(folder.resolve("out.json")).content().contains("\"verdict\": \"FAIL\"");
  }

  @Test
  void aReportTypedReplacesThoseOfTheFile() throws IOException {
    write("reports: [text, json=out.json]");

    assertThat(run(folder, "-r", "json", "logs.zip").out()).contains("\"verdict\": \"PASS\"");
    assertThat(folder.resolve("out.json")).doesNotExist();
  }

  @Test
  void aReportOfTheCheckIsNoneOfTheListOfCalls() throws IOException {
    write("reports: [text, json=out.json]");

    run(folder, "calls", "logs.zip");

    assertThat(folder.resolve("out.json")).doesNotExist();
  }

  @Test
  void aFileThatWasFoundWritesNothingOutsideOfItsFolder() throws IOException {
    write("reports: json=../out.json");
    Path deep = Files.createDirectories(folder.resolve("a"));

    Result result = run(deep, "logs.zip");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "golive-check: the configuration "
                + file
                + ", line 1: reports names '../out.json', which is not in the folder of the file;"
                + " that needs --config "
                + file
                + "\n");
    write("baseline: /tmp/known.json");
    assertThat(run(deep, "logs.zip").exit()).isEqualTo(2);
  }

  @Test
  void aFileWithTheOtherEndingIsNotPassedOver() throws IOException {
    Path other = Files.writeString(folder.resolve(".golive-check.yaml"), "profile: strict");

    assertThat(run(folder, "logs.zip"))
        .isEqualTo(
            new Result(
                2,
                "",
                "golive-check: there is a "
                    + other
                    + ", which is not read; name it .golive-check.yml\n"));
  }

  @Test
  void anUpdateWritesTheBaselineOfTheConfiguration() throws IOException {
    shell.log = TestLog.polling(1);
    write("baseline: known.json");

    assertThat(run(folder, "--update-baseline", "logs.zip").exit()).isZero();
    assertThat(folder.resolve("known.json")).content().contains("\"fingerprint\": \"PL-001 ");
    assertThat(run(folder, "logs.zip").exit()).isZero();
  }

  @Test
  void aFileThatIsNamedMay() throws IOException {
    write("reports: json=../out.json");
    Path deep = Files.createDirectories(folder.resolve("a"));
    Path named = Files.move(file, deep.resolve("ci.yml"));

    assertThat(run(deep, "--config", named.toString(), "logs.zip").exit()).isZero();
    assertThat(folder.resolve("out.json")).exists();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "profil: strict          ~ line 1, column 1: unknown key 'profil'. Did you mean profile?",
        "entries: 5              ~ line 1, column 1: unknown key 'entries'. It belongs in limits.",
        "limits:|  profile: x    ~ line 2, column 3: unknown key 'profile' in limits. It belongs in"
            + " no section.",
        "limits:|  entry-byte: 5 ~ line 2, column 3: unknown key 'entry-byte' in limits. Did you"
            + " mean entry-bytes?",
        "limits: 5               ~ line 1, column 9: limits needs keys with values, such as"
            + " 'entries: 5000000', not '5'",
        "strict                  ~ line 1, column 1: needs keys with values, such as 'profile:"
            + " current', not a text",
        "- profile: strict       ~ line 1, column 1: needs keys with values, such as 'profile:"
            + " current', not a list",
        "profile: [strict]       ~ line 1, column 10: profile takes classic, current, strict, not a"
            + " list",
        "profile:                ~ line 1, column 9: profile takes classic, current, strict, not no"
            + " value",
        "profile: clasic         ~ line 1, column 10: profile does not know 'clasic'; it takes"
            + " classic, current, strict. Did you mean classic?",
        "account: ''             ~ line 1, column 10: account is empty; give a value or leave it"
            + " out",
        "suppressions: [{reason: x}] ~ line 1, column 16: an entry of suppressions needs rule or"
            + " error-code",
        "suppressions:|- rule: PL-001 ~ line 2, column 3: an entry of suppressions lacks reason",
        "suppressions: [{rule: polling, reason: x}] ~ line 1, column 23: rule does not know"
            + " 'polling'; it takes a rule that golive-check explain lists.",
        "suppressions: [{rule: PL-001, reason: ' '}] ~ line 1, column 39: reason is empty; give a"
            + " value or leave it out",
        "suppressions: [{rule: PL-001, reason: x, until: soon}] ~ line 1, column 49: until takes a"
            + " day such as 2026-12-31, not 'soon'",
        "suppressions: [{rule: PL-001, reson: x}] ~ line 1, column 31: unknown key 'reson' in an"
            + " entry of suppressions; it has rule, error-code, resource, operation, reason, until."
            + " Did you mean reason?",
        "suppressions: PL-001   ~ line 1, column 15: suppressions takes a list, each entry after a"
            + " dash, not 'PL-001'",
        "suppressions: [PL-001] ~ line 1, column 16: an entry of suppressions has the keys rule,"
            + " error-code, resource, operation, reason, until; it is not 'PL-001'",
        "thresholds: {window-size: 0} ~ line 1, column 27: thresholds.window-size takes a whole"
            + " number from 1 to 10000, not '0'",
        "thresholds: {polling-interval: 15} ~ line 1, column 32: thresholds.polling-interval takes"
            + " a time such as 900s, 15m or 1h, at most 24h, not '15'",
        "thresholds: {polling-interval: 25h} ~ line 1, column 32: thresholds.polling-interval takes"
            + " a time such as 900s, 15m or 1h, at most 24h, not '25h'",
        "window-size: 5 ~ line 1, column 1: unknown key 'window-size'. It belongs in thresholds.",
        "excluded-traffic: [{}] ~ line 1, column 20: an entry of excluded-traffic needs path or"
            + " host or user-agent",
        "error-classes: [{code: A, category: consnt, remedy: x}] ~ line 1, column 37: category does"
            + " not know 'consnt'; it takes account-permission, account-quota, authentication,"
            + " consent, gateway, not-found, polling, provider-rewritten, rate-limit, service,"
            + " size-limit, state-conflict, unknown, user-info, user-permission, validation. Did"
            + " you mean consent?",
        "error-classes: [{code: A, category: consent}] ~ line 1, column 17: an entry of"
            + " error-classes lacks remedy",
        "error-classes: [{code: A, status: 200, category: consent, remedy: x}] ~ line 1, column 35:"
            + " status takes a whole number from 400 to 599, not '200'",
        "map: {status: }         ~ line 1, column 14: the value of status takes a text, not no"
            + " value",
        "map: status             ~ line 1, column 6: map takes keys with values, FIELD: COLUMN, not"
            + " 'status'",
        "zone: Paris             ~ line 1, column 7: zone takes a time zone such as Europe/Paris,"
            + " UTC or +02:00, not 'Paris'. Did you mean Europe/Paris?",
        "redact: yes             ~ line 1, column 9: redact takes true or false, not 'yes'",
        "threads: 2K             ~ line 1, column 10: threads takes a whole number from 1 to 1024,"
            + " not '2K'",
        "reports: [json=]        ~ line 1, column 11: reports does not name a file: 'json='",
        "limits:|  depth: -1     ~ line 2, column 10: limits.depth takes a whole number from 1 to"
            + " 2147483647, perhaps with K, M or G, not '-1'",
      })
  void whatIsUnknownIsAnError(String text, String message) throws IOException {
    write(text.strip().split("\\|"));

    Result result = run(folder, "logs.zip");

    assertThat(result.err())
        .isEqualTo("golive-check: the configuration " + file + ", " + message + "\n");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void anUnknownFieldIsAnErrorToo() throws IOException {
    write("map: {statuss: x}");

    assertThat(run(folder, "logs.zip").err())
        .startsWith(
            "golive-check: the configuration "
                + file
                + ", line 1, column 7: map does not know 'statuss'; it takes ")
        .endsWith(" Did you mean status?\n");
  }

  @Test
  void anUnknownFormatIsAnErrorThatNamesThoseThereAre() throws IOException {
    write("reports: jsno");

    assertThat(run(folder, "logs.zip").err())
        .startsWith(
            "golive-check: the configuration "
                + file
                + ", line 1, column 10: reports does not know the format 'jsno'; it takes ")
        .contains("text")
        .endsWith(" Did you mean json?\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "GOLIVE_CHECK_PROFILE ~ x ~ does not know 'x'; it takes classic, current, strict.",
        "GOLIVE_CHECK_LIMITS_ENTRY_BYTES ~ 0 ~ takes a whole number from 1 to 9223372036854775807,"
            + " perhaps with K, M or G, not '0'",
        "GOLIVE_CHECK_REPORTS ~ json=a,json= ~ does not name a file: 'json='",
      })
  void theEnvironmentIsCheckedToo(String name, String value, String message) {
    variables.put(name, value);

    Result result = run(folder, "logs.zip");

    assertThat(result.err()).isEqualTo("golive-check: " + name + " " + message + "\n");
    assertThat(result.exit()).isEqualTo(2);
  }

  @Test
  void theEnvironmentSetsListsAndLimits() {
    variables.put("GOLIVE_CHECK_REPORTS", "json, text=" + folder.resolve("t.txt"));
    variables.put("GOLIVE_CHECK_LIMITS_ENTRIES", "25");

    assertThat(run(folder, "logs.zip").out()).contains("\"verdict\": \"PASS\"");
    assertThat(folder.resolve("t.txt")).exists();
    assertThat(asked(folder, "logs.zip").limits().maxEntries()).isEqualTo(25);
  }

  @Test
  void aFileThatCannotBeReadIsAnError() throws IOException {
    assertThat(run(folder, "--config=" + file, "x").err())
        .isEqualTo(
            "golive-check: there is no configuration file "
                + file
                + "; golive-check config init writes one\n");
    assertThat(run(folder, "--config=" + folder, "x").err())
        .isEqualTo("golive-check: cannot read the configuration " + folder + ": it is a folder\n");
    assertThat(run(folder, "--config=", "x").err())
        .startsWith("golive-check: --config is empty; give a value or leave it out\n");
    Files.write(file, new byte[] {(byte) 0xc3, 0x28});
    assertThat(run(folder, "x.zip").err())
        .isEqualTo("golive-check: the configuration " + file + " is not UTF-8 text\n");
  }

  @Test
  void verboseTellsWhichFileIsObeyed() throws IOException {
    write("profile: strict");

    assertThat(run(folder, "-v", "logs.zip").err())
        .contains("golive-check: the configuration is " + file + "\n");
  }

  @Test
  void aFileThatWasFoundSaysWhatItChanges() throws IOException {
    write("profile: current", "fail-on: warning");

    assertThat(run(folder, "logs.zip").err())
        .isEqualTo(
            "golive-check: profile is current, by "
                + file
                + ", line 1\ngolive-check: fail-on is warning, by "
                + file
                + ", line 2\n");
    assertThat(run(folder, "-q", "logs.zip").err()).isEmpty();
    assertThat(run(folder, "--config=" + file, "logs.zip").err()).isEmpty();
    assertThat(run(folder, "--profile=strict", "--fail-on=info", "logs.zip").err()).isEmpty();
    assertThat(run(folder, "calls", "logs.zip").err()).isEmpty();
  }

  @Test
  void aFileThatEveryUserCanWriteIsNotObeyed() throws IOException {
    write("profile: current");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(run(folder, "logs.zip"))
        .isEqualTo(
            new Result(
                2,
                "",
                "golive-check: the configuration "
                    + file
                    + " was found but not named, and can be written by every user (chmod o-w"
                    + " protects it); to use it give --config "
                    + file
                    + "\n"));
    assertThat(run(folder, "--config=" + file, "logs.zip").exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.", "a[0].", "."})
  void aMapOfAnyDepthIsNoInternalError(String part) throws IOException {
    Path log = Files.writeString(folder.resolve("log.ndjson"), "{\"a\":{\"a\":1}}\n".repeat(3));

    Result result =
        run(folder, "--input-format=ndjson", "--map=url=" + part.repeat(50_000), log.toString());

    assertThat(result.err()).doesNotContain("internal error");
    assertThat(result.exit()).isEqualTo(3);
  }
}
