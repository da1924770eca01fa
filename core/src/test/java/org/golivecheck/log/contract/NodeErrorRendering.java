package org.golivecheck.log.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.golivecheck.call.LogField;

/** The errors of the HTTP clients below DocuSign's SDK for Node, in records of JSON. */
record NodeErrorRendering(Client client) implements Rendering {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The client, and what logs its errors. */
  enum Client {
    AXIOS_IN_PINO,
    SUPERAGENT_IN_WINSTON
  }

  @Override
  public String format() {
    return "ndjson";
  }

  @Override
  public String variant() {
    return client.toString();
  }

  @Override
  public boolean holds(ScenarioCall call) {
    return call.status() >= 400;
  }

  @Override
  public Set<LogField> lacks() {
    return EnumSet.of(LogField.DURATION, LogField.KEY);
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder log = new StringBuilder();
    try {
      for (ScenarioCall call : calls) {
        if (holds(call)) {
          Object record = client == Client.AXIOS_IN_PINO ? axios(call) : superagent(call);
          log.append(JSON.writeValueAsString(record)).append('\n');
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> axios(ScenarioCall call) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("timeout", 60_000);
    config.put("headers", call.requestHeaders());
    config.put("data", call.requestBody());
    config.put("method", call.method().toLowerCase(Locale.ROOT));
    config.put("url", call.url());
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("status", call.status());
    response.put("statusText", call.reason());
    response.put("headers", call.responseHeaders());
    response.put("config", config);
    response.put("data", read(call.responseBody()));
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("type", "AxiosError");
    error.put("message", "Request failed with status code " + call.status());
    error.put("code", "ERR_BAD_REQUEST");
    error.put("config", config);
    error.put("request", Map.of("method", call.method(), "path", call.path(), "aborted", false));
    error.put("response", response);
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("level", 50);
    record.put("time", call.end().toEpochMilli());
    record.put("err", error);
    record.put("msg", "sending failed");
    return record;
  }

  private static Map<String, Object> superagent(ScenarioCall call) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("method", call.method());
    request.put("url", call.url());
    request.put("data", call.requestBody());
    request.put("headers", call.requestHeaders());
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("req", request);
    response.put("header", call.responseHeaders());
    response.put("status", call.status());
    response.put("text", call.responseBody());
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("level", "error");
    record.put("message", call.reason());
    record.put("response", response);
    record.put("stack", "Error: " + call.reason() + "\n    at Request.callback");
    record.put("status", call.status());
    record.put("timestamp", call.end().toString());
    return record;
  }

  private static Object read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
