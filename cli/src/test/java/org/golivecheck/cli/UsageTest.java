package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.log.FormatOptions;
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
        "                          > no INPUT given; name a file or folder, or - for standard"
            + " input",
        "--                        > no INPUT given; name a file or folder, or - for standard"
            + " input",
        "calls                     > no INPUT given; name a file or folder, or - for standard"
            + " input",
        "--profil x                > unknown option '--profil'. Did you mean --profile?",
        "--fial-on=info x          > unknown option '--fial-on=info'. Did you mean --fail-on?",
        "-report json x            > unknown option '-report'. Did you mean --report?",
        "-z x                      > unknown option '-z'. Did you mean --zone?",
        "--quiet=yes x             > --quiet takes no value",
        "-qv x                     > -q and -v contradict each other; give one of them",
        "x --report                > --report needs a value: --report FORMAT[=FILE]",
        "x --since                 > --since needs a value: --since TIME",
        "--since=today x           > --since takes a day such as 2026-11-23 (from 00:00 UTC) or a"
            + " moment with its zone such as 2026-11-23T10:15:30Z, not 'today'",
        "--until=2026-11-31 x      > --until takes a day such as 2026-11-23 (from 00:00 UTC) or a"
            + " moment with its zone such as 2026-11-23T10:15:30Z, not '2026-11-31'",
        "--as-of=2026-11-23T10:00 x > --as-of takes a day such as 2026-11-23 (from 00:00 UTC) or a"
            + " moment with its zone such as 2026-11-23T10:15:30Z, not '2026-11-23T10:00'",
        "--since=2026-11-23 --until=2026-11-23 x > --since must be before --until, or no call is"
            + " left",
        "--profile=clasic x        > --profile does not know 'clasic'; it takes classic, current,"
            + " strict. Did you mean classic?",
        "--profile=strict --profile=classic x > --profile is given more than once; give it once",
        "--fail-on=fatal x         > --fail-on does not know 'fatal'; it takes error, warning,"
            + " info, never.",
        "--color=yes x             > --color does not know 'yes'; it takes auto, always, never.",
        "--threads=0 x             > --threads takes a whole number from 1 to 1024, not '0'",
        "--threads=two x           > --threads takes a whole number from 1 to 1024, not 'two'",
        "--limit=ratio x           > --limit takes NAME=VALUE, not 'ratio'; NAME is entries,"
            + " entry-bytes, total-bytes, ratio, line-bytes, headers, depth, text-bytes, seconds",
        "--limit=ration=9 x        > --limit does not know 'ration'; it takes entries, entry-bytes,"
            + " total-bytes, ratio, line-bytes, headers, depth, text-bytes, seconds. Did you mean"
            + " ratio?",
        "--limit=depth=-1 x        > --limit depth takes a whole number from 1 to 2147483647,"
            + " perhaps with K, M or G, not '-1'",
        "--limit=depth=9999999999 x > --limit depth takes a whole number from 1 to 2147483647,"
            + " perhaps with K, M or G, not '9999999999'",
        "--limit=entries=9999999999G x > --limit entries takes a whole number from 1 to"
            + " 9223372036854775807, perhaps with K, M or G, not '9999999999G'",
        "--limit=entries= x        > --limit entries takes a whole number from 1 to"
            + " 9223372036854775807, perhaps with K, M or G, not ''",
        "--account= x              > --account is empty; give a value or leave it out",
        "--input-format=request-logs x > --input-format does not know 'request-logs'; it takes a"
            + " format that golive-check formats lists. Did you mean request-log or"
            + " request-log-list?",
        "--map=status x            > --map takes FIELD=COLUMN, not 'status'; FIELD is @FIELDS@",
        "--map=status= x           > --map takes FIELD=COLUMN, not 'status='; FIELD is @FIELDS@",
        "--map=staus=code x        > --map does not know 'staus'; it takes @FIELDS@. Did you mean"
            + " status?",
        "--map=traceToken=a --map=trace-token=b x > --map names trace-token twice, as a and b",
        "--zone=berlin x           > --zone takes a time zone such as Europe/Paris, UTC or +02:00,"
            + " not 'berlin'. Did you mean Europe/Berlin?",
        "--zone=America/New_Yrok x > --zone takes a time zone such as Europe/Paris, UTC or +02:00,"
            + " not 'America/New_Yrok'. Did you mean America/New_York?",
        "--log-format= x           > --log-format is empty; give a value or leave it out",
        "--log-format=%h x         > --log-format will not do: the log format has no field for the"
            + " method ($request, %r or %REQ(:METHOD)%)",
        "--gateway-host=https://a.example x > --gateway-host takes the name of a host without"
            + " scheme, port and path: esign.example.com, not 'https://a.example'",
        "--integration-key= x      > --integration-key is empty; give a value or leave it out",
        "--account-alias=12 x      > --account-alias takes N=GUID, not '12'",
        "--account-alias=12=a --account-alias=12=b x > --account-alias names 12 twice, as a and b",
        "--account-alias=12=a --account-alias=a=c x > --account-alias has a on both sides; write"
            + " the same id on the right for all ids of an account",
        "-r jsno x                 > --report does not know the format 'jsno'; it takes @REPORTS@."
            + " Did you mean json?",
        "-r json= x                > --report does not name a file: 'json='",
        "-r text -r json x         > --report can write only one report to standard output; write"
            + " the others to files: FORMAT=FILE",
        "-r text -r json=- x       > --report can write only one report to standard output; write"
            + " the others to files: FORMAT=FILE",
        "-r text=a -r json=./a x   > --report would write two reports to ./a",
        "calls -r json x           > --report does not know the format 'json'; it takes table, csv,"
            + " ndjson. Did you mean ndjson?",
        "calls --profile=strict x  > unknown option '--profile=strict'.",
        "explain a b               > no rule, error code or known message in this text;"
            + " golive-check explain lists the rules, golive-check explain codes the error codes."
            + " Look in the text for a code (words joined by underscores), a message and"
            + " X-DocuSign-TraceToken; DocuSign Support can look up a call by its trace token.",
        "explain PL-01             > no rule or error code 'PL-01'; golive-check explain lists the"
            + " rules, golive-check explain codes the error codes. Did you mean PL-001?",
        "formats a b               > formats takes one name, not 2",
        "formats request-lo        > no format 'request-lo'; golive-check formats lists what there"
            + " is. Did you mean request-log or request-log-list?",
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
