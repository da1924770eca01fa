package org.golivecheck.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.golivecheck.config.Configuration;
import org.golivecheck.config.ConfigurationFormatException;
import org.golivecheck.config.Key;
import org.golivecheck.config.Keys;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The file, the environment and the command line accept and refuse the same values. */
final class ThreeWaysTest {
  @TempDir Path folder;

  static Stream<Key> keys() {
    return Keys.list().stream().filter(key -> key.variable() != null);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void theExampleOfAKeySetsTheSame(Key key) throws Exception {
    List<String> fromFile = ofFile(key, key.example());

    assertThat(fromFile).isNotEmpty();
    assertThat(ofEnvironment(key, String.join(",", fromFile))).isEqualTo(fromFile);
    if (key.option() != null) {
      assertThat(ofCommandLine(key, fromFile)).isEqualTo(fromFile);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "map                         | {traceToken: a, ERROR_CODE: b} | traceToken=a,ERROR_CODE=b |"
            + " trace-token=a,error-code=b",
        "thresholds.polling-interval | 05m                            | 05m                       |"
            + " 5m",
        "thresholds.polling-interval | ' 15M '                        | ' 15M '                   |"
            + " 15m",
        "profile                     | STRICT                         | STRICT                    |"
            + " strict",
        "input-format                | Request-Log                    | Request-Log               |"
            + " request-log",
        "reports                     | [JSON=a, text=-]               | JSON=a,text=-             |"
            + " json=a,text",
        "account-aliases             | {12: x}                        | ' 12 = x '                |"
            + " 12=x",
        "account                     | ' x '                          | ' x '                     |"
            + " x",
        "limits.depth                | 007                            | 007                       |"
            + " 007",
      })
  void aValueMayBeSpelledInTheSameWays(String name, String yaml, String typed, String expected)
      throws Exception {
    Key key = key(name);
    List<String> values = List.of(expected.split(","));

    assertThat(ofFile(key, yaml)).isEqualTo(values);
    assertThat(ofEnvironment(key, typed)).isEqualTo(values);
    if (key.option() != null) {
      assertThat(ofCommandLine(key, List.of(typed.split(",")))).isEqualTo(values);
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aWrongValueOfAKeyIsRefusedInTheSameWords(Key key) throws IOException {
    String wrong = wrong(key);
    boolean pair = wrong.contains("=") && key.many();
    String yaml = pair ? "{" + wrong.replace("=", ": ") + "}" : "'" + wrong + "'";

    String fromFile = message(() -> ofFile(key, yaml));

    String start = "the configuration \\S+, line \\d, column \\d+: \\Q" + key.name() + "\\E ";
    assertThat(fromFile).matches(start + ".*");
    String reason = fromFile.replaceFirst(start, "");
    assertThat(message(() -> ofEnvironment(key, wrong))).isEqualTo(key.variable() + " " + reason);
    if (key.option() != null && !key.type().flag()) {
      assertThat(message(() -> ofCommandLine(key, List.of(wrong))))
          .isEqualTo(option(key) + " " + reason);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zone | berlin    | takes a time zone such as Europe/Paris, UTC or +02:00, not 'berlin'."
            + " Did you mean Europe/Berlin?",
        "zone | new york  | takes a time zone such as Europe/Paris, UTC or +02:00, not 'new york'."
            + " Did you mean America/New_York?",
        "thresholds.polling-interval | 15 | takes a time such as 900s, 15m or 1h, at most 24h, not"
            + " '15'",
        "thresholds.polling-interval | 0m | takes a time such as 900s, 15m or 1h, at most 24h, not"
            + " '0m'",
        "log-format | %h | will not do: the log format has no field for the method ($request, %r or"
            + " %REQ(:METHOD)%)",
      })
  void aMessageHelps(String name, String wrong, String reason) {
    Key key = key(name);

    assertThat(message(() -> ofEnvironment(key, wrong))).isEqualTo(key.variable() + " " + reason);
  }

  private static Key key(String name) {
    return keys().filter(key -> key.name().equals(name)).findFirst().orElseThrow();
  }

  private static String wrong(Key key) {
    return switch (key.name()) {
      case "map" -> "staus=code";
      case "account-aliases" -> "12=12";
      case "gateway-hosts" -> "https://x";
      case "log-format" -> "%h";
      case "reports" -> "jsno";
      case "zone" -> "berlin";
      case "input-format" -> "request-lo";
      // No number, time, choice or flag; and neither a text nor a file may be blank.
      default -> key.type().words().matches("(an?|the|scopes) .*") && takesText(key) ? " " : "-1";
    };
  }

  private static boolean takesText(Key key) {
    return !key.type().words().matches("a (whole number|time) .*");
  }

  private List<String> ofFile(Key key, String yaml)
      throws IOException, ConfigurationFormatException {
    String own = key.name().substring(key.name().indexOf('.') + 1);
    String text = own + ": " + yaml;
    if (!own.equals(key.name())) {
      text = key.name().substring(0, key.name().indexOf('.')) + ":\n  " + text;
    }
    Path file = Files.writeString(folder.resolve("c.yml"), text);
    return Configuration.load(file.toString(), null, Map.of()).values(key).stream()
        .map(value -> value.replace(folder + "/", ""))
        .toList();
  }

  private static List<String> ofEnvironment(Key key, String text)
      throws ConfigurationFormatException {
    return Configuration.load(null, null, Map.of(String.valueOf(key.variable()), text)).values(key);
  }

  private static List<String> ofCommandLine(Key key, List<String> values) throws UsageException {
    boolean limit = "limit".equals(key.option());
    OptionSpec option = limit ? ReadOptions.LIMIT : OptionSpec.of(key);
    List<String> typed = new ArrayList<>();
    for (String value : values) {
      typed.add(option.dashed());
      if (limit) {
        typed.add(key.name().substring("limits.".length()) + "=" + value);
      } else if (option.takesValue()) {
        typed.add(value);
      }
    }
    CommandSpec spec = new CommandSpec("c", "", "", "", false, List.of(option), List.of());
    return new ArgumentParser(spec).parse(typed).configuration().values(key);
  }

  private static String option(Key key) {
    return "--"
        + key.option()
        + ("limit".equals(key.option()) ? key.name().replace("limits.", " ") : "");
  }

  private interface Attempt {
    List<String> run() throws Exception;
  }

  private static String message(Attempt attempt) {
    Throwable thrown = catchThrowable(attempt::run);
    assertThat(thrown).isNotNull();
    return thrown.getMessage().lines().collect(Collectors.joining(" "));
  }
}
