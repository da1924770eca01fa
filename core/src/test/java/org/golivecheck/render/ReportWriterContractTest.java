package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every format and every report. A new format is tested by being registered. */
class ReportWriterContractTest {

  static Stream<Arguments> formatsAndReports() {
    return ReportFormats.names().stream()
        .flatMap(
            format ->
                ReportFixtures.all().keySet().stream().map(name -> Arguments.of(format, name)));
  }

  @ParameterizedTest
  @MethodSource("formatsAndReports")
  void printsNoControlCharacterButLineFeed(String format, String name) {
    assertThat(print(format, name).codePoints()).noneMatch(Steering::steersLines);
  }

  @ParameterizedTest
  @MethodSource("formatsAndReports")
  void printsNoPlantedSecret(String format, String name) {
    String printed = print(format, name);

    assertThat(ReportFixtures.PLANTED).noneMatch(printed::contains);
  }

  @ParameterizedTest
  @MethodSource("formatsAndReports")
  void printsTheSameAgainAndEndsWithALineFeed(String format, String name) {
    String printed = print(format, name);

    assertThat(printed).isEqualTo(print(format, name)).endsWith("\n");
  }

  @ParameterizedTest
  @MethodSource("formatsAndReports")
  void neitherFlushesNorCloses(String format, String name) throws IOException {
    StringWriter out =
        new StringWriter() {
          @Override
          public void flush() {
            throw new IllegalStateException("flushed");
          }

          @Override
          public void close() {
            throw new IllegalStateException("closed");
          }
        };

    ReportFormats.writer(format).write(ReportFixtures.all().get(name), out);

    assertThat(out.toString()).isEqualTo(print(format, name));
  }

  private static String print(String format, String name) {
    StringBuilder out = new StringBuilder();
    try {
      ReportFormats.writer(format).write(ReportFixtures.all().get(name), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }
}
