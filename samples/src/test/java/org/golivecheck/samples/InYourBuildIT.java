package org.golivecheck.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Does what the page "In your build" says: creates the projects from its pieces, and runs them in a
 * Maven of their own. A stub takes the place of DocuSign.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class InYourBuildIT {
  private static final Path PAGE = Path.of("../core/docs/in-your-build.md");
  private static final Path PROJECTS = Path.of("target/in-your-build");
  private static final String ACCOUNT = "5f2c9b1e-3d4a-4b6c-8e7f-9a0b1c2d3e4f";
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  private static HttpServer stub;

  private record Outcome(int exit, String output) {}

  private record Block(String language, String text) {}

  @BeforeAll
  static void startStub() throws IOException {
    assumeThat(System.getProperty("it.mode", ""))
        .as("what the page names is downloaded")
        .isNotEqualTo("offline=true");
    stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stub.createContext("/restapi", InYourBuildIT::answer);
    stub.start();
  }

  @AfterAll
  static void stopStub() {
    if (stub != null) {
      stub.stop(0);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("X-DocuSign-TraceToken", UUID.randomUUID().toString());
    byte[] body =
        ("{\"envelopeId\":\"" + UUID.randomUUID() + "\",\"status\":\"created\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(201, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void theProjectOfThePageFailsAsItSaysAndThenPasses() throws Exception {
    Path project = PROJECTS.resolve("orders");
    write(project.resolve("pom.xml"), block("xml", "<project"));
    Path test = project.resolve("src/test/java/com/example/OrdersTest.java");
    String code = againstTheStub(block("java", "class OrdersTest {"));
    write(test, code);

    Outcome failed = mvn(project, "test");
    assertThat(failed.exit()).as(failed.output()).isNotZero();
    assertThat(withoutLogLevel(failed.output()))
        .contains(withoutLogLevel(block("text", "The calls of com.example.OrdersTest")));
    assertThat(project.resolve("target/golive/com.example.OrdersTest.md")).exists();

    write(test, code.replace("@RepeatedTest(2)", "@RepeatedTest(20)"));
    Outcome passed = mvn(project, "test");
    assertThat(passed.exit()).as(passed.output()).isZero();
    assertThat(passed.output()).contains("Tests run: 20,");
  }

  /** The piece for a stub, put where the page says, and the stub's address. */
  private static String againstTheStub(String code) throws IOException {
    String piece = block("java", "HttpUrlConnectorProvider");
    int end = piece.indexOf("\n\n");
    String register =
        "    apiClient.getHttpClient().register(new RecordingClientFilter(recorder));\n";
    assertThat(code).contains(register);
    return code.replace(register, register + piece.substring(end))
        .replace(
            "import org.golivecheck.recorder",
            piece.substring(0, end) + "\nimport org.golivecheck.recorder")
        .replace("https://demo.docusign.net", "http://localhost:" + stub.getAddress().getPort());
  }

  /** A build prints a message with its level before each line, and cuts blanks at line ends. */
  private static String withoutLogLevel(String text) {
    return text.replaceAll("(?m)^\\[(INFO|ERROR|WARNING)\\] ?", "").replaceAll("(?m)[ \\r]+$", "");
  }

  @Test
  void thePiecesForOtherClientsCompileAndTheGradleFileIsOne() throws Exception {
    Path project = PROJECTS.resolve("clients");
    Path tests = project.resolve("src/test/java/com/example");
    String dependencies =
        dependency("io.rest-assured:rest-assured:5.5.6")
            + dependency("org.springframework:spring-webflux:7.0.10")
            + dependency("org.testng:testng:7.11.0")
            + dependency("org.assertj:assertj-core:3.27.7");
    write(
        project.resolve("pom.xml"),
        block("xml", "<project")
            .replace("\n  </dependencies>", "\n" + dependencies + "  </dependencies>"));
    write(
        tests.resolve("ClientsTest.java"),
"""
        package com.example;

        import io.restassured.RestAssured;
        import io.restassured.response.Response;
        import java.nio.ByteBuffer;
        import org.codehaus.groovy.control.CompilationUnit;
        import org.codehaus.groovy.control.Phases;
        import org.golivecheck.recorder.CallRecorder;
        import org.golivecheck.recorder.CallRecording;
        import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
        import org.springframework.web.reactive.function.client.ExchangeFilterFunction;

        class ClientsTest {
          static void record(CallRecorder recorder) {
        %s
        %s
          }

          @Test
          void theGradleFileIsGroovy() {
            CompilationUnit unit = new CompilationUnit();
            unit.addSource(new java.io.File("build.gradle"));
            unit.compile(Phases.CONVERSION);
          }
        }
"""
            .formatted(
                block("java", "RestAssured.filters"), block("java", "ExchangeFilterFunction")));
    write(
        tests.resolve("OrdersNgTest.java"),
        """
        package com.example;

        import org.golivecheck.GoLiveCheck;
        import org.golivecheck.recorder.CallRecorder;
        import org.golivecheck.report.GoLiveReport;
        import org.golivecheck.junit.GoLiveAssertions;
        import org.testng.annotations.AfterClass;

        """
            + block("java", "class OrdersNgTest"));
    write(project.resolve("build.gradle"), block("groovy", "plugins"));

    Outcome compiled = mvn(project, "-Dtest=ClientsTest", "test");

    assertThat(compiled.exit()).as(compiled.output()).isZero();
    assertThat(coordinates(block("groovy", "plugins"), "'([\\w.]+:[\\w-]+)(?::[^']+)?'"))
        .containsAll(
            coordinates(
                block("xml", "<project").replaceAll("\\s", ""),
                "<dependency><groupId>([\\w.]+)</groupId><artifactId>([\\w-]+)<"));
  }

  private static List<String> coordinates(String text, String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1) + (matcher.groupCount() > 1 ? ":" + matcher.group(2) : ""));
    }
    assertThat(found).isNotEmpty();
    return found;
  }

  private static String dependency(String coordinates) {
    String[] parts = coordinates.split(":", 3);
    return "    <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>\n"
        .formatted((Object[]) parts);
  }

  /** Returns the block of the page in this language that contains a text. */
  private static String block(String language, String containing) throws IOException {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(PAGE));
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1), matcher.group(2)));
    }
    return blocks.stream()
        .filter(block -> block.language().equals(language) && block.text().contains(containing))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the page has no " + containing))
        .text();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Outcome mvn(Path project, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    command.addAll(
        List.of(
            "-B",
            "-ntp",
            "-f",
            project.resolve("pom.xml").toString(),
            "-Dmaven.repo.local=" + System.getProperty("it.repository"),
            "-Dmaven.repo.local.tail=" + System.getProperty("it.repository.tail")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DOCUSIGN_TOKEN", "stub");
    builder.environment().put("DOCUSIGN_ACCOUNT", ACCOUNT);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }
}
