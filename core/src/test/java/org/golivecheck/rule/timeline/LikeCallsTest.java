package org.golivecheck.rule.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.like.CallSink;
import org.golivecheck.call.like.LikeCall;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.rule.ReviewSettings.Traffic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call that is like an earlier one gives the same row whether an object is made of it or not. */
class LikeCallsTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final List<String> GUIDS =
      List.of(
          "6e7f0b1c-405f-4a21-8444-627dc7b5f9ab",
          "6E7F0B1C-405F-4A21-8444-627DC7B5F9AB",
          "6e7f0b1c-405f-4a21-8444-627DC7B5F9AB",
          "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "abcdefab-cdef-abcd-efab-cdefabcdefab",
          "6e7f0b1c-405f-4a21-8444-627dc7b5f9a",
          "6e7f0b1c-405f-4a21-8444-627dc7b5f9ag",
          "token",
          "",
          "-");

  static Stream<ReviewSettings> settings() {
    ReviewSettings all = ReviewSettings.DEFAULT;
    return Stream.of(
        all,
        all.withSince(START.plusSeconds(900)).withUntil(START.plusSeconds(1900)),
        all.withAsOf(START.plusSeconds(1000)),
        all.withHost("demo.docusign.net"),
        all.withUser("u"),
        all.withTraffic(new Traffic(Set.of("gateway.example.com"), Map.of("7", "1"), null)));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void rowsAreTheSame(ReviewSettings settings) throws IOException {
    for (int seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      byte[] log = log(random, seed % 2 == 0);
      long room = seed < 4 ? 1 << 24 : 20_000 + random.nextInt(10_000);
      TimelineBuilder fromBytes = new TimelineBuilder(settings, room);
      TimelineBuilder fromCalls = new TimelineBuilder(settings, room);
      Counter counter = new Counter(fromBytes);

      read(log, counter);
      read(log, call -> fromCalls.accept(call));

      assertThat(counter.likes).isGreaterThan(500);
      assertThat(bytes(fromBytes)).as("seed %d", seed).isEqualTo(bytes(fromCalls));
    }
  }

  private static byte[] bytes(TimelineBuilder builder) throws IOException {
    CallsWriter writer = new CallsWriter();
    builder.write(writer);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.writeTo(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static void read(byte[] log, Consumer<ApiCall> target) {
    LogSource source = LogSource.of("log", new ByteArrayInputStream(log));
    try (LogCalls calls = Logs.open(List.of(source), ReadLimits.DEFAULT, 1)) {
      calls.stream().spliterator().forEachRemaining(target);
    }
  }

  private static byte[] log(Random random, boolean json) {
    StringBuilder lines = new StringBuilder();
    if (!json) {
      lines.append(
          "timestamp,method,url,status,trace_token,duration_ms,user_agent,request_bytes\n");
    }
    for (int i = 0; i < 2500; i++) {
      String time =
          START.plusNanos(i * 1_000_000_000L + random.nextInt(3) * 123_456_700L).toString();
      String token = i < 300 ? GUIDS.get(0) : one(random, GUIDS);
      String method = one(random, List.of("GET", "GET", "GET", "POST"));
      int status = random.nextInt(9) == 0 ? 400 + random.nextInt(2) : 200;
      String size = random.nextInt(9) == 0 ? "30000000" : "12";
      String agent = "Agent/" + random.nextInt(3);
      if (json) {
        lines.append(
            "{\"timestamp\":\"%s\",\"method\":\"%s\",\"url\":\"%s\",\"status\":%d,\"trace_token\":\"%s\",\"duration_ms\":%d,\"user_agent\":\"%s\",\"request_bytes\":%s%s}\n"
                .formatted(
                    time,
                    method,
                    url(random),
                    status,
                    token,
                    i,
                    agent,
                    size,
                    one(
                        random,
                        List.of(
                            "",
                            "",
                            "",
                            ",\"error_code\":\"X_Y\"",
                            ",\"headers\":{\"X-RateLimit-Limit\":\"3000\"}",
                            ",\"integration_key\":\"" + GUIDS.get(0) + "\"",
                            ",\"account\":\"1\""))));
      } else {
        lines.append(
            "%s,%s,%s,%d,%s,%d,%s,%s\n"
                .formatted(time, method, url(random), status, token, i, agent, size));
      }
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String url(Random random) {
    String host =
        one(
            random,
            List.of(
                "https://demo.docusign.net",
                "https://demo.docusign.net",
                "",
                "http://na3.docusign.net",
                "https://gateway.example.com/x"));
    return host
        + "/restapi/v2.1/accounts/"
        + one(random, List.of("1", "7", GUIDS.get(0)))
        + "/envelopes"
        + one(
            random, List.of("", "/" + one(random, GUIDS), "/" + GUIDS.get(0) + "/recipients", "/"))
        + one(random, List.of("", "", "", "?", "?start_position=" + random.nextInt(3)));
  }

  private static String one(Random random, List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  /** Counts the calls that come without an object. */
  private static final class Counter implements CallSink {
    private final CallSink target;
    private int likes;

    Counter(CallSink target) {
      this.target = target;
    }

    @Override
    public void accept(ApiCall call) {
      target.accept(call);
    }

    @Override
    public void acceptLike(LikeCall call) {
      likes++;
      target.acceptLike(call);
    }
  }
}
