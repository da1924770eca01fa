package org.golivecheck.log.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimestampTest {

  @ParameterizedTest
  @CsvSource({
    "2016-07-17T10:24:03.0534526Z,      2016-07-17T10:24:03.053452600Z",
    "2016-07-17T10:24:03Z,              2016-07-17T10:24:03Z",
    "2016-07-17T10:24:03.0000000Z,      2016-07-17T10:24:03Z",
    "2016-07-17T10:24:03.5Z,            2016-07-17T10:24:03.500Z",
    "2016-07-17T10:24:03.123456789Z,    2016-07-17T10:24:03.123456789Z",
    "2016-07-17t10:24:03z,              2016-07-17T10:24:03Z",
    "2016-07-17T10:24:03.1234567,       2016-07-17T10:24:03.123456700Z",
    "2016-07-17T10:24:03+02:00,         2016-07-17T08:24:03Z",
    "2016-07-17T10:24:03.5-0730,        2016-07-17T17:54:03.500Z",
    "2016-07-17T10:24:03+05,            2016-07-17T05:24:03Z",
    "2016-12-31T23:59:60.5Z,            2016-12-31T23:59:59.500Z",
    "2016-12-31T24:00:00Z,              2017-01-01T00:00:00Z",
    "2024-02-29T00:00:00Z,              2024-02-29T00:00:00Z",
    "0000-01-01T00:00:00Z,              0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.9999999Z,      9999-12-31T23:59:59.999999900Z"
  })
  void timeIsRead(String text, String expected) {
    assertThat(LogTimestamp.parse(text)).isEqualTo(Instant.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2016-07-17",
        "2016-07-17 10:24:03Z",
        "2016-07-17T10:24Z",
        "2016-07-17T10:24:03.Z",
        "2016-07-17T10:24:03.1234567890Z",
        "2016-07-17T10:24:03,5Z",
        "2016-13-17T10:24:03Z",
        "2016-00-17T10:24:03Z",
        "2023-02-29T10:24:03Z",
        "2016-07-32T10:24:03Z",
        "2016-07-00T10:24:03Z",
        "2016-07-17T25:24:03Z",
        "2016-07-17T10:60:03Z",
        "2016-07-17T10:24:60Z",
        "2016-07-17T24:00:01Z",
        "2016-07-17T10:24:03+19:00",
        "2016-07-17T10:24:03+18:01",
        "2016-07-17T10:24:03+02:60",
        "2016-07-17T10:24:03+2",
        "2016-07-17T10:24:03Zulu",
        "12016-07-17T10:24:03Z",
        "+2016-07-17T10:24:03Z",
        "-016-07-17T10:24:03Z",
        "٢٠١٦-07-17T10:24:03Z"
      })
  void anythingElseIsNoTime(String text) {
    assertThat(LogTimestamp.parse(text)).isNull();
  }

  @Property
  void everyInstantThatIsPrintedIsReadBack(
      @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    Instant instant = Instant.ofEpochSecond(seconds, nanos);

    assertThat(LogTimestamp.parse(instant.toString())).isEqualTo(instant);
  }

  @Property
  void fieldsOutOfRangeAreReadAsInstantDoes(
      @ForAll @IntRange(max = 14) int month,
      @ForAll @IntRange(max = 33) int day,
      @ForAll @IntRange(max = 26) int hour,
      @ForAll @IntRange(min = 55, max = 62) int minute,
      @ForAll @IntRange(min = 55, max = 62) int second) {
    String time =
        String.format(
            Locale.ROOT, "2023-%02d-%02dT%02d:%02d:%02dZ", month, day, hour, minute, second);
    Instant expected;
    try {
      expected = Instant.parse(time);
    } catch (DateTimeException e) {
      expected = null;
    }

    assertThat(LogTimestamp.parse(time)).isEqualTo(expected);
  }
}
