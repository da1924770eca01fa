package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.Logs;
import org.golivecheck.render.ReportFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to get the command line wrong ends with 2, a message, and nothing on stdout. */
final class UsageTest {
  private final Shell shell = new Shell();

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "                          > no INPUT given; name a file or folder, or - for standard input",
        "--                        > no INPUT given; name a file or folder, or - for standard input",
        "calls                     > no INPUT given; name a file or folder, or - for standard input",
        "--profil x                > unknown option '--profil'. Did you mean --profile?",
        "--fial-on=info x          > unknown option '--fial-on=info'. Did you mean --fail-on?",
        "-report json x            > unknown option '-report'. Did you mean --report?",
        "-z x                      > unknown option '-z'. Did you mean --zone?",
        "--quiet=yes x             > --quiet takes no value",
        "-qv x                     > -q and -v contradict each other; give one of them",
        "x --report                > --report needs a value: --report FORMAT[=FILE]",
        "x --since                 > --since needs a value: --since TIME",
        "--since=today x           > --since does not understand 'today'; write a day as 2026-11-23 (from 00:00 UTC) or a moment with its zone as 2026-11-23T10:15:30Z",
        "--until=2026-11-31 x      > --until does not understand '2026-11-31'; write a day as 2026-11-23 (from 00:00 UTC) or a moment with its zone as 2026-11-23T10:15:30Z",
        "--as-of=2026-11-23T10:00 x > --as-of does not understand '2026-11-23T10:00'; write a day as 2026-11-23 (from 00:00 UTC) or a moment with its zone as 2026-11-23T10:15:30Z",
        "--since=2026-11-23 --until=2026-11-23 x > --since must be before --until, or no call is left",
        "--profile=clasic x        > --profile does not know 'clasic'; it takes classic, current, strict. Did you mean classic?",
        "--profile=strict --profile=classic x > --profile is given more than once; give it once",
        "--fail-on=fatal x         > --fail-on does not know 'fatal'; it takes error, warning, info, never.",
        "--color=yes x             > --color does not know 'yes'; it takes auto, always, never.",
        "--threads=0 x             > --threads needs a whole number from 1 to 1024, not '0'",
        "--threads=two x           > --threads needs a whole number from 1 to 1024, not 'two'",
        "--limit=ratio x           > --limit needs NAME=VALUE, not 'ratio'; NAME is entries, entry-bytes, total-bytes, ratio, line-bytes, headers, depth, text-bytes, seconds",
        "--limit=ration=9 x        > --limit does not know 'ration'; it takes entries, entry-bytes, total-bytes, ratio, line-bytes, headers, depth, text-bytes, seconds. Did you mean ratio?",
        "--limit=depth=-1 x        > --limit depth needs a whole number from 1 to 2147483647, perhaps with K, M or G, not '-1'",
        "--limit=depth=9999999999 x > --limit depth needs a whole number from 1 to 2147483647, perhaps with K, M or G, not '9999999999'",
        "--limit=entries=9999999999G x > --limit entries needs a whole number from 1 to 9223372036854775807, perhaps with K, M or G, not '9999999999G'",
        "--limit=entries= x        > --limit entries needs a whole number from 1 to 9223372036854775807, perhaps with K, M or G, not ''",
        "--account= x              > --account is empty; give a value or leave it out",
        "--input-format=request-logs x > --input-format does not know 'request-logs'; it takes @FORMATS@. Did you mean request-log or request-log-list?",
        "--map=status x            > --map needs FIELD=COLUMN, not 'status'; FIELD is @FIELDS@",
        "--map=status= x           > --map needs FIELD=COLUMN, not 'status='; FIELD is @FIELDS@",
        "--map=staus=code x        > --map does not know the field 'staus'; it takes @FIELDS@. Did you mean status?",
        "--map=traceToken=a --map=trace-token=b x > --map names the column of trace-token twice; name it once",
        "--zone=berlin x           > --zone does not know 'berlin'; write it as Europe/Paris, UTC or +02:00. Did you mean Europe/Berlin?",
        "--zone=America/New_Yrok x > --zone does not know 'America/New_Yrok'; write it as Europe/Paris, UTC or +02:00. Did you mean America/New_York?",
        "--log-format= x           > --log-format is empty; give a value or leave it out",
        "--log-format=%h x         > --log-format will not do: the log format has no field for the method ($request, %r or %REQ(:METHOD)%)",
        "--gateway-host=https://a.example x > --gateway-host needs the name of a host without scheme, port and path, such as esign.example.com, not 'https://a.example'",
        "--integration-key= x      > --integration-key is empty; give a value or leave it out",
        "--account-alias=12 x      > --account-alias needs NUMBER=GUID, two ids of the same account, not '12'",
        "--account-alias=12=a --account-alias=12=b x > --account-alias says that 12 is a and also b",
        "--account-alias=12=a --account-alias=a=c x > --account-alias has a on both sides of '='; write the same id on the right for all ids of an account",
        "-r jsno x                 > unknown report format 'jsno'; there is @REPORTS@. Did you mean json?",
        "-r json= x                > -r json= lacks the name of a file after '='",
        "-r text -r json x         > only one report can go to standard output; write the others to files: -r FORMAT=FILE",
        "-r text -r json=- x       > only one report can go to standard output; write the others to files: -r FORMAT=FILE",
        "-r text=a -r json=./a x   > two reports would be written to ./a",
        "calls -r json x           > unknown report format 'json'; there is table, csv, ndjson. Did you mean ndjson?",
        "calls --profile=strict x  > unknown option '--profile=strict'.",
        "explain a b               > no rule, error code or known message in this text; golive-check explain lists the rules, golive-check explain codes the error codes.",
        "explain PL-01             > no rule or error code 'PL-01'; golive-check explain lists the rules, golive-check explain codes the error codes. Did you mean PL-001?",
        "formats a b               > formats takes one name, not 2",
        "formats request-lo        > no format 'request-lo'; golive-check formats lists what there is. Did you mean request-log or request-log-list?",
        "completion tcsh           > completion needs one shell: bash, zsh, fish",
      })
  void isExplained(String line, String message) {
    Result result = shell.run(line == null ? new String[0] : line.split(" +"));

    assertThat(result.err())
        .isEqualTo(
            "golive-check: " + filled(message) + "\ngolive-check: try golive-check --help\n");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
  }

  private static String filled(String message) {
    return message
        .replace(
            "@FORMATS@", String.join(", ", Logs.formats().stream().map(LogFormat::name).toList()))
        .replace("@REPORTS@", String.join(", ", ReportFormats.names()))
        .replace("@FIELDS@", String.join(", ", FormatOptions.fieldNames()));
  }

  @Test
  void emptyInputIsRefused() {
    assertThat(shell.run("").err()).startsWith("golive-check: an argument is empty");
  }

  @Test
  void reportOverAnInputIsRefused(@TempDir Path folder) throws IOException {
    Path log = Files.writeString(folder.resolve("log.txt"), "log");

    Result result = shell.run("-r", "json=" + log, log.toString());

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("the report would overwrite the input " + log);
    assertThat(log).hasContent("log");
  }

  @Test
  void echoedArgumentsCannotControlTheTerminal() {
    assertThat(shell.run("--a\u001b[2J\n\u202eb", "x").err())
        .startsWith("golive-check: unknown option '--a [2J  b'.");
  }
}
