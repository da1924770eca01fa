package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.golivecheck.cli.fetch.Keys;
import org.golivecheck.cli.fetch.StubDocuSign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Runs the commands of every template for build servers, in each of its variants, with the built
 * distribution and a server that behaves like DocuSign.
 */
final class CiTemplatesIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path ARCHIVE =
      Path.of(Objects.requireNonNull(System.getProperty("distribution"), "distribution") + ".zip");
  private static final Pattern EXPRESSION =
      Pattern.compile("\\$\\{\\{ (?:vars|secrets|inputs)\\.([\\w-]+) }}|\\$\\(([\\w.]+)\\)");

  /** A script of a template, and the variables that it is given. */
  private record Step(String script, Map<String, String> variables) {}

  @TempDir private Path folder;
  private StubDocuSign stub;
  private String checksum;

  static Stream<Path> templates() {
    return Stream.of(
        Path.of("action.yml"),
        Path.of("samples/ci/github-actions.yml"),
        Path.of("samples/ci/gitlab-ci.yml"),
        Path.of("samples/ci/azure-pipelines.yml"),
        Path.of("samples/ci/Jenkinsfile"));
  }

  @BeforeEach
  void start() throws Exception {
    assumeThat(Path.of("/bin/bash")).isExecutable();
    stub = StubDocuSign.start();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(ARCHIVE));
    checksum = HexFormat.of().formatHex(hash);
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void judgesLogsThatAreThere(Path template) throws Exception {
    String log = ROOT.resolve("samples/logs/polls-every-minute.zip").toString();

    int exit = run(template, Map.of("GOLIVE_LOGS", log));

    assertThat(exit).as(output()).isEqualTo(1);
    assertReports(template, "FAIL");
    assertThat(stub.seen()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void fetchesByAToken(Path template) throws Exception {
    stub.logging(25);

    int exit = run(template, Map.of("GOLIVE_CHECK_TOKEN", StubDocuSign.TOKEN));

    assertThat(exit).as(output()).isZero();
    assertReports(template, "PASS");
    assertFetched();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void fetchesByAJwtGrant(Path template) throws Exception {
    stub.logging(25);
    Path key = Keys.writePkcs8(folder.resolve("private.pem"));

    int exit =
        run(
            template,
            Map.of(
                "DOCUSIGN_INTEGRATION_KEY",
                "7c2b8d7e-0000-4000-8000-00000000000a",
                "DOCUSIGN_USER_ID",
                "9d0f1c22-0000-4000-8000-00000000000b",
                "DOCUSIGN_PRIVATE_KEY_FILE",
                key.toString(),
                "DOCUSIGN_PRIVATE_KEY",
                Files.readString(key)));

    assertThat(exit).as(output()).isZero();
    assertReports(template, "PASS");
    assertFetched();
    assertThat(stub.seen()).contains("POST /oauth/token");
    assertThat(folder.resolve("key.pem")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void doesNotRunAnArchiveWithAnotherChecksum(Path template) throws Exception {
    checksum = "0".repeat(64);
    String log = ROOT.resolve("samples/logs/passes.zip").toString();

    int exit = run(template, Map.of("GOLIVE_LOGS", log));

    assertThat(exit).isNotZero();
    assertThat(output()).contains("did NOT match");
    assertThat(folder.resolve("golive/golive.json")).doesNotExist();
  }

  private void assertFetched() throws IOException {
    assertThat(stub.entries()).isZero();
    assertThat(stub.isLogging()).isTrue();
    try (Stream<Path> files = Files.list(folder.resolve("golive"))) {
      assertThat(files).anyMatch(file -> file.toString().endsWith(".zip"));
    }
  }

  private void assertReports(Path template, String verdict) throws IOException {
    Matcher named =
        Pattern.compile("golive/golive[-a-z]*\\.[a-z]+")
            .matcher(Files.readString(ROOT.resolve(template)));
    while (named.find()) {
      assertThat(folder.resolve(named.group())).isNotEmptyFile();
    }
    assertThat(folder.resolve("golive/golive.json"))
        .content()
        .contains("\"verdict\": \"" + verdict + "\"");
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output.txt"));
  }

  /** Runs all scripts of a template, and returns the worst exit code. */
  private int run(Path template, Map<String, String> set) throws Exception {
    Map<String, String> names = new HashMap<>(set);
    names.put("GOLIVE_CHECK_URL", ARCHIVE.toUri().toString());
    names.put("GOLIVE_CHECK_SHA256", checksum);
    names.put("DOCUSIGN_BASE_URI", stub.uri());
    names.put("DOCUSIGN_AUTH_HOST", stub.uri());
    int worst = 0;
    for (Step step : steps(template)) {
      worst = Math.max(worst, bash(template, step, names));
    }
    return worst;
  }

  private int bash(Path template, Step step, Map<String, String> names) throws Exception {
    Files.writeString(folder.resolve("step.sh"), step.script());
    ProcessBuilder builder =
        // Azure does not set -e.
        new ProcessBuilder("bash", template.toString().contains("azure") ? "+e" : "-e", "step.sh")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("output.txt").toFile()));
    Map<String, String> environment = builder.environment();
    Path paths = folder.resolve("paths");
    if (Files.exists(paths)) {
      environment.put(
          "PATH", String.join(":", Files.readAllLines(paths)) + ":" + environment.get("PATH"));
    }
    if (!template.startsWith("action.yml")) {
      environment.putAll(names);
    }
    step.variables().forEach((name, value) -> environment.put(name, value(name, value, names)));
    environment.put("RUNNER_TEMP", folder.toString());
    environment.put("AGENT_TEMPDIRECTORY", folder.toString());
    environment.put("GITHUB_PATH", paths.toString());
    environment.put("GITHUB_OUTPUT", folder.resolve("outputs").toString());
    environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LC_ALL", "C");
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** Replaces the expressions of a build server as it would. */
  private static String value(String variable, String text, Map<String, String> names) {
    Matcher expression = EXPRESSION.matcher(text);
    return expression.replaceAll(
        found -> {
          boolean azure = found.group(2) != null;
          String name = azure ? found.group(2) : found.group(1);
          String known = azure && name.startsWith("key.") ? variable : input(name);
          return Matcher.quoteReplacement(
              names.getOrDefault(known, azure ? found.group() : defaultOf(name)));
        });
  }

  /** The inputs of the action stand for the variables of the other templates. */
  private static String input(String name) {
    return switch (name) {
      case "logs" -> "GOLIVE_LOGS";
      case "token" -> "GOLIVE_CHECK_TOKEN";
      case "integration-key" -> "DOCUSIGN_INTEGRATION_KEY";
      case "user-id" -> "DOCUSIGN_USER_ID";
      case "private-key" -> "DOCUSIGN_PRIVATE_KEY";
      case "base-uri" -> "DOCUSIGN_BASE_URI";
      case "auth-host" -> "DOCUSIGN_AUTH_HOST";
      case "archive" -> "GOLIVE_CHECK_URL";
      case "sha256" -> "GOLIVE_CHECK_SHA256";
      default -> name;
    };
  }

  private static String defaultOf(String input) {
    try {
      Map<?, ?> action = yaml(Path.of("action.yml"));
      Map<?, ?> inputs = (Map<?, ?>) Objects.requireNonNull(action.get("inputs"));
      return inputs.get(input) instanceof Map<?, ?> found
          ? String.valueOf(found.get("default"))
          : "";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<?, ?> yaml(Path template) throws IOException {
    return (Map<?, ?>)
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(ROOT.resolve(template)));
  }

  private static List<Step> steps(Path template) throws IOException {
    List<Step> steps = new ArrayList<>();
    if (template.endsWith("Jenkinsfile")) {
      Matcher script =
          Pattern.compile("(?s)'''(.*?)'''").matcher(Files.readString(ROOT.resolve(template)));
      while (script.find()) {
        steps.add(new Step(script.group(1), Map.of()));
      }
    } else {
      addSteps(yaml(template), steps);
    }
    assertThat(steps).hasSizeGreaterThan(1);
    return steps;
  }

  /** Finds the scripts, wherever they are in the document. */
  private static void addSteps(Object node, List<Step> steps) {
    if (node instanceof List<?> list) {
      list.forEach(item -> addSteps(item, steps));
    } else if (node instanceof Map<?, ?> map) {
      for (String key : List.of("run", "bash")) {
        if (map.get(key) instanceof String script) {
          Map<String, String> variables = new TreeMap<>();
          if (map.get("env") instanceof Map<?, ?> env) {
            env.forEach((name, value) -> variables.put(name.toString(), value.toString()));
          }
          steps.add(new Step(script, variables));
          return;
        }
      }
      if (map.get("script") instanceof List<?> scripts) {
        scripts.forEach(script -> steps.add(new Step(script.toString(), Map.of())));
        return;
      }
      map.values().forEach(value -> addSteps(value, steps));
    }
  }
}
