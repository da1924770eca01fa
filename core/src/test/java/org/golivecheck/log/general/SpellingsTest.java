package org.golivecheck.log.general;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The same three calls as many clients, proxies, log stores and shippers write them. The head of
 * each spelling names what it shows beside method, path and status.
 */
class SpellingsTest {
  private static final String PATH =
      "/restapi/v2.1/accounts/5f2c9b1e-7d3a-4c1f-9a60-2b8e4d7c1a90/envelopes";

  /** A call as a person reads it. */
  private record Expected(
      String method, String path, int status, String code, String token, String time) {}

  private static final List<Expected> CALLS =
      List.of(
          new Expected(
              "POST",
              PATH,
              201,
              null,
              "5bc8fbbc-bde5-4099-8164-d8399f767c45",
              "2026-12-03T13:43:26.367Z"),
          new Expected(
              "GET",
              PATH + "/ffffffff-0000-4000-8000-00000000000e",
              404,
              "ENVELOPE_DOES_NOT_EXIST",
              "687c966c-377b-4aa2-bb2e-db20035b7399",
              "2026-12-03T13:47:30.367Z"),
          new Expected(
              "PUT",
              PATH + "/896db51f-0f15-4b52-a7c1-0f8d1c2b3a4d",
              200,
              null,
              "21da8978-206f-4c66-b1e0-c07e9e115e4b",
              "2026-12-03T13:49:32.367Z"));

  @TestFactory
  Stream<DynamicTest> theCallsAreReadFrom() throws IOException {
    String text = Resources.toString(SpellingsTest.class.getResource("spellings.txt"), UTF_8);
    return Splitter.on("%%% ")
        .omitEmptyStrings()
        .splitToStream(text)
        .map(
            spelling -> {
              int end = spelling.indexOf('\n');
              List<String> head = Splitter.on(' ').splitToList(spelling.substring(0, end));
              return DynamicTest.dynamicTest(
                  head.get(0), () -> check(Set.copyOf(head), spelling.substring(end + 1)));
            });
  }

  private static void check(Set<String> shown, String log) {
    List<ApiCall> calls = read(log);
    assertThat(calls).extracting(ApiCall::method).containsExactly("POST", "GET", "PUT");
    for (int i = 0; i < CALLS.size(); i++) {
      ApiCall call = calls.get(i);
      Expected expected = CALLS.get(i);
      assertThat(call.url().toString()).endsWith(expected.path);
      assertThat(call.status()).isEqualTo(expected.status);
      ApiError error = call.error();
      if (shown.contains("code") && expected.code != null) {
        assertThat(error).isNotNull().extracting(ApiError::code).isEqualTo(expected.code);
      }
      if (shown.contains("token")) {
        assertThat(call.traceToken()).hasToString(expected.token);
      }
      if (shown.contains("time")) {
        assertThat(call.timestamp())
            .isCloseTo(
                Instant.parse(expected.time),
                within(Duration.ofMillis(2_500).toMillis(), ChronoUnit.MILLIS));
      }
      if (shown.contains("host") && !call.url().toString().startsWith("/")) {
        assertThat(call.url().toString()).startsWith("https://demo.docusign.net/");
      }
    }
  }

  private static List<ApiCall> read(String log) {
    FormatOptions options = new FormatOptions(null, ZoneOffset.UTC, Map.of(), null);
    return ReadLog.text(options, log).calls().stream()
        .sorted(Comparator.comparing(ApiCall::timestamp))
        .toList();
  }
}
