package org.golivecheck.samples;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Client;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Operations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleLogsTest {
  private static final Path LOGS = Path.of("logs");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s\"@]+@([^\\s\"@]+)");

  static List<Story> stories() {
    return Stories.all();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void committedLogIsTheGeneratedOne(Story story) throws IOException {
    assertThat(LOGS.resolve(SampleLogs.fileName(story))).hasBinaryContent(SampleLogs.zip(story));
  }

  @Test
  void committedListIsTheGeneratedOne() {
    assertThat(LOGS.resolve("README.md")).hasContent(SampleLogs.readme());
  }

  @Test
  void folderHoldsNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(LOGS)) {
      assertThat(files.map(file -> file.getFileName().toString()).collect(toSet()))
          .hasSize(stories().size() + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void logIsOneThatDocuSignCouldHandOut(Story story) {
    assertThat(story.calls()).hasSizeBetween(1, 50);
    assertThat(story.calls()).extracting(LoggedCall::traceToken).doesNotHaveDuplicates();
    assertThat(story.calls()).extracting(LoggedCall::timestamp).doesNotHaveDuplicates();
    assertThat(story.calls())
        .isSortedAccordingTo(Comparator.comparing(LoggedCall::timestamp))
        .allSatisfy(
            call ->
                assertThat(call.responseHeaders())
                    .contains("X-DocuSign-TraceToken: " + call.traceToken()));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void logHoldsNeitherSecretsNorAddressesOfPeople(Story story) {
    for (LoggedCall call : story.calls()) {
      String text = RequestLogText.render(call);
      assertThat(text).contains("Authorization: Bearer [omitted]").doesNotContain("eyJ");
      assertThat(ADDRESS.matcher(text).results().map(match -> match.group(1)))
          .allMatch("example.com"::equals);
      assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSize(text.length());
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void logHasTwentyCountableCallsUnlessItsStoryIsThatItHasFewer(Story story) {
    long countable =
        story.calls().stream().filter(call -> Exclusion.of(asRead(call)) == null).count();
    if (story.id().equals("too-few-calls")) {
      assertThat(countable).isEqualTo(12);
    } else {
      assertThat(countable).isGreaterThanOrEqualTo(20);
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void nameInTheLogAgreesWithThePath(Story story) {
    for (LoggedCall call : story.calls()) {
      ApiCall unknownPath =
          ApiCall.builder(Instant.EPOCH, "GET", "/unknown", 200)
              .loggedOperation(call.operation())
              .build();
      String documented = Operations.of(unknownPath).name();
      if (!documented.isEmpty()) {
        assertThat(Operations.of(asRead(call)).name()).isEqualTo(documented);
      }
    }
  }

  private static ApiCall asRead(LoggedCall call) {
    return ApiCall.builder(call.timestamp(), call.method(), call.url(), call.status())
        .client(new Client(null, null, header(call, "Referer"), header(call, "Origin"), null))
        .build();
  }

  private static String header(LoggedCall call, String name) {
    return call.requestHeaders().stream()
        .filter(header -> header.startsWith(name + ": "))
        .map(header -> header.substring(name.length() + 2))
        .findFirst()
        .orElse(null);
  }
}
