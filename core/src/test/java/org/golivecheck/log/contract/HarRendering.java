package org.golivecheck.log.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** An HTTP archive, by HAR 1.2: as a browser writes it, or in another order and in base64. */
final class HarRendering implements Rendering {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final boolean turned;

  /**
   * Makes a rendering.
   *
   * @param turned whether answers go before requests, bodies are in base64, and what is said of the
   *     archive comes after its entries
   */
  HarRendering(boolean turned) {
    this.turned = turned;
  }

  @Override
  public String format() {
    return "har";
  }

  @Override
  public String variant() {
    return turned ? "turned around, in base64" : "as browsers save it";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    ObjectNode log = JSON.createObjectNode();
    if (!turned) {
      about(log);
    }
    ArrayNode entries = log.putArray("entries");
    for (ScenarioCall call : calls) {
      entry(call, entries.addObject());
    }
    if (turned) {
      about(log);
    }
    return JSON.createObjectNode()
        .set("log", log)
        .toPrettyString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void about(ObjectNode log) {
    log.put("version", "1.2");
    log.putObject("creator").put("name", "WebInspector").put("version", "537.36");
    log.putArray("pages");
  }

  private void entry(ScenarioCall call, ObjectNode entry) {
    if (turned) {
      response(call, entry.putObject("response"));
      request(call, entry.putObject("request"));
      entry.put("time", call.millis());
      entry.put("startedDateTime", call.start().toString().replace("Z", "+00:00"));
    } else {
      entry.put("startedDateTime", call.start().toString());
      entry.put("time", call.millis() + 0.0000004);
      request(call, entry.putObject("request"));
      response(call, entry.putObject("response"));
    }
    entry.putObject("cache");
    entry.putObject("timings").put("send", 1).put("wait", call.millis() - 2).put("receive", 1);
  }

  private static void request(ScenarioCall call, ObjectNode request) {
    request.put("method", call.method()).put("url", call.url()).put("httpVersion", "http/2.0");
    headers(call.requestHeaders(), request.putArray("headers"));
    request.putArray("queryString");
    request.putArray("cookies");
    request.put("headersSize", -1).put("bodySize", call.requestBody().length());
    if (!call.requestBody().isEmpty()) {
      ObjectNode body = request.putObject("postData");
      body.put("mimeType", call.requestHeaders().get("Content-Type"));
      body.put("text", call.requestBody());
    }
  }

  private void response(ScenarioCall call, ObjectNode response) {
    response.put("status", call.status()).put("statusText", call.reason());
    response.put("httpVersion", "http/2.0");
    ObjectNode content = response.putObject("content");
    content.put("size", call.responseBody().length());
    content.put("mimeType", call.responseHeader("Content-Type"));
    if (turned) {
      byte[] body = call.responseBody().getBytes(StandardCharsets.UTF_8);
      content.put("text", Base64.getEncoder().encodeToString(body)).put("encoding", "base64");
    } else {
      content.put("text", call.responseBody());
    }
    headers(call.responseHeaders(), response.putArray("headers"));
    response.put("redirectURL", "").put("headersSize", -1).put("bodySize", -1);
  }

  private static void headers(Map<String, String> headers, ArrayNode nodes) {
    headers.forEach((name, value) -> nodes.addObject().put("name", name).put("value", value));
  }
}
