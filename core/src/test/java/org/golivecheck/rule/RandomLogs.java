package org.golivecheck.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.Client;
import org.golivecheck.call.ItemError;

/** Random logs that are dense in what the rules look at: same paths, close times, same tokens. */
final class RandomLogs {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00.0000001Z");
  private static final String ACCOUNT = "7c4f1a52-0b1e-4d5f-8a3b-00000000000";
  private static final String ENVELOPE = "9F8e7d6c-5b4a-4938-a716-00000000000";

  private RandomLogs() {}

  static Arbitrary<List<ApiCall>> logs() {
    return Arbitraries.oneOf(
        some(call(false), 0, 60),
        some(call(true), 15, 60),
        Combinators.combine(some(call(false), 0, 5), some(call(true), 20, 50))
            .as(
                (wild, calm) -> {
                  List<ApiCall> both = new ArrayList<>(wild);
                  both.addAll(calm);
                  return both;
                }));
  }

  private static Arbitrary<List<ApiCall>> some(Arbitrary<ApiCall> calls, int min, int max) {
    return calls
        .list()
        .ofMinSize(min)
        .ofMaxSize(max)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  /** A calm call succeeded, and its time is hours from that of most others. */
  private static Arbitrary<ApiCall> call(boolean calm) {
    Arbitrary<Instant> times =
        Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(0, 90).map(n -> n * 600_000_000L)),
                Tuple.of(2, Arbitraries.longs().between(0, 9_000_000_000L)))
            .map(
                ticks -> START.plusSeconds(ticks / 10_000_000).plusNanos(ticks % 10_000_000 * 100));
    Arbitrary<String> methods = Arbitraries.of("GET", "GET", "GET", "GET", "POST", "PUT", "DELETE");
    Arbitrary<Integer> statuses =
        calm
            ? Arbitraries.of(200, 201, 204)
            : Arbitraries.of(200, 200, 200, 200, 200, 201, 204, 302, 400, 401, 429, 503, 100);
    Arbitrary<String> tokens =
        Arbitraries.integers()
            .between(0, 70)
            .map(
                n ->
                    n > 60
                        ? null
                        : n > 50 ? "Token-" + n : guid("A1b2c3d4-0000-4000-8000-0000000000", n));
    return Combinators.combine(times, methods, urls(), statuses, tokens, clients(), sources())
        .as(
            (time, method, url, status, token, client, source) ->
                ApiCall.builder(time, method, url, status)
                    .traceToken(token)
                    .client(client)
                    .source(source)
                    .error(status >= 400 ? ApiError.EMPTY : null)
                    .itemErrors(
                        status == 201 ? List.of(new ItemError("INVALID_TAB", "")) : List.of())
                    .build());
  }

  private static Arbitrary<String> urls() {
    Arbitrary<String> hosts =
        Arbitraries.of(
            "https://demo.docusign.net",
            "https://demo.docusign.net",
            "https://demo.docusign.net",
            "https://EU.docusign.net:8801",
            "https://apps-d.docusign.com",
            "https://demo.rooms.docusign.com",
            "");
    Arbitrary<String> bases =
        Arbitraries.of(
            "/restapi/v2.1/accounts/", "/restapi/v2.1/accounts/", "/restapi/v2/accounts/");
    Arbitrary<String> tails =
        Arbitraries.of("", "/", "/documents/1", "/recipients", "?include=recipients", "/workflow/");
    Arbitrary<String> lists =
        Arbitraries.of(
            "",
            "?from_date=2026-11-01",
            "?from_date=2026-11-01&start_position=0",
            "?start_position=100&from_date=2026-11-01",
            "?from_date=2026%2D11%2D01&start_position=200",
            "?start_position=x",
            "?start_position=100",
            "/?count=5");
    Arbitrary<String> envelopes =
        Combinators.combine(
                hosts,
                bases,
                Arbitraries.integers().between(0, 1),
                Arbitraries.integers().between(0, 3),
                Arbitraries.of(true, false),
                tails)
            .as(
                (host, base, account, envelope, upper, tail) -> {
                  String id = ENVELOPE + envelope;
                  return host
                      + base
                      + ACCOUNT
                      + account
                      + "/envelopes/"
                      + (upper ? id.toUpperCase(Locale.ROOT) : id)
                      + tail;
                });
    Arbitrary<String> envelopeLists =
        Combinators.combine(hosts, bases, lists)
            .as((host, base, list) -> host + base + ACCOUNT + "1/envelopes" + list);
    Arbitrary<String> others =
        Combinators.combine(
                hosts,
                Arbitraries.of(
                    "/restapi/v2.1/accounts/" + ACCOUNT + "1",
                    "/restapi/v2.1/accounts/" + ACCOUNT + "1/envelopes/status",
                    "/restapi/v2.1/login_information",
                    "/restapi/v2.1/diagnostics/request_logs",
                    "/oauth/userinfo",
                    "/clickapi/v1/accounts/1/clickwraps",
                    "/restapi/v2.1/accounts/" + ACCOUNT + "1/templates"))
            .as((host, path) -> host + path);
    return Arbitraries.frequencyOf(
        Tuple.of(6, envelopes), Tuple.of(2, envelopeLists), Tuple.of(2, others));
  }

  private static Arbitrary<Client> clients() {
    return Arbitraries.of(
        Client.UNKNOWN,
        Client.UNKNOWN,
        Client.UNKNOWN,
        new Client("Swagger-Codegen/v2.1/6.0.0/Java", "Java", null, null, null),
        new Client(null, null, "https://AppDemo.docusign.com/send", null, null),
        new Client(null, null, null, "https://app2.docusign.net:443", null));
  }

  private static Arbitrary<String> sources() {
    return Combinators.combine(
            Arbitraries.of("a.zip!", "b.zip!", "", "app.log:"),
            Arbitraries.integers().between(0, 20))
        .as(
            (archive, number) ->
                archive.endsWith(":")
                    ? archive + (number + 1)
                    : archive + (number < 10 ? "0" : "") + number + "_OK_GetEnvelope.txt");
  }

  private static String guid(String prefix, int number) {
    String id = prefix + (number < 10 ? "0" : "") + number;
    return number % 3 == 0 ? id.toUpperCase(Locale.ROOT) : id;
  }
}
