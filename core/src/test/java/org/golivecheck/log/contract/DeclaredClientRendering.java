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
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.golivecheck.call.LogField;

/**
 * What HTTP clients log in lines of fixed forms.
 *
 * @param format the format
 * @param prefix what the logger writes before each line, with the time
 * @param lacks what its lines do not carry
 * @param lines writes the lines of a call
 */
record DeclaredClientRendering(
    String format, String prefix, Set<LogField> lacks, BiConsumer<Lines, ScenarioCall> lines)
    implements Rendering {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  /** The lines of a log, each after the same prefix but for the time. */
  private static final class Lines {
    private final StringBuilder log = new StringBuilder();
    private final String prefix;

    Lines(String prefix) {
      this.prefix = prefix;
    }

    void add(Instant time, String line) {
      log.append(prefix.formatted(time)).append(line).append('\n');
    }
  }

  /** The lines of the handlers inside and outside, as the console logger writes them. */
  static Rendering dotnet() {
    return new DeclaredClientRendering(
        "dotnet-httpclient",
        "%s info: System.Net.Http.HttpClient.docusign.Handler[100]\n      ",
        EnumSet.noneOf(LogField.class),
        (log, call) -> {
          String request = " HTTP request " + call.method() + " " + call.url();
          log.add(call.start(), "Start processing" + request);
          log.add(call.start(), "Sending" + request);
          String after = " after " + call.millis() + ".0ms - " + call.status();
          log.add(call.end(), "Received HTTP response headers" + after);
          log.add(call.end(), "End processing HTTP request" + after);
        });
  }

  static Rendering spring() {
    return new DeclaredClientRendering(
        "spring-client",
        "%s DEBUG 1 --- [nio-8080-exec-1] o.s.web.client.RestTemplate : ",
        EnumSet.noneOf(LogField.class),
        (log, call) -> {
          log.add(call.start(), "HTTP " + call.method() + " " + call.url());
          log.add(call.start(), "Accept=[application/json]");
          log.add(call.end(), "Response " + call.status() + " " + call.reason());
        });
  }

  static Rendering feign() {
    return new DeclaredClientRendering(
        "feign",
        "%s DEBUG 1 --- [nio-8080-exec-1] c.e.EnvelopesApi : [EnvelopesApi#create(String)] ",
        EnumSet.noneOf(LogField.class),
        (log, call) -> {
          log.add(call.start(), "---> " + call.method() + " " + call.url() + " HTTP/1.1");
          headers(log, call.start(), call.requestHeaders(), "%s: %s");
          if (!call.requestBody().isEmpty()) {
            log.add(call.start(), call.requestBody());
          }
          log.add(call.start(), "---> END HTTP (" + call.requestBody().length() + "-byte body)");
          log.add(
              call.end(),
              "<--- HTTP/1.1 "
                  + call.status()
                  + " "
                  + call.reason()
                  + " ("
                  + call.millis()
                  + "ms)");
          headers(log, call.end(), call.responseHeaders(), "%s: %s");
          log.add(call.end(), call.responseBody());
          log.add(call.end(), "<--- END HTTP (" + call.responseBody().length() + "-byte body)");
        });
  }

  static Rendering faraday() {
    return new DeclaredClientRendering(
        "faraday",
        "I, [%s #7]  INFO -- ",
        EnumSet.noneOf(LogField.class),
        (log, call) -> {
          String method = call.method().toUpperCase(Locale.ROOT);
          log.add(call.start(), "request: " + method + " " + call.url());
          log.add(call.start(), "request: " + fields(call.requestHeaders()));
          if (!call.requestBody().isEmpty()) {
            log.add(call.start(), "request: " + call.requestBody());
          }
          log.add(call.end(), "response: Status " + call.status());
          log.add(call.end(), "response: " + fields(call.responseHeaders()));
          log.add(call.end(), "response: " + call.responseBody());
        });
  }

  /** Requests and responses as they are sent, but for line breaks. */
  static Rendering httpText() {
    return new DeclaredClientRendering(
        "http-text",
        "",
        EnumSet.noneOf(LogField.class),
        (log, call) -> {
          log.add(call.start(), call.method() + " " + call.path() + " HTTP/1.1");
          log.add(call.start(), "Host: " + call.host());
          headers(log, call.start(), call.requestHeaders(), "%s: %s");
          log.add(call.start(), "\n" + call.requestBody() + "\n");
          log.add(call.end(), "HTTP/1.1 " + call.status() + " " + call.reason());
          headers(log, call.end(), call.responseHeaders(), "%s: %s");
          log.add(call.end(), "Date: " + HTTP_DATE.format(call.end()));
          log.add(call.end(), "\n" + call.responseBody() + "\n");
        });
  }

  /** What a browser shows of its calls. */
  static Rendering captions() {
    return new DeclaredClientRendering(
        "devtools-text",
        "",
        EnumSet.of(LogField.KEY),
        (log, call) -> {
          log.add(call.start(), "Request URL: " + call.url());
          log.add(call.start(), "Request Method: " + call.method());
          log.add(call.start(), "Status Code: " + call.status() + " " + call.reason());
          headers(log, call.end(), call.responseHeaders(), "%s: %s");
          log.add(call.end(), "Date: " + HTTP_DATE.format(call.end()));
          headers(log, call.start(), call.requestHeaders(), "%s: %s");
          log.add(call.end(), call.responseBody());
        });
  }

  static Rendering ethon() {
    return new DeclaredClientRendering(
        "ethon",
        "D, [%s #7] DEBUG -- : ",
        EnumSet.noneOf(LogField.class),
        (log, call) ->
            log.add(
                call.end(),
                "ETHON: performed EASY effective_url="
                    + call.url()
                    + " response_code="
                    + call.status()
                    + " return_code=ok total_time=0.25"));
  }

  /** Returns headers as Faraday writes them: all in one message. */
  private static String fields(Map<String, String> headers) {
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ": \"" + header.getValue() + '"')
        .collect(Collectors.joining("\n"));
  }

  private static void headers(Lines log, Instant time, Map<String, String> headers, String form) {
    headers.forEach((name, value) -> log.add(time, form.formatted(name, value)));
  }

  @Override
  public String variant() {
    return "lines";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    Lines log = new Lines(prefix);
    calls.forEach(call -> lines.accept(log, call));
    return log.log.toString().getBytes(StandardCharsets.UTF_8);
  }
}
