package org.golivecheck.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.Recipes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the programs and requests of the recipes against a stub of the API. Most of them wait. */
@Execution(ExecutionMode.CONCURRENT)
class RecipeProgramsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HMAC_KEY = "a key for tests";
  private static StubApi stub;
  private static String privateKey;

  @TempDir Path folder;

  /** What runs a program. C# is not here: no package that the build can install runs it. */
  enum Language {
    JAVA("java", Path.of(System.getProperty("java.home"), "bin", "java").toString()),
    JAVASCRIPT("js", "node"),
    PYTHON("py", pythonWithJwt()),
    PHP("php", "php"),
    RUBY("rb", "ruby");

    private final String suffix;
    private final String runtime;

    Language(String suffix, String runtime) {
      this.suffix = suffix;
      this.runtime = runtime;
    }

    /**
     * Returns a Python that has pyjwt, if there is one: Debian's packages serve only its own
     * Python.
     */
    private static String pythonWithJwt() {
      for (String python : List.of("python3", "/usr/bin/python3")) {
        try {
          if (new ProcessBuilder(python, "-c", "import jwt, cryptography").start().waitFor() == 0) {
            return python;
          }
        } catch (IOException | InterruptedException e) {
          // Another one may be there.
        }
      }
      return "python3";
    }

    boolean installed() {
      return runtime.startsWith("/")
          || Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
              .anyMatch(place -> Files.isExecutable(Path.of(place, runtime)));
    }
  }

  @BeforeAll
  static void start() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    privateKey = "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    stub = new StubApi(pair.getPublic());
  }

  @AfterAll
  static void stop() {
    stub.close();
  }

  /** What a program printed, and how it ended. */
  private record Run(int exit, String output, List<StubApi.Call> calls) {}

  private Run run(String recipe, Language language) throws Exception {
    assumeTrue(language.installed(), language.runtime + " is not installed");
    String account = "account-" + folder.getFileName();
    stub.addAccount(account);
    Process process = start(recipe, language, List.of(), Map.of("ACCOUNT_ID", account));
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.exitValue(), output, stub.callsOf(account));
  }

  private Process start(
      String recipe, Language language, List<String> options, Map<String, String> more)
      throws IOException {
    Path program = folder.resolve("Program." + language.suffix);
    Files.writeString(program, Recipes.text(recipe + "." + language.suffix).orElseThrow());
    if (!Files.exists(folder.resolve("envelope.json"))) {
      Files.writeString(
          folder.resolve("envelope.json"), Recipes.text("polling-to-webhooks.json").orElseThrow());
    }
    List<String> command = new ArrayList<>(List.of(language.runtime));
    command.addAll(options);
    command.add(program.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "BASE_PATH",
                stub.origin() + "/restapi",
                "ACCESS_TOKEN",
                StubApi.TOKEN,
                "OAUTH_HOST",
                stub.origin().replace("http://", ""),
                "INTEGRATION_KEY",
                "7c2b8d7e-aaaa-4bbb-8ccc-1234567890ab",
                "USER_ID",
                "0f1e2d3c-aaaa-4bbb-8ccc-1234567890ab",
                "PRIVATE_KEY",
                privateKey.replace("\n", "\\n"),
                "PATH_TO_GET",
                "/v2.1/accounts/account-" + folder.getFileName() + "/templates",
                "TIMEOUT",
                "1",
                "HMAC_KEY",
                HMAC_KEY));
    builder.environment().putAll(more);
    return builder.start();
  }

  @ParameterizedTest
  @EnumSource
  void anEnvelopeIsCreatedWithItsWebhook(Language language) throws Exception {
    Run run = run("polling-to-webhooks", language);

    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.calls()).hasSize(1);
    JsonNode sent = JSON.readTree(run.calls().get(0).body());
    assertThat(sent.at("/eventNotification/deliveryMode").asText()).isEqualTo("SIM");
    assertThat(sent.at("/eventNotification/url").asText()).startsWith("https://");
    assertThat(
            new String(
                Base64.getDecoder().decode(sent.at("/documents/0/documentBase64").asText()),
                StandardCharsets.UTF_8))
        .contains(sent.at("/recipients/signers/0/tabs/signHereTabs/0/anchorString").asText());
  }

  @ParameterizedTest
  @EnumSource
  void changesAreListedPageByPageAndFromTheLastRunOn(Language language) throws Exception {
    Run first = run("list-changes", language);
    Run second = run("list-changes", language);

    assertThat(first.exit()).as(first.output()).isZero();
    assertThat(first.output()).contains(StubApi.LISTED);
    assertThat(first.calls()).hasSize(2);
    assertThat(first.calls().get(1).url()).contains("start_position=2");
    assertThat(second.exit()).as(second.output()).isZero();
    assertThat(second.calls().get(2).url())
        .isNotEqualTo(first.calls().get(0).url())
        .contains("from_date=20");
  }

  @ParameterizedTest
  @EnumSource
  void aTokenAndTheBasePathAreFound(Language language) throws Exception {
    if (language == Language.PYTHON) {
      assumeTrue(
          new ProcessBuilder(language.runtime, "-c", "import jwt, cryptography").start().waitFor()
              == 0,
          "python3 lacks pyjwt");
    }
    Run run = run("jwt-grant", language);

    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .isEqualToNormalizingNewlines(StubApi.TOKEN + "\n" + StubApi.BASE_URI + "/restapi\n");
  }

  @ParameterizedTest
  @EnumSource
  void aBlockedCallIsRepeatedAfterTheResetAndNotBefore(Language language) throws Exception {
    Run run = run("limits", language);

    assertThat(run.output()).contains("Waiting for ", "200");
    assertThat(run.calls()).extracting(StubApi.Call::status).containsExactly(429, 200);
  }

  @ParameterizedTest
  @EnumSource
  void anEnvelopeIsSentOnceAlsoAfterATimeOut(Language language) throws Exception {
    stub.beSlowFor("account-" + folder.getFileName());

    Run run = run("time-outs-and-repeats", language);

    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output()).contains("envelopeId");
    assertThat(run.calls()).extracting(StubApi.Call::method).containsExactly("POST", "GET");
    assertThat(run.calls().get(1).url()).contains("transaction_ids=");
  }

  @ParameterizedTest
  @EnumSource
  void aRunOfTwentyCleanCallsPassesTheReview(Language language) throws Exception {
    Run run = run("clean-calls", language);

    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.calls()).hasSize(20);
    GoLiveReport report = check(run.calls());
    assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(Verdict.PASS);
    assertThat(JSON.readTree(run.calls().get(0).body()).get("status").asText())
        .isEqualTo("created");
  }

  /** The way that the recipe tells a poller: it fails, then sends webhooks with new envelopes. */
  @Test
  void aPollerThatFollowsTheRecipePassesTheReview() throws Exception {
    Language language = Language.JAVA;
    List<StubApi.Call> polls = new ArrayList<>();
    String account = "account-poller";
    String url =
        stub.origin() + "/restapi/v2.1/accounts/" + account + "/envelopes/" + StubApi.LISTED;
    for (int i = 0; i < 3; i++) {
      send(
          HttpRequest.newBuilder(URI.create(url))
              .header("Authorization", "Bearer " + StubApi.TOKEN));
    }
    polls.addAll(stub.callsOf(account));
    assertThat(check(polls).findings()).anyMatch(f -> f.rule().equals("PL-001"));

    run("clean-calls", language);
    Run last = run("polling-to-webhooks", language);

    assertThat(check(last.calls()).verdict()).isEqualTo(Verdict.PASS);
    polls.addAll(last.calls());
    assertThat(check(polls).verdict()).isEqualTo(Verdict.PASS);
  }

  private GoLiveReport check(List<StubApi.Call> calls) throws IOException {
    StringBuilder log = new StringBuilder();
    for (StubApi.Call call : calls) {
      log.append(
              JSON.writeValueAsString(
                  Map.of(
                      "timestamp", call.time().toString(),
                      "method", call.method(),
                      "url", "https://demo.docusign.net" + call.url(),
                      "status", call.status())))
          .append('\n');
    }
    Path file = folder.resolve("calls.ndjson");
    Files.writeString(file, log);
    return GoLiveCheck.withDefaults().check(file);
  }

  @ParameterizedTest
  @EnumSource
  void aListenerTakesWhatIsSignedAndNothingElse(Language language) throws Exception {
    assumeTrue(language.installed(), language.runtime + " is not installed");
    String body = "{\"event\":\"envelope-completed\",\n\"data\":{\"envelopeId\":\"1\"}}";
    if (language == Language.RUBY) {
      assertThat(rackStatus(body, sign(body, HMAC_KEY))).isEqualTo("200");
      assertThat(rackStatus(body, sign(body, "another key"))).isEqualTo("401");
    } else {
      int port = freePort();
      List<String> options =
          language == Language.PHP ? List.of("-S", "localhost:" + port) : List.of();
      Process listener =
          start("webhook-listener", language, options, Map.of("PORT", String.valueOf(port)));
      try {
        waitFor(port);
        assertThat(post(port, body, "X-DocuSign-Signature-1", sign(body, HMAC_KEY))).isEqualTo(200);
        assertThat(post(port, body, "x-docusign-signature-2", sign(body, HMAC_KEY))).isEqualTo(200);
        assertThat(post(port, body, "X-DocuSign-Signature-1", sign(body, "another key")))
            .isEqualTo(401);
        assertThat(post(port, body, "X-Other", sign(body, HMAC_KEY))).isEqualTo(401);
      } finally {
        listener.destroyForcibly();
      }
    }
    assertThat(Files.readAllLines(folder.resolve("queue.ndjson")))
        .hasSize(language == Language.RUBY ? 1 : 2)
        .allMatch(line -> line.contains("\"envelopeId\":\"1\""));
  }

  private String rackStatus(String body, String signature) throws Exception {
    String harness =
        "require 'stringio'; def run(app) = $app = app; load ARGV[0];"
            + " puts $app.call('rack.input' => StringIO.new(ARGV[1]),"
            + " 'HTTP_X_DOCUSIGN_SIGNATURE_1' => ARGV[2])[0]";
    Path program = folder.resolve("config.ru");
    Files.writeString(program, Recipes.text("webhook-listener.rb").orElseThrow());
    ProcessBuilder builder =
        new ProcessBuilder("ruby", "-e", harness, program.toString(), body, signature)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("HMAC_KEY", HMAC_KEY);
    return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .strip();
  }

  private static String sign(String body, String key) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static int post(int port, String body, String header, String value) throws Exception {
    return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void waitFor(int port) throws Exception {
    for (int i = 0; i < 300; i++) {
      try {
        new Socket("localhost", port).close();
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
  }

  static Stream<Arguments> requests() {
    return Recipes.all().stream()
        .flatMap(
            recipe ->
                Pattern.compile("(?s)\n```http\n(.*?)\n```\n")
                    .matcher(Recipes.text(recipe.id()).orElseThrow())
                    .results()
                    .map(found -> Arguments.of(recipe.id(), found.group(1))));
  }

  /** A request as it is printed is a request that the API knows. */
  @ParameterizedTest
  @MethodSource("requests")
  void aPrintedRequestIsOneOfTheApi(String recipe, String text) throws Exception {
    Matcher parts = Pattern.compile("(?s)(\\w+) (\\S+) HTTP/1.1\n(.*?)(?:\n\n(.*))?").matcher(text);
    assertThat(parts.matches()).as(text).isTrue();
    String body = parts.group(4) == null ? "" : parts.group(4);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stub.origin() + parts.group(2)))
            .method(parts.group(1), HttpRequest.BodyPublishers.ofString(body));
    for (String header : parts.group(3).lines().toList()) {
      String[] pair = header.split(": ", 2);
      if (!pair[0].equals("Host")) {
        request.header(pair[0], pair[1].replace("ACCESS_TOKEN", StubApi.TOKEN));
      }
    }
    if (body.startsWith("{")) {
      JSON.readTree(body);
    }

    assertThat(send(request).statusCode()).isBetween(200, 204);
    if (parts.group(2).startsWith("/restapi/")) {
      String envelope = StubApi.LISTED;
      String path = parts.group(2).replace("ENVELOPE_ID", envelope);
      GoLiveReport report =
          check(
              List.of(new StubApi.Call(java.time.Instant.now(), parts.group(1), path, 200, body)));
      assertThat(report.window().calls()).as(path).hasSize(1);
      assertThat(report.window().calls().get(0).operation()).as(path).isNotNull();
    }
  }

  @Test
  void everyProgramThatIsPrintedIsRun() {
    assertThat(Recipes.all())
        .filteredOn(recipe -> Recipes.text(recipe.id() + ".java").isPresent())
        .extracting(Recipes.Recipe::id)
        .containsExactlyInAnyOrder(
            "polling-to-webhooks",
            "webhook-listener",
            "list-changes",
            "jwt-grant",
            "limits",
            "time-outs-and-repeats",
            "clean-calls");
  }
}
