package org.golivecheck.log.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.golivecheck.call.LogField;

/**
 * Logs of JSON records, as applications, proxies and logging libraries write them.
 *
 * @param variant which of them
 * @param lacks what its records do not carry
 * @param array whether the records are in an array, and not one a line
 * @param records writes the records of a call
 */
record JsonRendering(
    String variant,
    Set<LogField> lacks,
    boolean array,
    Function<ScenarioCall, List<Map<String, Object>>> records)
    implements Rendering {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An application that logs whole exchanges. */
  static Rendering exchanges(boolean array) {
    return new JsonRendering(
        array ? "array of exchanges" : "exchanges",
        EnumSet.noneOf(LogField.class),
        array,
        call -> {
          Map<String, Object> request = new LinkedHashMap<>();
          request.put("method", call.method());
          request.put("url", call.url());
          request.put("headers", call.requestHeaders());
          request.put("body", call.requestBody());
          Map<String, Object> response = new LinkedHashMap<>();
          response.put("status", call.status());
          response.put("headers", call.responseHeaders());
          response.put("body", call.responseBody());
          Map<String, Object> record = new LinkedHashMap<>();
          record.put("time", call.end().toString());
          record.put("request", request);
          record.put("response", response);
          record.put("duration_ms", call.millis());
          return List.of(record);
        });
  }

  /** Structured arguments of the logstash encoder, beside a message for people. */
  static Rendering logstash() {
    return new JsonRendering(
        "logstash encoder with structured arguments",
        EnumSet.of(LogField.LIMITS),
        false,
        call -> {
          Map<String, Object> record = new LinkedHashMap<>();
          record.put("@timestamp", call.end().toString());
          record.put("@version", "1");
          record.put("message", "DocuSign answered " + call.status());
          record.put("logger_name", "com.example.isv.SigningClient");
          record.put("level", "INFO");
          record.put("http_method", call.method());
          record.put("request_url", call.url());
          record.put("status", call.status());
          record.put("elapsed_ms", call.millis());
          record.put("trace_token", call.traceToken());
          record.put("user_agent", call.requestHeaders().get("User-Agent"));
          record.put("docusign_sdk", call.requestHeaders().get("X-DocuSign-SDK"));
          record.put("request_bytes", call.requestBody().length());
          record.put("integration_key", Scenario.KEY);
          String code = text(call.responseBody(), "errorCode");
          if (code != null) {
            record.put("error_code", code);
            record.put("error_message", text(call.responseBody(), "message"));
          }
          return List.of(record);
        });
  }

  /** The names of the Elastic Common Schema, nested. */
  static Rendering ecs() {
    return new JsonRendering(
        "ECS",
        EnumSet.of(LogField.LIMITS, LogField.KEY),
        false,
        call -> {
          Map<String, Object> record = new LinkedHashMap<>();
          record.put("@timestamp", call.end().toString());
          record.put("log.level", "INFO");
          record.put("message", "call of DocuSign");
          Map<String, Object> requestBody = Map.of("bytes", call.requestBody().length());
          Map<String, Object> request = Map.of("method", call.method(), "body", requestBody);
          Map<String, Object> responseBody = Map.of("content", call.responseBody());
          Map<String, Object> response = Map.of("status_code", call.status(), "body", responseBody);
          record.put("http", Map.of("request", request, "response", response));
          record.put("url", Map.of("full", call.url()));
          record.put("event", Map.of("duration", call.millis() * 1_000_000L));
          record.put("user_agent", Map.of("original", Scenario.USER_AGENT));
          Map<String, Object> docusign = new LinkedHashMap<>();
          docusign.put("trace_token", call.traceToken());
          docusign.put("sdk", call.requestHeaders().get("X-DocuSign-SDK"));
          record.put("docusign", docusign);
          return List.of(record);
        });
  }

  /** The attributes of OpenTelemetry's semantic conventions, as a logger exports them. */
  static Rendering openTelemetry() {
    return new JsonRendering(
        "OpenTelemetry attributes",
        EnumSet.of(LogField.ERROR, LogField.LIMITS, LogField.KEY, LogField.SIZE),
        false,
        call -> {
          Map<String, Object> attributes = new LinkedHashMap<>();
          attributes.put("http.request.method", call.method());
          attributes.put("url.full", call.url());
          attributes.put("server.address", call.host());
          attributes.put("http.response.status_code", call.status());
          attributes.put("user_agent.original", Scenario.USER_AGENT);
          String sdk = call.requestHeaders().get("X-DocuSign-SDK");
          if (sdk != null) {
            attributes.put("http.request.header.x-docusign-sdk", List.of(sdk));
          }
          if (!call.traceToken().isEmpty()) {
            attributes.put(
                "http.response.header.x-docusign-tracetoken", List.of(call.traceToken()));
          }
          Map<String, Object> record = new LinkedHashMap<>();
          record.put("timestamp", call.end().toString());
          record.put("http.request.duration", call.millis() / 1000.0);
          record.put("attributes", attributes);
          return List.of(record);
        });
  }

  /** A record of the request and one of the answer, as Logbook writes them. */
  static Rendering logbook() {
    return new JsonRendering(
        "Logbook",
        EnumSet.of(LogField.KEY),
        false,
        call -> {
          String id = String.format(java.util.Locale.ROOT, "97443ce4%08x", call.number());
          Map<String, Object> request = new LinkedHashMap<>();
          request.put("origin", "local");
          request.put("type", "request");
          request.put("correlation", id);
          request.put("method", call.method());
          request.put("uri", call.url());
          request.put("headers", lists(call.requestHeaders()));
          request.put("body", call.isOauth() ? "grant_type=XXX" : json(call.requestBody()));
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put("origin", "remote");
          answer.put("type", "response");
          answer.put("correlation", id);
          answer.put("duration", call.millis());
          answer.put("status", call.status());
          answer.put("headers", lists(call.responseHeaders()));
          answer.put("body", json(call.responseBody()));
          answer.put("@timestamp", call.end().toString());
          return List.of(request, answer);
        });
  }

  /** A log format of nginx that makes JSON objects. */
  static Rendering nginx() {
    return new JsonRendering(
        "nginx",
        EnumSet.of(LogField.ERROR, LogField.LIMITS, LogField.KEY, LogField.SIZE),
        false,
        call -> {
          Map<String, Object> record = new LinkedHashMap<>();
          record.put("time", call.end().toString());
          record.put("method", call.method());
          record.put("host", call.host());
          record.put("uri", call.path());
          record.put("status", call.status());
          record.put("request_time", call.millis() / 1000.0);
          record.put("user_agent", Scenario.USER_AGENT);
          record.put("ds_trace", call.traceToken());
          record.put("ds_sdk", call.requestHeaders().getOrDefault("X-DocuSign-SDK", ""));
          return List.of(record);
        });
  }

  private static Map<String, List<String>> lists(Map<String, String> headers) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    headers.forEach(
        (name, value) -> lists.put(name, List.of(name.equals("Authorization") ? "XXX" : value)));
    return lists;
  }

  private static Object json(String body) {
    try {
      return body.startsWith("{") ? JSON.readTree(body) : body;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String body, String name) {
    String start = "\"" + name + "\": \"";
    int from = body.indexOf(start);
    if (from < 0) {
      return null;
    }
    return body.substring(from + start.length(), body.indexOf('"', from + start.length()));
  }

  @Override
  public String format() {
    return "ndjson";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    List<String> lines = new ArrayList<>();
    try {
      for (ScenarioCall call : calls) {
        for (Map<String, Object> record : records.apply(call)) {
          lines.add(JSON.writeValueAsString(record));
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    String log = array ? "[\n" + String.join(",\n", lines) + "]" : String.join("\n", lines);
    return log.getBytes(StandardCharsets.UTF_8);
  }
}
