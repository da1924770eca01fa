package org.golivecheck.log.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCount;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every log is known as what it is, whoever else is asked. */
class ClientRecognitionTest {
  static Stream<Arguments> fixtures() {
    return ClientFixtures.ALL.stream()
        .map(fixture -> Arguments.of(fixture.file(), fixture.format()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void aLogIsKnownByItsContent(String file, String format) {
    FormatOptions utc = new FormatOptions(null, ZoneOffset.UTC, Map.of(), null);
    ReadLog log = ReadLog.of(ReadLog.bytes(file), utc, ReadLimits.DEFAULT);

    assertThat(log.format()).isEqualTo(format);
    assertThat(log.calls()).isNotEmpty();
  }

  /** Logs whose lines are found among others. */
  static Stream<Arguments> fixturesOfLines() {
    Set<String> textsAlone = Set.of("curl", "http-text", "devtools-text");
    return fixtures().filter(fixture -> !textsAlone.contains(fixture.get()[1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixturesOfLines")
  void theLogOfAnApplicationShowsTheSameCalls(String file, String format) {
    FormatOptions alone = new FormatOptions(format, ZoneOffset.UTC, Map.of(), null);
    FormatOptions amongOthers = new FormatOptions("app-log", ZoneOffset.UTC, Map.of(), null);

    ReadLog log = ReadLog.of(ReadLog.bytes(file), amongOthers, ReadLimits.DEFAULT);

    assertThat(log.calls())
        .usingRecursiveComparison()
        .isEqualTo(ReadLog.of(ReadLog.bytes(file), alone, ReadLimits.DEFAULT).calls());
  }

  @ParameterizedTest
  @CsvSource({
    "docusign-java-sdk-6.0.0_jersey-via-slf4j-logback-pattern.log, jersey, 1 < X-Burst",
    "okhttp-4.12.0_HttpLoggingInterceptor_BODY.log, okhttp, content-len",
    "logbook-3.12.2_lbhttp.log, logbook, Content-Le"
  })
  void aLogThatIsCutInACallIsIncomplete(String file, String format, String end) {
    String whole = new String(ReadLog.bytes(file), UTF_8);
    int at = whole.toLowerCase(Locale.ROOT).lastIndexOf(end.toLowerCase(Locale.ROOT));
    String cut = whole.substring(0, at + end.length());

    ReadLog log = ReadLog.text(cut);

    assertThat(at).isPositive();
    assertThat(log.format()).isEqualTo(format);
    assertThat(log.summary().incomplete()).isTrue();
    assertThat(log.summary().problems())
        .extracting(ProblemCount::problem)
        .extracting(LogProblem::message)
        .anyMatch(message -> message.contains("ends in the middle of a call"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void aLogWithoutItsLastLineBreakIsWhole(String file, String format) {
    FormatOptions utc = new FormatOptions(null, ZoneOffset.UTC, Map.of(), null);
    byte[] whole = ReadLog.bytes(file);
    byte[] stripped = new String(whole, ISO_8859_1).stripTrailing().getBytes(ISO_8859_1);

    ReadLog log = ReadLog.of(stripped, utc, ReadLimits.DEFAULT);

    assertThat(log.summary().incomplete()).isFalse();
    assertThat(log.calls()).hasSameSizeAs(ReadLog.of(whole, utc, ReadLimits.DEFAULT).calls());
  }

  @Test
  void linesOfAnotherClientAreCallsTooUnlessTheyRepeatOne() {
    String url = "https://demo.docusign.net/restapi/v2.1/accounts/1/folders";
    String at = "2026-11-23T09:00:0%dZ DEBUG 1 --- [main] ";
    ReadLog log =
        ReadLog.text(
            at.formatted(1) + "o.s.web.client.RestTemplate : HTTP GET " + url,
            at.formatted(2) + "o.s.web.client.RestTemplate : Response 200 OK",
            at.formatted(3) + "RestSharp : GET " + url + " => 200",
            at.formatted(4) + "RestSharp : PUT " + url + " => 400");

    assertThat(log.format()).isEqualTo("spring-client");
    assertThat(log.calls()).extracting(ApiCall::status).containsExactly(200, 400);
    assertThat(log.summary().incomplete()).isFalse();
  }
}
