package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short run takes its time to load classes, so the way from a zip to its text report is short.
 */
final class StartUpIT {
  private static final Path LAUNCHER =
      Path.of(Objects.requireNonNull(System.getProperty("launcher"), "launcher"));

  /** A log with all kinds of calls; the command's class data archive is made by reading it. */
  private static final Path SAMPLE =
      LAUNCHER.resolveSibling("classes").resolve("org/golivecheck/cli/sample.zip");

  /** Lambdas not counted; the sample loads 410 today. Lower it when a change loads fewer. */
  private static final int MOST_OWN_CLASSES = 410;

  private static final Pattern LOADED = Pattern.compile("^(\\S+) source: ", Pattern.MULTILINE);

  @TempDir Path folder;

  @BeforeEach
  void needAShell() {
    assumeThat(Path.of("/bin/sh")).isExecutable();
  }

  @Test
  void textReportLoadsNoLibraryForOtherWork() throws Exception {
    assertThat(loaded(SAMPLE))
        .contains("org.golivecheck.render.text.TextReportWriter")
        .noneMatch(of("com.google."))
        .noneMatch(of("com.fasterxml.jackson.databind."))
        .noneMatch(of("org.apache.commons.io."));
  }

  @Test
  void logWithoutErrorsInBodiesNeedsNoJsonParser() throws Exception {
    Path log = folder.resolve("log.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(log))) {
      zip.putNextEntry(new ZipEntry("00_OK_GetEnvelope.txt"));
      zip.write(
          """
          Timestamp: 2026-03-01T09:15:30Z

          GET https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes/2
          Accept: */*

          200 OK

          Content-Type: application/json

          {"status":"sent"}
          """
              .getBytes(StandardCharsets.UTF_8));
    }

    assertThat(loaded(log))
        .contains("org.golivecheck.render.text.TextReportWriter")
        .noneMatch(of("com.fasterxml."));
  }

  @Test
  void requestLogLoadsNoReaderOfOtherFormats() throws Exception {
    assertThat(loaded(SAMPLE))
        .contains("org.golivecheck.log.request.RequestLogReader")
        .noneMatch(of("org.golivecheck.log.access."))
        .noneMatch(of("org.golivecheck.log.client."))
        .noneMatch(of("org.golivecheck.log.otel."))
        .noneMatch(of("org.golivecheck.log.record."));
  }

  @Test
  void textReportLoadsFewOwnClasses() throws Exception {
    assertThat(loaded(SAMPLE))
        .filteredOn(of("org.golivecheck.").and(name -> !name.contains("$$Lambda")))
        .hasSizeBetween(100, MOST_OWN_CLASSES);
  }

  private static Predicate<String> of(String packageName) {
    return name -> name.startsWith(packageName);
  }

  private List<String> loaded(Path log) throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.txt");
    ProcessBuilder builder =
        new ProcessBuilder(LAUNCHER.toString(), log.toString()).directory(folder.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder
        .environment()
        .put("GOLIVE_CHECK_OPTS", "-Xlog:class+load=info:file=" + classes + ":none");
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("printed.txt").toFile());
    int exit = builder.start().waitFor();

    assertThat(exit).as(Files.readString(folder.resolve("printed.txt"))).isEqualTo(1);
    return LOADED
        .matcher(Files.readString(classes))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
