package org.golivecheck.log.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Spans of OpenTelemetry: a batch a line, as the Collector's file exporter writes them, or a line
 * of an application's log each, by the names of before 2023. Headers are captured; a server's span
 * is the parent of each client's.
 */
final class OtlpRendering implements Rendering {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final boolean old;

  /**
   * Makes a rendering.
   *
   * @param old whether by the old names, each after the text of an application's log
   */
  OtlpRendering(boolean old) {
    this.old = old;
  }

  @Override
  public String format() {
    return "otlp";
  }

  @Override
  public String variant() {
    return old ? "log exporter, old names" : "file exporter of the Collector";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder log = new StringBuilder();
    for (int from = 0; from < calls.size(); from += 10) {
      List<ScenarioCall> batch = calls.subList(from, Math.min(calls.size(), from + 10));
      if (old) {
        log.append("[otel.javaagent 2026-11-23 21:07:09:369 +0000] [main] INFO exporter - ");
        log.append(spansOfResource(batch, "instrumentationLibrarySpans")).append('\n');
        log.append("2026-11-23 21:07:09.370  INFO {a} another line of the application\n");
      } else {
        ObjectNode line = JSON.createObjectNode();
        line.putArray("resourceSpans").add(spansOfResource(batch, "scopeSpans"));
        log.append(line).append('\n');
      }
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode spansOfResource(List<ScenarioCall> calls, String member) {
    ObjectNode batch = JSON.createObjectNode();
    ArrayNode resource = batch.putObject("resource").putArray("attributes");
    text(resource, "service.name", "isv-backend");
    text(resource, "host.name", "isv-1");
    ObjectNode scope = batch.putArray(member).addObject();
    scope.putObject("scope").put("name", "io.opentelemetry.http-url-connection");
    ArrayNode spans = scope.putArray("spans");
    for (ScenarioCall call : calls) {
      client(call, spans.addObject());
      ObjectNode server = spans.addObject();
      server.put("name", "GET /orders");
      server.put("kind", 2);
      time(server, "startTimeUnixNano", call.start());
      text(server.putArray("attributes"), "http.route", "/orders");
    }
    return batch;
  }

  private void client(ScenarioCall call, ObjectNode span) {
    span.put("traceId", "174b525429ba39e4b95439f244b8c8fd").put("spanId", "f4f03637b7cfc428");
    span.put("name", call.method());
    if (old) {
      span.put("kind", "SPAN_KIND_CLIENT");
    } else {
      span.put("kind", 3);
    }
    time(span, "startTimeUnixNano", call.start());
    time(span, "endTimeUnixNano", call.end());
    ArrayNode attributes = span.putArray("attributes");
    text(attributes, old ? "http.method" : "http.request.method", call.method());
    text(attributes, old ? "http.url" : "url.full", call.url());
    number(attributes, old ? "http.status_code" : "http.response.status_code", call.status());
    number(
        attributes,
        old ? "http.request_content_length" : "http.request.body.size",
        call.requestBody().length());
    text(
        attributes,
        old ? "http.user_agent" : "user_agent.original",
        call.requestHeaders().get("User-Agent"));
    headers(call.requestHeaders(), "http.request.header.", attributes);
    headers(call.responseHeaders(), "http.response.header.", attributes);
  }

  private static void time(ObjectNode span, String name, Instant time) {
    span.put(name, Long.toString(time.toEpochMilli() * 1_000_000));
  }

  private void headers(Map<String, String> headers, String prefix, ArrayNode attributes) {
    headers.forEach(
        (name, value) -> {
          if (name.regionMatches(true, 0, "X-", 0, 2)) {
            String key = name.toLowerCase(java.util.Locale.ROOT);
            attributes
                .addObject()
                .put("key", prefix + (old ? key.replace('-', '_') : key))
                .putObject("value")
                .putObject("arrayValue")
                .putArray("values")
                .addObject()
                .put("stringValue", value);
          }
        });
  }

  private static void text(ArrayNode attributes, String key, String value) {
    attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
  }

  private static void number(ArrayNode attributes, String key, long value) {
    attributes.addObject().put("key", key).putObject("value").put("intValue", Long.toString(value));
  }
}
