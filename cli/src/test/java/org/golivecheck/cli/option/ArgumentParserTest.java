package org.golivecheck.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArgumentParserTest {
  private static final OptionSpec REPORT =
      OptionSpec.value("report", "FORMAT", "").withLetter('r').manyTimes();
  private static final OptionSpec ACCOUNT = OptionSpec.value("account", "ID", "");
  private static final OptionSpec QUIET = OptionSpec.flag("quiet", "").withLetter('q');
  private static final OptionSpec VERBOSE = OptionSpec.flag("verbose", "").withLetter('v');
  private static final CommandSpec SPEC =
      new CommandSpec("c", "", "", "", false, List.of(REPORT, ACCOUNT, QUIET, VERBOSE), List.of());

  @ParameterizedTest
  @CsvSource({
    "-r json a,              json,         , false, a",
    "-rjson a,               json,         , false, a",
    "-rjson=o.json a,        json=o.json,  , false, a",
    "-r json=o.json a,       json=o.json,  , false, a",
    "--report=json=o.json a, json=o.json,  , false, a",
    "--report json -r b a,   'json, b',    , false, a",
    "-qr json a,             json,         , true,  a",
    "-qv a b,                '',           , true,  'a, b'",
    "a -q b,                 '',           , true,  'a, b'",
    "- -q,                   '',           , true,  -",
    "-q -- -q --,            '',           , true,  '-q, --'",
    "--account -5 a,         '',         -5, false, a",
    "--account \"x\" a,      '',      '\"x\"', false, a",
  })
  void takesEveryUsualForm(
      String line, String reports, String account, boolean quiet, String operands)
      throws UsageException {
    Arguments arguments = new ArgumentParser(SPEC).parse(List.of(line.split(" ")));

    assertThat(String.join(", ", arguments.all(REPORT))).isEqualTo(reports);
    assertThat(arguments.get(ACCOUNT)).isEqualTo(account);
    assertThat(arguments.has(QUIET)).isEqualTo(quiet);
    assertThat(String.join(", ", arguments.operands())).isEqualTo(operands);
  }
}
