package org.golivecheck.log.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.log.text.LogTime.Form;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form in which the logs that we know write a time. */
class LogTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static @Nullable LogTime in(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return LogTimes.in(bytes, 0, bytes.length);
  }

  private static LogTime value(String text) {
    LogTime time = LogTimes.value(text);
    assertThat(time).as(text).isNotNull();
    return time;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23T21:01:50Z | 2026-11-23T21:01:50Z",
        "2026-11-23t21:01:50.1234567z | 2026-11-23T21:01:50.123456700Z",
        "2026-11-23T21:01:50,639+01:00 | 2026-11-23T20:01:50.639Z",
        "2026-11-23 21:01:50.639 +0100 | 2026-11-23T20:01:50.639Z",
        "2026-11-23 21:01:50.639 +01:00 | 2026-11-23T20:01:50.639Z",
        "2026-11-23 21:01:50:639 +0100 | 2026-11-23T20:01:50.639Z",
        "2026-11-23 21:01:50-05 | 2026-11-24T02:01:50Z",
        "2026-11-23 21:01:50 UTC | 2026-11-23T21:01:50Z",
        "2026-11-23T21:01Z | 2026-11-23T21:01:00Z",
        "2026-11-23T21:01:50.5+01:00[Europe/Berlin] | 2026-11-23T20:01:50.500Z",
        "2026/11/23 21:01:50 +0000 | 2026-11-23T21:01:50Z",
        "23/Nov/2026:21:01:50 +0000 | 2026-11-23T21:01:50Z",
        "[23/Nov/2026:21:01:50 -0330] | 2026-11-24T00:31:50Z",
        "[23-Nov-2026 21:01:50 UTC] | 2026-11-23T21:01:50Z",
        "[23-Nov-2026 21:01:50 Europe/Berlin] | 2026-11-23T20:01:50Z",
        "Mon, 23 Nov 2026 21:01:50 GMT | 2026-11-23T21:01:50Z",
        "Mon, 23-Nov-2026 21:01:50 GMT | 2026-11-23T21:01:50Z",
        "Mon, 2 Nov 2026 21:01:50 +0100 | 2026-11-02T20:01:50Z",
        "Mon Nov 23 21:01:50 UTC 2026 | 2026-11-23T21:01:50Z",
        "Mon Nov  2 21:01:50 +0100 2026 | 2026-11-02T20:01:50Z",
        "2016-12-31T23:59:60Z | 2016-12-31T23:59:59Z",
        "1795467710 | 2026-11-23T21:01:50Z",
        "1795467710639 | 2026-11-23T21:01:50.639Z",
        "1795467710639123 | 2026-11-23T21:01:50.639123Z",
        "1795467710639123456 | 2026-11-23T21:01:50.639123456Z",
        "1795467710.639 | 2026-11-23T21:01:50.639Z",
        "1795467710639.25 | 2026-11-23T21:01:50.639250Z",
      })
  void aTimeWithAZoneIsAnInstant(String text, Instant expected) {
    assertThat(value(text).form()).isEqualTo(Form.INSTANT);
    assertThat(value(text).instant(null)).isEqualTo(expected);
    assertThat(value(text).instant(BERLIN)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23 21:01:50,639 | 2026-11-23T20:01:50.639Z",
        "2026-11-23T21:01:50.639 | 2026-11-23T20:01:50.639Z",
        "2026-11-23_21:01:50 | 2026-11-23T20:01:50Z",
        "2026-7-3 9:01:50 | 2026-07-03T07:01:50Z",
        "Nov 23, 2026 9:01:50 PM | 2026-11-23T20:01:50Z",
        "Nov 23, 2026 9:01:50\u202fPM | 2026-11-23T20:01:50Z",
        "Nov 23, 2026 9:01:50\u00a0PM | 2026-11-23T20:01:50Z",
        "Nov 23, 2026, 12:01:50 AM | 2026-11-22T23:01:50Z",
        "Nov 23, 2026 12:01:50 PM | 2026-11-23T11:01:50Z",
        "23 Nov 2026 21:01:50.639 | 2026-11-23T20:01:50.639Z",
        "23-Nov-2026 21:01:50 | 2026-11-23T20:01:50Z",
        "Mon Nov 23 21:01:50.123456 2026 | 2026-11-23T20:01:50.123456Z",
        "Mon Nov 23 21:01:50 CET 2026 | 2026-11-23T20:01:50Z",
        "23.11.2026 21:01:50 | 2026-11-23T20:01:50Z",
        "3.4.2026 21:01:50 | 2026-04-03T19:01:50Z",
        "23/11/2026 21:01:50 | 2026-11-23T20:01:50Z",
        "11/23/2026 9:01:50 PM | 2026-11-23T20:01:50Z",
        "04/04/2026 21:01:50 | 2026-04-04T19:01:50Z",
      })
  void aTimeWithoutAZoneNeedsOne(String text, Instant inBerlin) {
    assertThat(value(text).form()).isEqualTo(Form.NO_ZONE);
    assertThat(value(text).instant(null)).isNull();
    assertThat(value(text).instant(BERLIN)).isEqualTo(inBerlin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"03/04/2026 21:01:50", "3/4/2026 9:01 PM", "03-04-2026 21:01:50"})
  void aDateThatMayBeTwoIsRefused(String text) {
    assertThat(value(text).form()).isEqualTo(Form.AMBIGUOUS);
    assertThat(value(text).instant(BERLIN)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "null",
        "2026-11-23",
        "2026-13-23T21:01:50Z",
        "2026-02-29T21:01:50Z",
        "2026-11-23T24:01:50Z",
        "2026-11-23T21:61:50Z",
        "2026-11-23T21:01:50+19:00 x",
        "Nov 23, 2026 13:01:50 PM",
        "Nov 31, 2026 1:01:50 PM",
        "Now 23, 2026 9:01:50 PM",
        "31/Foo/2026:21:01:50 +0000",
        "Mon, 23 Nov 2026",
        "12",
        "20261123",
        "99999999999999999999",
        "1795467710.",
        "21:01",
        "23.11.26 21:01:50",
        "2026-11-23T21:01:50Z trailing",
        "1.2.3.4",
      })
  void anythingElseIsNoTime(String text) {
    assertThat(LogTimes.value(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23 21:01:50,639 ERROR x | 0 | 23",
        "I, [2026-11-23T21:01:50.123456 #1234]  INFO -- : x | 4 | 30",
        "ERROR:app:2026-11-23 21:01:50 +0000 x | 10 | 35",
        "2026-11-23 21:01:50 -1 errors | 0 | 19",
        "2026-11-23 21:01:50 GMTX | 0 | 19",
        "21:02:48.639 [main] INFO  o.g.j.L -- 1 * x | 0 | 12",
        "12:00:00 [main] 2026-11-23 21:01:50Z x | 16 | 36",
        "<14>Nov 23, 2026 9:01:50 PM x | 4 | 27",
      })
  void theTimeOfALineIsFoundInItsBeginning(String line, int from, int end) {
    // The mark of syslog ends with a sign that no time follows elsewhere.
    LogTime time = in(line.replace("<14>", "<14 "));

    assertThat(time).isNotNull();
    assertThat(List.of(time.from(), time.end())).containsExactly(from, end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no time at all",
        "at a.b.C(C.java:21)",
        "v1-2026-11-23T21:01:50Z",
        "id 20261123T210150"
      })
  void aLineMayHaveNone(String line) {
    assertThat(in(line)).isNull();
  }

  @Test
  void aTimeOfDayTellsNoDate() {
    LogTime time = in("21:02:48.639 [main] INFO x");

    assertThat(time).isNotNull();
    assertThat(time.form()).isEqualTo(Form.NO_DATE);
    assertThat(time.instant(BERLIN)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "21:02:48.639 | 2026-11-23T21:02:48Z | 2026-11-23T21:02:48.639Z",
        "00:00:01.500 | 2026-11-23T23:59:59Z | 2026-11-24T00:00:01.500Z",
        "06:47:48.639 | 2026-11-23T01:02:49Z | 2026-11-23T01:02:48.639Z",
        "2026-11-24 02:32:48,5 | 2026-11-23T21:02:48Z | 2026-11-23T21:02:48.500Z",
        "2026-11-24 02:32:48,5+05:30 | 2026-11-23T00:00:00Z | 2026-11-23T21:02:48.500Z",
        "2026-11-24 02:39:00 | 2026-11-23T21:02:48Z | 2026-11-23T21:02:48Z",
        "2026-11-29 21:02:48 | 2026-11-23T21:02:48Z | 2026-11-23T21:02:48Z",
        "03/04/2026 21:02:48 | 2026-11-23T21:02:48Z | 2026-11-23T21:02:48Z",
      })
  void theDateHeaderTellsZoneAndDate(String text, Instant header, Instant expected) {
    assertThat(value(text).near(header)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23T21:01:50Z | 2026-11-23T21:01:50.25Z | 250000000",
        "21:01:50,639 | 21:01:51,000 | 361000000",
        "23:59:59 | 00:00:01 | 2000000000",
        "2026-11-23T21:01:50Z | 2026-11-23T21:01:49Z | -1",
        "2026-11-23T21:01:50Z | 2026-11-23T21:01:49 | -1",
      })
  void twoTimesOfALogTellHowLongItTook(String first, String second, long nanos) {
    assertThat(value(second).nanosSince(value(first))).isEqualTo(nanos);
  }

  @Provide
  Arbitrary<LocalDateTime> moments() {
    return Arbitraries.longs()
        .between(631_152_000L, 4_102_444_800L)
        .map(seconds -> LocalDateTime.ofEpochSecond(seconds, 123_000_000, ZoneOffset.UTC));
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
        "yyyy-MM-dd HH:mm:ss,SSS",
        "yyyy-MM-dd'T'HH:mm:ss.SSS",
        "yyyy/MM/dd HH:mm:ss.SSS",
        "dd-MMM-yyyy HH:mm:ss.SSS",
        "dd MMM yyyy HH:mm:ss.SSS",
        "MMM d, yyyy h:mm:ss.SSS a",
        "dd.MM.yyyy HH:mm:ss.SSS",
        "EEE MMM dd HH:mm:ss.SSS yyyy");
  }

  @Property
  void whatJavaWritesIsRead(
      @ForAll("moments") LocalDateTime moment, @ForAll("patterns") String pattern) {
    String text = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(moment);

    assertThat(value(text).instant(ZoneOffset.UTC)).isEqualTo(moment.toInstant(ZoneOffset.UTC));
  }

  @Property
  void anyBytesAreATimeOrNone(@ForAll byte[] bytes) {
    LogTime time = LogTimes.in(bytes, 0, bytes.length);

    if (time != null) {
      assertThat(time.end()).isBetween(time.from() + 5, bytes.length);
    }
  }
}
