package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code calls} lists of a log is judged as the log is. */
final class ListingReadBackTest {
  private static final Path LOGS = Path.of("..", "samples", "logs");

  @TempDir Path folder;

  static Stream<Arguments> listings() throws IOException {
    List<Arguments> all = new ArrayList<>();
    try (Stream<Path> logs = Files.list(LOGS)) {
      for (Path log : logs.filter(file -> file.toString().endsWith(".zip")).sorted().toList()) {
        all.add(Arguments.of("ndjson", log));
        all.add(Arguments.of("csv", log));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("listings")
  void aListingIsJudgedAsTheLogItself(String format, Path log) throws IOException {
    Path listing = folder.resolve("listing");
    run("calls", "-r", format + "=" + listing, log.toString());

    for (String profile : List.of("classic", "current", "strict")) {
      List<String> expected = judged(log, profile);

      assertThat(judged(listing, profile)).as(profile).isEqualTo(expected);
    }
  }

  /** Returns what a review says, but for the places and what no listing has. */
  private List<String> judged(Path log, String profile) throws IOException {
    Path report = folder.resolve("report.csv");
    int exit = run("check", "--profile", profile, "-r", "csv=" + report, log.toString());
    List<String> judged = new ArrayList<>(List.of("exit " + exit));
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(report, StandardCharsets.UTF_8, format)) {
      for (CSVRecord row : rows) {
        Map<String, String> finding = row.toMap();
        finding.remove("source");
        // The limits of the account are in headers, which are not listed.
        if (!"RL-005".equals(finding.get("rule"))) {
          judged.add(new TreeMap<>(finding).toString());
        }
      }
    }
    return judged;
  }

  private static int run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    InputStream in = InputStream.nullInputStream();
    return Main.run(arguments, in, out, err, Environment.NONE);
  }
}
