package org.golivecheck.log.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report of Newman's JSON reporter: no time but that of the run, bodies as arrays of bytes. */
final class NewmanRendering implements Rendering {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  @Override
  public String format() {
    return "newman";
  }

  @Override
  public String variant() {
    return "JSON reporter";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    ObjectNode report = JSON.createObjectNode();
    report.putObject("collection").putArray("item");
    report.putObject("environment");
    ObjectNode run = report.putObject("run");
    run.putObject("stats");
    run.putObject("timings").put("started", calls.get(0).start().toEpochMilli());
    ArrayNode executions = run.putArray("executions");
    for (ScenarioCall call : calls) {
      ObjectNode execution = executions.addObject();
      execution.putObject("item").putObject("request").put("method", "{{method}}");
      request(call, execution.putObject("request"));
      response(call, execution.putObject("response"));
    }
    return report.toPrettyString().getBytes(StandardCharsets.UTF_8);
  }

  private static void request(ScenarioCall call, ObjectNode request) {
    ObjectNode url = request.putObject("url");
    url.put("protocol", "https");
    String[] target = call.path().substring(1).split("\\?", 2);
    parts(target[0].split("/", -1), url.putArray("path"));
    parts(call.host().split("\\.", -1), url.putArray("host"));
    ArrayNode query = url.putArray("query");
    if (target.length > 1) {
      for (String parameter : target[1].split("&", -1)) {
        String[] pair = parameter.split("=", 2);
        query.addObject().put("key", pair[0]).put("value", pair[1]);
      }
    }
    headers(call.requestHeaders(), request.putArray("header"));
    request.put("method", call.method());
    if (!call.requestBody().isEmpty()) {
      request.putObject("body").put("mode", "raw").put("raw", call.requestBody());
    }
  }

  private static void parts(String[] parts, ArrayNode array) {
    for (String part : parts) {
      array.add(part);
    }
  }

  private static void response(ScenarioCall call, ObjectNode response) {
    response.put("status", call.reason()).put("code", call.status());
    ArrayNode headers = response.putArray("header");
    headers(call.responseHeaders(), headers);
    headers.addObject().put("key", "Date").put("value", DATE.format(call.end()));
    ArrayNode data = response.putObject("stream").put("type", "Buffer").putArray("data");
    for (byte b : call.responseBody().getBytes(StandardCharsets.UTF_8)) {
      data.add(b & 0xFF);
    }
    response.put("responseTime", call.millis());
  }

  private static void headers(Map<String, String> headers, ArrayNode nodes) {
    headers.forEach((name, value) -> nodes.addObject().put("key", name).put("value", value));
  }
}
