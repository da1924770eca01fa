package org.golivecheck.log.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;

/**
 * Access logs as proxies write them.
 *
 * @param variant which of them
 * @param logFormat what the user says of the format; null for the usual ones
 * @param ofOwnSide whether calls to all hosts are in it, with the name of the host
 * @param lacks what its lines do not carry
 * @param line writes the line of a call
 */
record AccessRendering(
    String variant,
    String logFormat,
    boolean ofOwnSide,
    Set<LogField> lacks,
    Function<ScenarioCall, String> line)
    implements Rendering {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.ofHours(-5));

  /** The combined format: neither host nor trace token nor duration. */
  static Rendering combined() {
    return new AccessRendering(
        "combined",
        null,
        false,
        EnumSet.of(
            LogField.TRACE_TOKEN,
            LogField.DURATION,
            LogField.LIMITS,
            LogField.SIZE,
            LogField.OAUTH),
        call -> combined(call, call.end()));
  }

  /** A format of nginx with all that it can log of a call. */
  static Rendering nginx() {
    return new AccessRendering(
        "nginx log_format",
        "$time_iso8601 $msec $host \"$request\" $status $request_time \"$http_user_agent\""
            + " $http_x_docusign_sdk $http_content_length $upstream_http_x_docusign_tracetoken"
            + " $upstream_http_x_ratelimit_limit $upstream_http_x_ratelimit_remaining"
            + " $upstream_http_x_burstlimit_limit $upstream_http_x_burstlimit_remaining",
        true,
        EnumSet.noneOf(LogField.class),
        call ->
            String.join(
                " ",
                call.end().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString(),
                call.end().getEpochSecond() + ".250",
                call.host(),
                '"' + call.method() + " " + call.path() + " HTTP/1.1\"",
                Integer.toString(call.status()),
                "0.250",
                '"' + Scenario.USER_AGENT + '"',
                call.requestHeaders().getOrDefault("X-DocuSign-SDK", "-"),
                Integer.toString(call.requestBody().length()),
                orDash(call.traceToken()),
                orDash(call.responseHeader("X-RateLimit-Limit")),
                orDash(call.responseHeader("X-RateLimit-Remaining")),
                orDash(call.responseHeader("X-BurstLimit-Limit")),
                orDash(call.responseHeader("X-BurstLimit-Remaining"))));
  }

  /** A format of Apache; its time is that of the beginning. */
  static Rendering apache() {
    return new AccessRendering(
        "Apache LogFormat",
        "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" %D %{Host}i"
            + " %{X-DocuSign-SDK}i %{X-DocuSign-TraceToken}o",
        true,
        EnumSet.of(LogField.LIMITS, LogField.SIZE),
        call ->
            combined(call, call.start())
                + " "
                + call.millis() * 1000
                + " "
                + call.host()
                + " "
                + call.requestHeaders().getOrDefault("X-DocuSign-SDK", "-")
                + " "
                + orDash(call.traceToken()));
  }

  /** Envoy's own format. */
  static Rendering envoy() {
    return new AccessRendering(
        "Envoy",
        null,
        true,
        EnumSet.of(LogField.TRACE_TOKEN, LogField.LIMITS),
        call ->
            String.format(
                Locale.ROOT,
                "[%s] \"%s %s HTTP/1.1\" %d - %d %d %d %d \"-\" \"%s\" \"%s\" \"%s\" \"%s\"",
                call.start(),
                call.method(),
                call.path(),
                call.status(),
                call.requestBody().length(),
                call.responseBody().length(),
                call.millis(),
                call.millis() - 1,
                Scenario.USER_AGENT,
                "5c9d8f0e-0000-4000-8000-00000000000" + call.number() % 10,
                call.host(),
                "64.207.217.1:443"));
  }

  /** HAProxy's {@code option httplog}, whose times name no zone. */
  static Rendering haproxy() {
    return new AccessRendering(
        "HAProxy",
        null,
        false,
        EnumSet.of(
            LogField.TRACE_TOKEN, LogField.LIMITS, LogField.SIZE, LogField.OAUTH, LogField.CLIENT),
        call ->
            String.format(
                Locale.ROOT,
                "Nov 23 09:00:00 gw haproxy[7]: 10.1.2.3:5431 [%s.000] out~ docusign/ds1"
                    + " 0/0/12/187/%d %d 512 - - ---- 1/1/0/0/0 0/0 \"%s %s HTTP/1.1\"",
                TIME.withZone(ZoneOffset.UTC).format(call.start()).substring(0, 20),
                call.millis(),
                call.status(),
                call.method(),
                call.path()));
  }

  /** AWS's Application Load Balancer. */
  static Rendering alb() {
    return new AccessRendering(
        "AWS ALB",
        null,
        true,
        EnumSet.of(LogField.TRACE_TOKEN, LogField.LIMITS, LogField.SIZE),
        call ->
            String.format(
                Locale.ROOT,
                "https %s app/out/50dc 10.1.2.3:28 64.207.217.1:443 0.001 0.250 0.001 %d %d 34 366"
                    + " \"%s %s HTTP/1.1\" \"%s\" ECDHE TLSv1.3 - \"Root=1-5\" \"%s\" \"-\" 1",
                call.end(),
                call.status(),
                call.status(),
                call.method(),
                call.url(),
                Scenario.USER_AGENT,
                call.host()));
  }

  private static String combined(ScenarioCall call, Instant time) {
    return String.format(
        Locale.ROOT,
        "10.1.2.3 - - [%s] \"%s %s HTTP/1.1\" %d %d \"-\" \"%s\"",
        TIME.format(time),
        call.method(),
        call.path(),
        call.status(),
        call.responseBody().length(),
        Scenario.USER_AGENT);
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  @Override
  public String format() {
    return "access-log";
  }

  @Override
  public FormatOptions options() {
    return new FormatOptions(null, ZoneOffset.UTC, Map.of(), logFormat);
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder log = new StringBuilder();
    for (ScenarioCall call : calls) {
      if (ofOwnSide || call.isOfRequestLog()) {
        log.append(line.apply(call)).append('\n');
      }
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }
}
